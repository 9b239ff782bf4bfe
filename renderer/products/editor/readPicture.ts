import { ok, refuse, type Result } from '../../../shared/result'

/** A picture ready to be sent: its own bytes and a small WebP of it, both base64. */
export interface ReadPicture {
  readonly bytes: string
  readonly thumbnail: string
}

/** What the main process takes, in bytes (10 MB). */
const largestBytes = 10_000_000
const thumbnailSide = 480

/** Width and height within a square of `side` pixels, never enlarged, at least one pixel each. */
function fitWithin(width: number, height: number, side: number): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * Decodes a file in this sandboxed window and makes its thumbnail. Refuses files over 10 MB and whatever cannot be decoded;
 * the main process judges the bytes again.
 */
export async function readPicture(file: Blob): Promise<Result<ReadPicture>> {
  if (file.size > largestBytes) {
    const megabytes = (file.size / 1_000_000).toFixed(1)
    return refuse('picture-too-large', `This file has ${megabytes} MB; a picture has at most 10 MB.`)
  }
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (bitmap === null) {
    return refuse('picture-unreadable', 'This file cannot be read as a picture. PNG, JPEG and WebP are taken.')
  }
  try {
    const thumbnail = await thumbnailOf(bitmap)
    return ok({ bytes: await base64Of(file), thumbnail: await base64Of(thumbnail) })
  } finally {
    bitmap.close()
  }
}

async function thumbnailOf(bitmap: ImageBitmap): Promise<Blob> {
  const { width, height } = fitWithin(bitmap.width, bitmap.height, thumbnailSide)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This window has no canvas to draw a thumbnail on.')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.82 })
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => {
      reject(reader.error ?? new Error('The file could not be read.'))
    }
    reader.onload = () => {
      const address = typeof reader.result === 'string' ? reader.result : ''
      resolve(address.slice(address.indexOf(',') + 1))
    }
    reader.readAsDataURL(blob)
  })
}
