import type { Step } from './step'

/** What schema 3 added. */
export const from2: Step = {
  account: (account) => ({ ...account, views: [] }),
  order: (order) => ({ ...order, notes: [], assignments: [] }),
  // Every document said its schema in its own head alone.
  document: (document) => ({ ...document, schema: 2 }),
}
