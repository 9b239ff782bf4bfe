import type { PictureId } from '../ids'
import { assert, ok, refuse, type Refused, type Result } from '../result'
import type { Instant } from '../time'
import type { Picture, Product } from './product'
import { refuseArchived } from './refusals'
import { hasUnsettledCampaign, type SaleCampaign } from './saleCampaign'

const mostPictures = 12

const withPictures = (product: Product, pictures: readonly Picture[], at: Instant): Result<Product> =>
  ok({ ...product, pictures, revision: product.revision + 1, changedAt: at })

const refuseUnknown = (): Refused =>
  refuse('no-such-picture', 'This picture is no longer there. Nothing was changed.', 'pictureId')

/** Adds a picture at the end. Refused beyond twelve and for an archived product. */
export function addPicture(product: Product, picture: Picture, at: Instant): Result<Product> {
  if (product.archivedAt !== null) return refuseArchived(product)
  assert(
    product.pictures.every(({ id }) => id !== picture.id),
    'a new picture has an id of its own',
  )
  return product.pictures.length >= mostPictures
    ? refuse('too-many-pictures', `A product has at most ${mostPictures} pictures. Remove one first.`, 'bytes')
    : withPictures(product, [...product.pictures, picture], at)
}

/** Takes a picture away. Refused for the last one of a product that is marked ready: its page needs one. */
export function removePicture(
  product: Product,
  pictureId: PictureId,
  campaigns: readonly SaleCampaign[],
  at: Instant,
): Result<Product> {
  if (product.archivedAt !== null) return refuseArchived(product)
  const left = product.pictures.filter(({ id }) => id !== pictureId)
  if (left.length === product.pictures.length) return refuseUnknown()
  if (left.length === 0 && product.readyAt !== null) {
    const why = hasUnsettledCampaign(product.id, campaigns)
      ? 'supporters of its campaign see it'
      : 'a product that is marked ready shows at least one'
    return refuse('last-picture', `The last picture stays: ${why}. Add another one first.`, 'pictureId')
  }
  return withPictures(product, left, at)
}

/** Puts a picture at the place `to`, counted from zero. The first one stands for the product in lists. */
export function movePicture(product: Product, pictureId: PictureId, to: number, at: Instant): Result<Product> {
  if (product.archivedAt !== null) return refuseArchived(product)
  const picture = product.pictures.find(({ id }) => id === pictureId)
  if (!picture) return refuseUnknown()
  const others = product.pictures.filter(({ id }) => id !== pictureId)
  return to < 0 || to > others.length
    ? refuse('no-such-place', `There are ${product.pictures.length} pictures, so there is no such place.`, 'to')
    : withPictures(product, others.toSpliced(to, 0, picture), at)
}

/** Says what a picture shows, for those who cannot see it. */
export function describePicture(
  product: Product,
  pictureId: PictureId,
  description: string,
  at: Instant,
): Result<Product> {
  if (product.archivedAt !== null) return refuseArchived(product)
  if (product.pictures.every(({ id }) => id !== pictureId)) return refuseUnknown()
  const pictures = product.pictures.map((picture) => (picture.id === pictureId ? { ...picture, description } : picture))
  return withPictures(product, pictures, at)
}
