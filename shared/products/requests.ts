import { z } from 'zod'
import { idSchema, type CampaignId, type MakerId, type PictureId, type ProductId, type VariantId } from '../ids'
import { currencies } from '../money'
import { command, lineSchema, minorSchema, output, proseSchema, query } from '../request'
import { longestCategory } from './category'
import type { Missing } from './missing'
import type { Product, ProductState } from './product'

const productId = idSchema<ProductId>()

/** Empty stands for none. */
export const categorySchema = lineSchema(longestCategory)

/** The whole content at once: what is typed is saved as it stands, complete or not. */
export const productContentSchema = z.strictObject({
  name: lineSchema(120, 1),
  category: categorySchema,
  tagline: lineSchema(200),
  description: proseSchema(20_000),
  highlights: z.array(lineSchema(200)).max(20),
  specifications: z.array(z.strictObject({ name: lineSchema(80), value: lineSchema(400) })).max(60),
  variants: z.array(z.strictObject({ id: idSchema<VariantId>(), name: lineSchema(60) })).max(50),
  price: minorSchema.nullable(),
  currency: z.enum(currencies),
  makerId: idSchema<MakerId>().nullable(),
  pageAddress: lineSchema(500),
  shippingDays: z.number().int().min(1).max(365).nullable(),
})

export interface ProductRow {
  readonly product: Product
  readonly state: ProductState
  readonly makerName: string | null
  readonly campaigns: number
  /** The campaign that matters now: live or to be settled, else the latest. */
  readonly campaignId: CampaignId | null
}

export interface ProductView extends ProductRow {
  readonly missing: readonly Missing[]
}

const saved = output<{ readonly id: ProductId; readonly revision: number }>()

/** Bytes of a picture, base64, at most 10 MB of them. */
const bytesSchema = z.base64().max(14_000_000)

export const productsRequests = {
  'products.list': query(
    'signed-in',
    z.strictObject({ text: z.string().max(200), archived: z.boolean() }),
    output<readonly ProductRow[]>(),
  ),
  'products.one': query('signed-in', z.strictObject({ id: productId }), output<ProductView | null>()),
  /** The categories that products other than `besides` have, archived ones too. */
  'products.categories': query('signed-in', z.strictObject({ besides: productId }), output<readonly string[]>()),
  'products.create': command(['merchandiser'], { name: lineSchema(120, 1), currency: z.enum(currencies) }, saved),
  /** `revision` is the one that the editor was opened on: a change on an older base is refused, nothing is overwritten unread. */
  'products.save': command(
    ['merchandiser'],
    { id: productId, revision: z.number().int(), content: productContentSchema },
    saved,
  ),
  'products.markReady': command(['merchandiser'], { id: productId, revision: z.number().int() }, saved),
  'products.backToDraft': command(['merchandiser'], { id: productId, revision: z.number().int() }, saved),
  /** The whole order of the list, first to last; refused unless it names exactly the products on it. */
  'products.reorder': command(
    ['merchandiser'],
    { ids: z.array(productId).max(10_000) },
    output<{ readonly moved: number }>(),
  ),
  'products.duplicate': command(['merchandiser'], { id: productId }, saved),
  'products.archive': command(['merchandiser'], { id: productId }, saved),
  'products.restore': command(['merchandiser'], { id: productId }, saved),
  /**
   * The window decodes the picture (in its sandbox) and makes the thumbnail, WebP of at most 480 pixels a side; the main process
   * judges both by their content.
   */
  'products.addPicture': command(
    ['merchandiser'],
    { id: productId, bytes: bytesSchema, thumbnail: bytesSchema, description: lineSchema(200) },
    output<{ readonly id: ProductId; readonly revision: number; readonly pictureId: PictureId }>(),
  ),
  'products.removePicture': command(['merchandiser'], { id: productId, pictureId: idSchema<PictureId>() }, saved),
  'products.movePicture': command(
    ['merchandiser'],
    { id: productId, pictureId: idSchema<PictureId>(), to: z.number().int().min(0).max(1000) },
    saved,
  ),
  'products.describePicture': command(
    ['merchandiser'],
    { id: productId, pictureId: idSchema<PictureId>(), description: lineSchema(200) },
    saved,
  ),
}
