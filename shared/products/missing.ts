/** One thing that a product needs before it is ready, with the field it belongs to. The editor shows them as a checklist. */
export interface Missing {
  readonly field: string
  readonly what: string
}
