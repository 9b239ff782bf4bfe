/** What stands at the top of every sheet of paper. */
export interface PaperHead {
  readonly shop: string
  readonly page: string
  /** The instant, in words. */
  readonly at: string
}

/** Prints a page into the bytes of a PDF file. */
export type PrintPage = (head: PaperHead) => Promise<Uint8Array>
