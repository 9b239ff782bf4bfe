import { marketFacts } from '../../shared/campaigns/market'
import { ok, refuse, type Refused } from '../../shared/result'
import { fullTime, type Instant } from '../../shared/time'
import { chartBytes } from '../sheets/chartBytes'
import { jobSheet } from '../sheets/jobSheet'
import { manifestSheet } from '../sheets/manifestSheet'
import { journalSheet } from '../sheets/journalSheet'
import { ordersSheet } from '../sheets/ordersSheet'
import { refundsSheet } from '../sheets/refundsSheet'
import type { FrontHandlers } from './handler'
import { present } from './present'

type SheetsHandlers = Pick<FrontHandlers, Extract<keyof FrontHandlers, `sheets.${string}`>>

export const sheetsHandlers: SheetsHandlers = {
  'sheets.underWay': async (_input, { sheets }) => ok(sheets.underWay),

  'sheets.cancel': async (_input, { sheets }) => ok({ cancelled: sheets.cancel() }),

  'sheets.exportOrders': async ({ format, ...list }, front) => {
    const here = await present(front)
    if (!here.ok) return here
    const { shop, actor } = here.value
    return front.sheets.exportList({ shop, by: actor, format, list: (at) => ordersSheet(shop.store.read, list, at) })
  },

  'sheets.exportRefunds': async ({ format, ...list }, front) => {
    const here = await present(front)
    if (!here.ok) return here
    const { shop, actor } = here.value
    return front.sheets.exportList({ shop, by: actor, format, list: (at) => refundsSheet(shop.store.read, list, at) })
  },

  'sheets.exportJob': async ({ id, outcome, format }, front) => {
    const here = await present(front)
    if (!here.ok) return here
    const { shop, actor } = here.value
    const { read } = shop.store
    const job = await read.bulk.one(id)
    if (job === null) return refuse('no-such-job', 'There is no such bulk job.', 'id')
    return front.sheets.exportList({ shop, by: actor, format, list: () => jobSheet(read, job, outcome) })
  },

  'sheets.exportManifest': async (list, front) => {
    const here = await present(front)
    if (!here.ok) return here
    const { shop, actor } = here.value
    const sheet = (at: Instant) => manifestSheet(shop.store.read, list, at)
    return front.sheets.exportList({ shop, by: actor, format: 'csv', list: sheet })
  },

  'sheets.chooseCourierFile': async (_input, front) => {
    const here = await present(front)
    return here.ok ? front.courierFiles.choose(here.value.shop) : here
  },

  'sheets.rehearseCourierFile': async (reading, front) => {
    const here = await present(front)
    if (!here.ok) return here
    const { shop, actor } = here.value
    return front.courierFiles.rehearse(shop, front.bulk(shop), actor, reading)
  },

  'sheets.courierRows': async (asked, { courierFiles }) => courierFiles.rows(asked),

  'sheets.saveCourierRows': (asked, { courierFiles }) => courierFiles.saveRows(asked),

  'sheets.exportJournal': async ({ format, ...asked }, front) => {
    const here = await present(front)
    if (!here.ok) return here
    const { shop, actor } = here.value
    return front.sheets.exportList({ shop, by: actor, format, list: (at) => journalSheet(shop.store.read, asked, at) })
  },

  'sheets.chooseSettlement': async (_input, front) => {
    const here = await present(front)
    return here.ok ? front.reconciliations.choose(here.value.shop) : here
  },

  'sheets.reconcile': async (asked, front) => {
    const here = await present(front)
    return here.ok ? front.reconciliations.reconcile(here.value.shop, here.value.actor, asked) : here
  },

  'sheets.exportReconciliation': async ({ format }, front) => {
    const here = await present(front)
    if (!here.ok) return here
    const { shop, actor } = here.value
    const sheet = front.reconciliations.sheet(shop)
    if (!sheet.ok) return sheet
    return front.sheets.exportList({ shop, by: actor, format, list: async () => sheet.value })
  },

  'sheets.chooseImport': async (_input, front) => {
    const here = await present(front)
    return here.ok ? front.imports.choose(here.value.shop) : here
  },

  'sheets.rehearseImport': async ({ fileId, mapping }, front) => {
    const here = await present(front)
    return here.ok ? front.imports.rehearse(here.value.shop, here.value.actor, fileId, mapping) : here
  },

  'sheets.saveProblems': (_input, { imports }) => imports.saveProblems(),

  'sheets.startImport': async ({ fileId, mapping, orders }, front) => {
    const here = await present(front)
    return here.ok ? front.imports.start(here.value.shop, here.value.actor, { fileId, mapping, orders }) : here
  },

  'sheets.saveChart': async (chart, front) => {
    const here = await present(front)
    if (!here.ok) return here
    const bytes = chartBytes(chart)
    if (!bytes.ok) return bytes
    const { shop, actor } = here.value
    const { name, words, kind } = chart
    return front.sheets.saveWhole({ what: 'chart', shop, by: actor, name, words, extension: kind, bytes: bytes.value })
  },

  'sheets.reportFolder': async (_input, { reports }) => ok(await reports.folder()),

  'sheets.chooseReportFolder': (_input, { reports }) => reports.chooseFolder(),

  'sheets.writeReport': async ({ id }, front) => {
    const here = await present(front)
    return here.ok ? front.reports.writeNow(here.value.shop, id) : here
  },

  'sheets.deliverReport': async (made, front) => {
    const here = await present(front)
    if (!here.ok) return here
    if (front.print === null) return refuseNoPage()
    return front.reports.deliver(here.value.shop, here.value.actor, made, front.print)
  },

  'sheets.savePagePdf': async ({ name, words }, front) => {
    const here = await present(front)
    if (!here.ok) return here
    const { shop, actor } = here.value
    if (front.print === null) return refuseNoPage()
    const bytes = await front.print({
      shop: shop.name,
      page: name,
      at: fullTime(shop.clock.now(), marketFacts.IN.zone),
    })
    return front.sheets.saveWhole({ what: 'page', shop, by: actor, name, words, extension: 'pdf', bytes })
  },
}

const refuseNoPage = (): Refused => refuse('no-page', 'There is no page to print.')
