import { imageSize } from 'image-size'
import type { PictureFormat } from '../../shared/products/product'
import { ok, refuse, type Refused, type Result } from '../../shared/result'
import { pngSignature, wholenessOfJpeg, wholenessOfPng, wholenessOfWebp, type Wholeness } from './container'

/** What a picture's bytes say of themselves. Width and height as it is shown, in pixels. */
export interface Judged {
  readonly format: PictureFormat
  readonly width: number
  readonly height: number
}

interface Limits {
  readonly bytes: number
  readonly side: number
  readonly pixels: number
}

const megabyte = 1024 * 1024

/** Larger ones are of no use on a product page, and decoding them would cost the window hundreds of megabytes. */
const pictureLimits: Limits = { bytes: 10 * megabyte, side: 8000, pixels: 40_000_000 }
const thumbnailLimits: Limits = { bytes: megabyte, side: 480, pixels: 480 * 480 }

/**
 * Judges a picture by its content, whatever its name was. Lets whole PNG, JPEG and WebP within the limits through; everything
 * else is refused by the name of the reason. The bytes are not decoded here: the window has done that in its sandbox.
 */
export const judgePicture = (bytes: Buffer): Result<Judged> => judge(bytes, pictureLimits, 'bytes')

/** Judges a thumbnail that the window made: WebP, at most 480 pixels a side. */
export function judgeThumbnail(bytes: Buffer): Result<Judged> {
  const judged = judge(bytes, thumbnailLimits, 'thumbnail')
  if (!judged.ok || judged.value.format === 'webp') return judged
  return refuse('thumbnail-not-webp', 'The thumbnail must be a WebP picture.', 'thumbnail')
}

function judge(bytes: Buffer, limits: Limits, field: string): Result<Judged> {
  if (bytes.length === 0) return refuse('picture-empty', 'This file is empty.', field)
  if (bytes.length > limits.bytes) {
    const most = limits.bytes / megabyte
    return refuse('picture-too-heavy', `This picture is larger than ${most} MB. Save it smaller.`, field)
  }
  const format = formatOf(bytes)
  if (format === null) return refuseOther(bytes, field)
  const broken = refuseUnlessWhole(wholenessBy[format](bytes), field)
  if (broken) return broken
  const size = sizeOf(bytes)
  if (size === null) return refuse('picture-broken', 'This picture is damaged and cannot be read.', field)
  if (Math.max(size.width, size.height) > limits.side || size.width * size.height > limits.pixels) {
    return refuse(
      'picture-too-large',
      `This picture is ${size.width} × ${size.height} pixels. At most ${limits.side} a side and ${limits.pixels / 1_000_000} million in all are taken.`,
      field,
    )
  }
  return ok({ format, ...size })
}

const wholenessBy: Record<PictureFormat, (bytes: Buffer) => Wholeness> = {
  png: wholenessOfPng,
  jpeg: wholenessOfJpeg,
  webp: wholenessOfWebp,
}

const startsWith = (bytes: Buffer, text: string, from = 0): boolean =>
  bytes.toString('latin1', from, from + text.length) === text

function formatOf(bytes: Buffer): PictureFormat | null {
  if (bytes.subarray(0, pngSignature.length).equals(pngSignature)) return 'png'
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpeg'
  return bytes.length >= 12 && startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8) ? 'webp' : null
}

const others: readonly (readonly [string, (bytes: Buffer) => boolean])[] = [
  ['a GIF', (bytes) => startsWith(bytes, 'GIF8')],
  ['a PDF', (bytes) => startsWith(bytes, '%PDF')],
  ['a BMP', (bytes) => startsWith(bytes, 'BM')],
  ['a TIFF', (bytes) => startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*')],
  ['an AVIF', (bytes) => startsWith(bytes, 'ftypavi', 4)],
  ['a HEIC', (bytes) => /^ftyp(?:hei|hev|mif1|msf1)/u.test(bytes.toString('latin1', 4, 12))],
  ['an SVG', (bytes) => /^[\s\uFEFF]*<(?:\?xml|!DOCTYPE svg|!--|svg)/iu.test(bytes.toString('utf8', 0, 512))],
]

function refuseOther(bytes: Buffer, field: string): Refused {
  const name = others.find(([, fits]) => fits(bytes))?.[0]
  const what = name === undefined ? 'This is not a picture that can be used' : `This is ${name}`
  return refuse('picture-format', `${what}. Save it as PNG, JPEG or WebP.`, field)
}

function refuseUnlessWhole(wholeness: Wholeness, field: string): Refused | null {
  switch (wholeness) {
    case 'whole':
      return null
    case 'truncated':
      return refuse('picture-truncated', 'This picture is not complete: its end is missing.', field)
    case 'more behind it':
      return refuse('picture-more-behind', 'This file holds something else behind its picture. Save it anew.', field)
    case 'broken':
      return refuse('picture-broken', 'This picture is damaged and cannot be read.', field)
  }
}

function sizeOf(bytes: Buffer): { readonly width: number; readonly height: number } | null {
  try {
    const { width, height, orientation } = imageSize(bytes)
    if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) return null
    // Orientations from 5 on lie on their side (Exif 2.32, tag 0x0112).
    return orientation !== undefined && orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch {
    return null
  }
}
