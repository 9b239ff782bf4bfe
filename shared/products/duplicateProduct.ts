import type { PictureId, ProductId, VariantId } from '../ids'
import { assert, ok, type Result } from '../result'
import type { Instant } from '../time'
import type { Product } from './product'

interface CopyIds {
  readonly id: ProductId
  readonly position: number
  /** One new id for each variant and picture, in their order. */
  readonly variantIds: readonly VariantId[]
  readonly pictureIds: readonly PictureId[]
}

const longestName = 120
const suffix = ' (copy)'

/** The name with its suffix, cut so that it still fits; never through the middle of a character. */
function copyName(name: string): string {
  let kept = ''
  for (const character of name) {
    if (kept.length + character.length + suffix.length > longestName) break
    kept += character
  }
  return `${kept.trimEnd()}${suffix}`
}

/** A draft copy with its own variants and pictures; nothing of the original's history comes along. Never refused. */
export function duplicateProduct(
  product: Product,
  { id, position, variantIds, pictureIds }: CopyIds,
  at: Instant,
): Result<Product> {
  assert(variantIds.length === product.variants.length, 'every copied variant has an id')
  assert(pictureIds.length === product.pictures.length, 'every copied picture has an id')
  return ok({
    ...product,
    id,
    position,
    name: copyName(product.name),
    variants: product.variants.map((variant, index) => ({ ...variant, id: variantIds[index] ?? variant.id })),
    pictures: product.pictures.map((picture, index) => ({ ...picture, id: pictureIds[index] ?? picture.id })),
    revision: 1,
    createdAt: at,
    changedAt: at,
    readyAt: null,
    fitForSaleAt: null,
    offMarketAt: null,
    archivedAt: null,
  })
}
