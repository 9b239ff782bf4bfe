import { useCallback, useRef, useState } from 'react'
import type { ProductId } from '../../../shared/ids'
import { useCommand } from '../../api'
import { readPicture } from './readPicture'

/** A file on its way to being a picture. One that was refused stays until it is put away. */
export interface Upload {
  readonly key: string
  readonly fileName: string
  readonly step: 'waiting' | 'reading' | 'saving' | 'refused'
  /** Why it was refused, in words. */
  readonly why: string
}

export interface PictureUploads {
  readonly uploads: readonly Upload[]
  readonly add: (files: readonly File[]) => void
  readonly putAway: (key: string) => void
}

/** Adds files as pictures, one after the other in the order they came. */
export function usePictureUploads(productId: ProductId): PictureUploads {
  const { run } = useCommand('products.addPicture')
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const line = useRef<Promise<void>>(Promise.resolve())

  const update = useCallback((key: string, part: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)))
  }, [])
  const putAway = useCallback((key: string) => {
    setUploads((all) => all.filter((upload) => upload.key !== key))
  }, [])

  const addOne = useCallback(
    async (key: string, file: File) => {
      update(key, { step: 'reading' })
      const picture = await readPicture(file)
      if (!picture.ok) {
        update(key, { step: 'refused', why: picture.refusal.message })
        return
      }
      update(key, { step: 'saving' })
      const added = await run({ id: productId, ...picture.value, description: '' })
      if (added.ok) putAway(key)
      else update(key, { step: 'refused', why: added.refusal.message })
    },
    [productId, putAway, run, update],
  )

  const add = useCallback(
    (files: readonly File[]) => {
      const waiting = files.map((file) => ({ key: crypto.randomUUID(), file }))
      setUploads((all) => [
        ...all,
        ...waiting.map(({ key, file }) => ({ key, fileName: file.name, step: 'waiting' as const, why: '' })),
      ])
      for (const { key, file } of waiting) {
        line.current = line.current
          .then(() => addOne(key, file))
          .catch(() => update(key, { step: 'refused', why: 'This file could not be read. Nothing was changed.' }))
      }
    },
    [addOne, update],
  )
  return { uploads, add, putAway }
}
