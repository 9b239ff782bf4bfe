import { describe, expect, test } from 'vitest'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { id, type ProductId } from '../../../shared/ids'
import { archiveProduct, restoreProduct } from '../../../shared/products/archiveProduct'
import { productStates, type Product, type ProductState } from '../../../shared/products/product'
import { productState } from '../../../shared/products/productState'
import { backToDraft, markReady } from '../../../shared/products/readyProduct'
import { saveProduct } from '../../../shared/products/saveProduct'
import type { Result } from '../../../shared/result'
import { aCampaign, aDraftCampaign, allowed, aProduct, createdAt, midway, refusedBy, startsAt } from '../builders'
import { aSettlement } from '../settlementBuilder'

interface Situation {
  readonly product: Product
  readonly campaigns: readonly Campaign[]
}

const failed = aCampaign({ settlement: aSettlement('failed') })

/** One product in each of its states. */
const situations: Record<ProductState, Situation> = {
  draft: { product: aProduct({ readyAt: null }), campaigns: [] },
  ready: { product: aProduct(), campaigns: [aDraftCampaign()] },
  'in campaign': { product: aProduct(), campaigns: [aCampaign()] },
  'fit for sale': { product: aProduct({ fitForSaleAt: midway }), campaigns: [aCampaign({ fundedAt: midway })] },
  'off the market': { product: aProduct({ offMarketAt: midway }), campaigns: [failed] },
  archived: { product: aProduct({ archivedAt: midway }), campaigns: [] },
}

describe('the state of a product', () => {
  test.each(productStates)('%s', (state) => {
    const { product, campaigns } = situations[state]
    expect(productState(product, campaigns, midway)).toBe(state)
  })

  test('is in campaign from the approval, also before the start', () => {
    expect(productState(aProduct(), [aCampaign()], createdAt)).toBe('in campaign')
  })

  test('stays fit for sale when a later campaign fails', () => {
    const product = aProduct({ fitForSaleAt: startsAt, offMarketAt: null })
    expect(productState(product, [failed], midway)).toBe('fit for sale')
  })

  test('is in campaign again while it is tried anew after a failure', () => {
    const product = aProduct({ offMarketAt: createdAt })
    expect(productState(product, [failed, aCampaign()], midway)).toBe('in campaign')
  })

  test('does not follow from campaigns of other products', () => {
    const other = aCampaign({ productId: id<ProductId>('product-receiver') })
    expect(productState(aProduct(), [other], midway)).toBe('ready')
  })
})

type Action = (situation: Situation) => Result<Product>

const actions = {
  save: ({ product, campaigns }) =>
    saveProduct(
      product,
      campaigns,
      { revision: 1, content: { category: '', ...product, tagline: 'Another' }, categories: [] },
      midway,
    ),
  markReady: ({ product }) => markReady(product, 1, midway),
  backToDraft: ({ product, campaigns }) => backToDraft(product, campaigns, 1, midway),
  archive: ({ product, campaigns }) => archiveProduct(product, campaigns, midway),
  restore: ({ product }) => restoreProduct(product, midway),
} as const satisfies Record<string, Action>

/** What becomes of the state, or the code of the refusal, for every pair. */
const table: Record<ProductState, Record<keyof typeof actions, string>> = {
  draft: {
    save: '→ draft',
    markReady: '→ ready',
    backToDraft: 'not-to-draft',
    archive: '→ archived',
    restore: 'not-archived',
  },
  ready: {
    save: '→ ready',
    markReady: 'already-ready',
    backToDraft: '→ draft',
    archive: '→ archived',
    restore: 'not-archived',
  },
  'in campaign': {
    save: '→ in campaign',
    markReady: 'already-ready',
    backToDraft: 'not-to-draft',
    archive: 'in-campaign',
    restore: 'not-archived',
  },
  'fit for sale': {
    save: '→ fit for sale',
    markReady: 'already-ready',
    backToDraft: 'not-to-draft',
    archive: 'in-campaign',
    restore: 'not-archived',
  },
  'off the market': {
    save: '→ off the market',
    markReady: 'already-ready',
    backToDraft: 'not-to-draft',
    archive: '→ archived',
    restore: 'not-archived',
  },
  archived: {
    save: 'archived',
    markReady: 'archived',
    backToDraft: 'not-to-draft',
    archive: 'already-archived',
    restore: '→ ready',
  },
}

describe.each(productStates)('a product that is %s', (state) => {
  test.each(Object.keys(actions) as (keyof typeof actions)[])('%s', (action) => {
    const situation = situations[state]
    const result = actions[action](situation)
    const outcome = result.ok ? `→ ${productState(result.value, situation.campaigns, midway)}` : result.refusal.code
    expect(outcome).toBe(table[state][action])
    if (result.ok) expect(result.value.revision).toBe(2)
    else expect(result.refusal.message).toMatch(/^[A-Z].*\.$/u)
  })
})

test('a product may be archived once its campaign is settled', () => {
  const campaigns = [aCampaign({ fundedAt: midway, settlement: aSettlement('succeeded') })]
  expect(allowed(archiveProduct(aProduct(), campaigns, midway)).archivedAt).toBe(midway)
})

test('a restored product takes its old place and state', () => {
  const archived = aProduct({ archivedAt: midway, fitForSaleAt: midway, position: 7 })
  const restored = allowed(restoreProduct(archived, midway))
  expect(restored.position).toBe(7)
  expect(productState(restored, [], midway)).toBe('fit for sale')
})

describe('marking ready', () => {
  test('is refused on the base of an older revision', () => {
    expect(refusedBy(markReady(aProduct({ readyAt: null, revision: 3 }), 2, midway)).code).toBe('changed-elsewhere')
    expect(refusedBy(backToDraft(aProduct({ revision: 3 }), [], 2, midway)).code).toBe('changed-elsewhere')
  })

  test('is refused while anything is missing, at the field of the first such thing', () => {
    const product = aProduct({ readyAt: null, price: null, pictures: [] })
    expect(refusedBy(markReady(product, 1, midway))).toEqual({
      code: 'incomplete',
      message: 'Mi Selfie Stick Tripod is not complete. Missing: at least one picture, a price above zero.',
      field: 'content.pictures',
    })
  })
})
