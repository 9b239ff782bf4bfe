import { useState } from 'react'
import type { PictureId } from '../../../shared/ids'
import type { Picture, Product } from '../../../shared/products/product'
import { useCommand } from '../../api'
import { notifyRefused } from '../../ui/notify'
import { moved } from '../moved'

interface Wish {
  readonly ids: readonly PictureId[]
  /** The revision on which it was wished; a newer one tells how it went. */
  readonly revision: number
}

/** The pictures as they were put, at once; as they are saved when that was refused. */
export function usePictureOrder(product: Product): {
  readonly pictures: readonly Picture[]
  readonly move: (id: PictureId, to: number) => void
} {
  const { run } = useCommand('products.movePicture')
  const [wish, setWish] = useState<Wish | null>(null)
  const wished = wish !== null && wish.revision === product.revision
  const pictures = wished
    ? wish.ids.flatMap((id) => product.pictures.find((picture) => picture.id === id) ?? [])
    : product.pictures

  const move = (id: PictureId, to: number) => {
    const from = pictures.findIndex((picture) => picture.id === id)
    const next = moved(pictures, from, to)
    if (next === pictures) return
    setWish({ ids: next.map((picture) => picture.id), revision: product.revision })
    const place = next.findIndex((picture) => picture.id === id)
    void run({ id: product.id, pictureId: id, to: place }).then((reply) => {
      if (reply.ok) return
      setWish(null)
      notifyRefused(reply.refusal)
    })
  }
  return { pictures, move }
}
