import type { Step, Stored } from './step'

/** As schema 3 began: what a shop starts with today may be otherwise. */
const supportSettings = {
  cancelReasons: [
    { id: 'reason-changed-their-mind', words: 'Changed their mind', retiredAt: null },
    { id: 'reason-ordered-twice', words: 'Ordered twice', retiredAt: null },
    { id: 'reason-wrong-variant', words: 'Wrong variant', retiredAt: null },
    { id: 'reason-found-elsewhere', words: 'Found it elsewhere', retiredAt: null },
    { id: 'reason-takes-too-long', words: 'Takes too long', retiredAt: null },
    { id: 'reason-another', words: 'Another reason', retiredAt: null },
  ],
  undoMinutes: 10,
  holidays: [],
}

const importSettings = { importUnderWay: null, importedOrders: 0, importMappings: [] }

/** What schema 3 added. */
export const from2: Step = {
  account: (account) => ({ ...account, views: [] }),
  settings: (settings) => ({ ...settings, ...supportSettings, ...importSettings }),
  order: (order) => ({
    ...order,
    cancellations: (order['cancellations'] as readonly Stored[]).map((cancellation) => ({
      ...cancellation,
      refundId: null,
      undoUntil: null,
      undone: null,
    })),
    deliveredBy: null,
    storefrontReference: null,
    notes: [],
    assignments: [],
  }),
  // Every document said its schema in its own head alone.
  document: (document) => ({ ...document, schema: 2 }),
}
