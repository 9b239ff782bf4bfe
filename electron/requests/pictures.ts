import { Buffer } from 'node:buffer'
import { id, type PictureId } from '../../shared/ids'
import { addPicture, describePicture, movePicture, removePicture } from '../../shared/products/pictures'
import type { Picture, Product } from '../../shared/products/product'
import { ok } from '../../shared/result'
import { judgePicture, judgeThumbnail } from '../pictures/judge'
import type { FeatureHandlers } from './handler'
import { productIn } from './record'

type PictureHandlers = Pick<
  FeatureHandlers<'products'>,
  'products.addPicture' | 'products.removePicture' | 'products.movePicture' | 'products.describePicture'
>

const done = (product: Product, what: string) => ({
  reply: { id: product.id, revision: product.revision },
  subject: { productId: product.id },
  summary: `${what} of ${product.name}`,
})

export const pictureHandlers: PictureHandlers = {
  'products.addPicture': async (input, desk) => {
    const bytes = Buffer.from(input.bytes, 'base64')
    const thumbnail = Buffer.from(input.thumbnail, 'base64')
    const judged = judgePicture(bytes)
    if (!judged.ok) return judged
    const small = judgeThumbnail(thumbnail)
    if (!small.ok) return small
    const pictureId = id<PictureId>(desk.newId())
    const { description } = input
    const picture: Picture = { id: pictureId, ...judged.value, bytes: bytes.length, description }
    // The files come first: a commit never names a picture that is not there.
    await desk.pictures.write(picture, bytes, thumbnail)
    const added = await desk.commit(async ({ tx, at }) => {
      const product = await productIn(tx, input.id)
      if (!product.ok) return product
      const withPicture = addPicture(product.value, picture, at)
      if (!withPicture.ok) return withPicture
      tx.products.put(withPicture.value)
      const { reply, ...rest } = done(withPicture.value, 'Added a picture')
      return ok({ ...rest, reply: { ...reply, pictureId } })
    })
    if (!added.ok) await desk.pictures.remove(picture)
    return added
  },

  'products.removePicture': async (input, desk) => {
    const before = await desk.read.products.one(input.id)
    const removed = await desk.commit(async ({ tx, at }) => {
      const product = await productIn(tx, input.id)
      if (!product.ok) return product
      const campaigns = (await tx.read.campaigns.ofProduct(input.id)).map(({ campaign }) => campaign)
      const without = removePicture(product.value, input.pictureId, campaigns, at)
      if (!without.ok) return without
      tx.products.put(without.value)
      return ok(done(without.value, 'Removed a picture'))
    })
    const picture = before?.pictures.find((candidate) => candidate.id === input.pictureId)
    if (removed.ok && picture !== undefined) await desk.pictures.remove(picture)
    return removed
  },

  'products.movePicture': (input, desk) =>
    desk.commit(async ({ tx, at }) => {
      const product = await productIn(tx, input.id)
      if (!product.ok) return product
      const moved = movePicture(product.value, input.pictureId, input.to, at)
      if (!moved.ok) return moved
      tx.products.put(moved.value)
      return ok(done(moved.value, 'Moved a picture'))
    }),

  'products.describePicture': (input, desk) =>
    desk.commit(async ({ tx, at }) => {
      const product = await productIn(tx, input.id)
      if (!product.ok) return product
      const described = describePicture(product.value, input.pictureId, input.description, at)
      if (!described.ok) return described
      tx.products.put(described.value)
      return ok(done(described.value, 'Described a picture'))
    }),
}
