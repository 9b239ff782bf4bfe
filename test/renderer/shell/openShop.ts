import type { ShopStatus } from '../../../shared/shop/requests'

type Open = Extract<ShopStatus, { readonly kind: 'open' }>

/** The status of a shop of one's own that is open, where nothing changed yet. */
export const openShop = (facts: Partial<Open>): Open => ({
  kind: 'open',
  shop: 'own',
  name: 'Our season',
  sampleAccounts: [],
  savedAt: null,
  notSaved: null,
  readOnly: null,
  readAhead: null,
  ...facts,
})
