import type { WebContents } from 'electron'
import type { PaperHead } from './printPage'

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (letter) => `&#${letter.charCodeAt(0)};`)

const line = (left: string, right: string): string =>
  `<div style="display:flex;justify-content:space-between;width:100%;margin:0 10mm;font:9px system-ui,sans-serif;color:#495057">` +
  `<span>${left}</span><span>${right}</span></div>`

/**
 * The window's page on A4, as its print styles have it: whose it is, what and of when at the top of each sheet, its number below. Landscape,
 * because pages are made for a window wider than high.
 */
export const printPage = (contents: WebContents, { shop, page, at }: PaperHead): Promise<Uint8Array> =>
  contents.printToPDF({
    pageSize: 'A4',
    landscape: true,
    printBackground: true,
    generateTaggedPDF: true,
    // In inches.
    margins: { top: 0.65, bottom: 0.55, left: 0.4, right: 0.4 },
    displayHeaderFooter: true,
    headerTemplate: line(`${escaped(shop)} · ${escaped(page)}`, escaped(at)),
    footerTemplate: line('', '<span class="pageNumber"></span> / <span class="totalPages"></span>'),
  })
