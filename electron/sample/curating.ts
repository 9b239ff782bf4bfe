import { Buffer } from 'node:buffer'
import type { MakerId, ProductId, VariantId } from '../../shared/ids'
import { minor } from '../../shared/money'
import { assert } from '../../shared/result'
import { hour, later, minute, type Instant } from '../../shared/time'
import { sampleMakers, type ProductText, type SamplePicture } from './productText'
import type { Stage } from './stage'

/** A product of the sample shop once the program knows it. */
export interface Curated {
  readonly id: ProductId
  readonly variantIds: readonly VariantId[]
}

/** What will be known when its time has come. */
export interface Foreseen<T> {
  get(): T
}

/** The base64 of a `data:` address. */
const bytesOf = (address: string): string => {
  const bytes = address.slice(address.indexOf(',') + 1)
  assert(Buffer.from(bytes, 'base64').length > 0, 'a picture of the sample shop has been bundled as data')
  return bytes
}

/**
 * Plans the making of a product: Asha creates it, writes its page, adds its pictures and, where `ready`, marks it ready some hours
 * later.
 */
export function planProduct(stage: Stage, text: ProductText, createdAt: Instant, ready = true): Foreseen<Curated> {
  const { agenda, asha, chance } = stage
  const variants = text.variants.map((name) => ({ id: chance.uuid() as VariantId, name }))
  let product: Curated | null = null
  let revision = 0
  const get = (): Curated => {
    assert(product !== null, `${text.name} has been created by now`)
    return product
  }
  agenda.plan(createdAt, async () => {
    const created = await asha.does('products.create', { name: text.name, currency: 'INR' })
    product = { id: created.id, variantIds: variants.map(({ id }) => id) }
    revision = created.revision
  })
  agenda.plan(later(createdAt, 25 * minute), async () => {
    const makerId = await makerOf(stage, text.maker)
    const { name, category, tagline, description, highlights, pageAddress, shippingDays } = text
    const saved = await asha.does('products.save', {
      id: get().id,
      revision,
      content: {
        ...{ name, category, tagline, description, pageAddress, shippingDays, variants, makerId, currency: 'INR' },
        highlights: [...highlights],
        specifications: text.specifications.map((specification) => ({ ...specification })),
        price: text.price === null ? null : minor(text.price),
      },
    })
    revision = saved.revision
  })
  text.pictures.forEach((picture, index) =>
    agenda.plan(later(createdAt, (40 + index) * minute), async () => {
      revision = await addPicture(stage, get().id, picture)
    }),
  )
  if (ready)
    agenda.plan(later(createdAt, 3 * hour), async () => {
      await asha.does('products.markReady', { id: get().id, revision })
    })
  return { get }
}

async function makerOf({ asha }: Stage, name: string): Promise<MakerId> {
  const known = (await asha.asks('makers.list', {})).find((maker) => maker.name === name)
  if (known) return known.id
  const about = sampleMakers[name]
  assert(about !== undefined, `something is said about ${name}`)
  return (await asha.does('makers.create', { name, about })).id
}

async function addPicture({ asha }: Stage, id: ProductId, picture: SamplePicture): Promise<number> {
  const { revision } = await asha.does('products.addPicture', {
    id,
    bytes: bytesOf(picture.full),
    thumbnail: bytesOf(picture.thumbnail),
    description: picture.description,
  })
  return revision
}
