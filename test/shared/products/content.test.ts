import { describe, expect, test } from 'vitest'
import { id, type PictureId, type ProductId, type VariantId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { createProduct } from '../../../shared/products/createProduct'
import { duplicateProduct } from '../../../shared/products/duplicateProduct'
import { missingBeforeReady } from '../../../shared/products/missing'
import type { Product, ProductContent } from '../../../shared/products/product'
import { saveProduct } from '../../../shared/products/saveProduct'
import {
  aCampaign,
  aDraftCampaign,
  allowed,
  aPicture,
  aProduct,
  blackId,
  midway,
  refusedBy,
  whiteId,
} from '../builders'
import { aSettlement } from '../settlementBuilder'

const copyId = id<ProductId>('product-copy')

describe('a new product', () => {
  const empty = allowed(createProduct({ id: copyId, name: ' Audio Receiver ', currency: 'INR', position: 3 }, midway))

  test('is a draft with a name and everything else missing', () => {
    expect(empty).toMatchObject({ name: 'Audio Receiver', position: 3, revision: 1, readyAt: null, price: null })
    expect(missingBeforeReady(empty).map(({ field }) => field)).toEqual([
      'tagline',
      'description',
      'highlights',
      'specifications',
      'pictures',
      'variants',
      'price',
      'makerId',
      'pageAddress',
      'shippingDays',
    ])
  })

  test('is refused without a name', () => {
    const refusal = refusedBy(createProduct({ id: copyId, name: '  ', currency: 'INR', position: 1 }, midway))
    expect(refusal).toMatchObject({ code: 'no-name', field: 'name' })
  })
})

describe('what is missing before ready', () => {
  const missingOf = (overrides: Partial<Product>): readonly string[] =>
    missingBeforeReady(aProduct(overrides)).map(({ field }) => field)

  test('is nothing for a complete product', () => {
    expect(missingOf({})).toEqual([])
  })

  test.each([
    ['name', { name: ' ' }],
    ['tagline', { tagline: '' }],
    ['description', { description: '\n' }],
    ['highlights', { highlights: ['', ' '] }],
    ['specifications', { specifications: [{ name: '', value: '' }] }],
    ['specifications', { specifications: [{ name: 'Weight', value: '' }] }],
    ['pictures', { pictures: [] }],
    ['variants', { variants: [] }],
    ['variants', { variants: [{ id: blackId, name: '' }] }],
    ['price', { price: null }],
    ['price', { price: minor(0) }],
    ['makerId', { makerId: null }],
    ['shippingDays', { shippingDays: null }],
  ] as const)('is %s of %j', (field, overrides) => {
    expect(missingOf(overrides)).toEqual([field])
  })

  test('is a difference where two variants read the same', () => {
    const variants = [
      { id: blackId, name: 'Black' },
      { id: whiteId, name: ' BLACK' },
    ]
    expect(missingOf({ variants })).toEqual(['variants'])
  })

  test.each([
    '',
    'shop.example.com/tripod',
    'http://shop.example.com/tripod',
    'javascript:alert(1)',
    'https://',
    'https://localhost',
    'https://user:secret@shop.example.com/',
    'https://shop.example.com/a b',
    'https://shop.example.com\\@elsewhere.example.com',
  ])('is a page address that is https and names a site, unlike %j', (pageAddress) => {
    expect(missingOf({ pageAddress })).toEqual(['pageAddress'])
  })

  test.each(['https://shop.example.com', 'https://दुकान.भारत/तिपाई?x=1#y', 'https://shop.example.com:8443/tripod'])(
    'is not an address such as %s',
    (pageAddress) => {
      expect(missingOf({ pageAddress })).toEqual([])
    },
  )
})

describe('saving', () => {
  const content = (overrides: Partial<ProductContent> = {}): ProductContent => ({
    category: '',
    ...aProduct(),
    ...overrides,
  })
  const draft = aProduct({ readyAt: null })

  test('a draft may be incomplete', () => {
    const saved = allowed(
      saveProduct(draft, [], { revision: 1, categories: [], content: content({ tagline: '', variants: [] }) }, midway),
    )
    expect(saved).toMatchObject({ tagline: '', variants: [], revision: 2, changedAt: midway })
  })

  test('is refused on the base of an older revision, so that nothing is overwritten unread', () => {
    const product = aProduct({ revision: 5 })
    expect(refusedBy(saveProduct(product, [], { revision: 4, categories: [], content: content() }, midway)).code).toBe(
      'changed-elsewhere',
    )
  })

  test('is refused where it would make a ready product incomplete, at that field', () => {
    const refusal = refusedBy(
      saveProduct(
        aProduct(),
        [],
        { revision: 1, categories: [], content: content({ pageAddress: 'http://x.example' }) },
        midway,
      ),
    )
    expect(refusal).toMatchObject({ code: 'incomplete', field: 'content.pageAddress' })
  })

  test('is refused without a name, or with a variant twice, even for a draft', () => {
    const twice = [
      { id: blackId, name: 'Black' },
      { id: blackId, name: 'White' },
    ]
    const nameless = saveProduct(draft, [], { revision: 1, categories: [], content: content({ name: '' }) }, midway)
    expect(refusedBy(nameless)).toMatchObject({ code: 'no-name', field: 'content.name' })
    const doubled = saveProduct(
      draft,
      [],
      { revision: 1, categories: [], content: content({ variants: twice }) },
      midway,
    )
    expect(refusedBy(doubled)).toMatchObject({ code: 'variant-twice', field: 'content.variants' })
  })

  describe.each([
    ['price', { price: minor(99_900) }],
    ['currency', { currency: 'CNY' }],
  ] as const)('the %s', (fact, change) => {
    const save = (campaigns: Parameters<typeof saveProduct>[1]) =>
      saveProduct(aProduct(), campaigns, { revision: 1, categories: [], content: content(change) }, midway)

    test('is locked while a launched campaign is not settled, funded or not', () => {
      expect(refusedBy(save([aCampaign()]))).toMatchObject({
        code: 'locked-in-campaign',
        field: `content.${fact}`,
      })
      expect(refusedBy(save([aCampaign({ fundedAt: midway })])).code).toBe('locked-in-campaign')
    })

    test('changes before the launch and after the settlement', () => {
      expect(allowed(save([aDraftCampaign()]))).toMatchObject(change)
      expect(allowed(save([aCampaign({ settlement: aSettlement('failed') })]))).toMatchObject(change)
    })
  })

  test('a variant is never removed once orders may name it, also after the settlement', () => {
    const without = content({ variants: [{ id: blackId, name: 'Black' }] })
    for (const campaign of [aCampaign(), aCampaign({ settlement: aSettlement('failed') })]) {
      const refusal = refusedBy(
        saveProduct(aProduct(), [campaign], { revision: 1, categories: [], content: without }, midway),
      )
      expect(refusal).toMatchObject({ code: 'variant-in-use', field: 'content.variants' })
      expect(refusal.message).toContain('White')
    }
    expect(
      allowed(saveProduct(aProduct(), [aDraftCampaign()], { revision: 1, categories: [], content: without }, midway))
        .variants,
    ).toHaveLength(1)
  })

  test('a variant may be added or renamed during a campaign', () => {
    const variants = [
      { id: blackId, name: 'Matt black' },
      { id: whiteId, name: 'White' },
      { id: id<VariantId>('variant-orange'), name: 'Orange' },
    ]
    const saved = allowed(
      saveProduct(aProduct(), [aCampaign()], { revision: 1, categories: [], content: content({ variants }) }, midway),
    )
    expect(saved.variants).toEqual(variants)
  })
})

describe('a duplicate', () => {
  const ids = {
    id: copyId,
    position: 9,
    variantIds: [id<VariantId>('variant-copy-1'), id<VariantId>('variant-copy-2')],
    pictureIds: [id<PictureId>('picture-copy')],
  }

  test('is a draft of its own: new ids, no history', () => {
    const original = aProduct({ category: 'Photography', fitForSaleAt: midway, archivedAt: midway, revision: 8 })
    const copy = allowed(duplicateProduct(original, ids, midway))
    expect(copy).toMatchObject({
      id: copyId,
      name: 'Mi Selfie Stick Tripod (copy)',
      category: 'Photography',
      position: 9,
      revision: 1,
      readyAt: null,
      fitForSaleAt: null,
      archivedAt: null,
      createdAt: midway,
      price: original.price,
    })
    expect(copy.variants.map((variant) => variant.id)).toEqual(ids.variantIds)
    expect(copy.variants.map((variant) => variant.name)).toEqual(['Black', 'White'])
    expect(copy.pictures).toEqual([aPicture({ id: id<PictureId>('picture-copy') })])
  })

  test('keeps a long name within what a name may be, without cutting through a character', () => {
    const copy = allowed(duplicateProduct(aProduct({ name: '📷'.repeat(60) }), ids, midway))
    expect(copy.name.length).toBeLessThanOrEqual(120)
    expect(copy.name.isWellFormed()).toBe(true)
    expect(copy.name.endsWith('📷 (copy)')).toBe(true)
  })
})
