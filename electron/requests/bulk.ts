import { bulkJobState, isDone, notReached, ordersInPart, reasonPlace, type BulkJob } from '../../shared/bulk/job'
import type { BulkJobView, BulkOutcome, BulkReportRow } from '../../shared/bulk/requests'
import { doorRefusals } from '../../shared/requests'
import { nothing, type Minor } from '../../shared/money'
import { orderId } from '../../shared/orders/placeOrder'
import { ok, refuse } from '../../shared/result'
import { knownReason } from '../../shared/settings/cancelReasons'
import type { Instant } from '../../shared/time'
import type { Rehearsed } from '../bulk/bulkDesk'
import { startInWords } from '../bulk/deedWords'
import { settingsOf } from '../settings'
import type { Reads, Transaction } from '../store/store'
import type { FeatureHandlers } from './handler'
import { productNames } from './views'

export const bulkHandlers: FeatureHandlers<'bulk'> = {
  'bulk.rehearse': async ({ scope, deed }, { bulk, read, by }) => {
    if (by.kind !== 'staff') return refuse(doorRefusals.notAllowed, 'Only a member of staff can start bulk jobs.')
    const known = deed.kind === 'cancel' ? knownReason(await settingsOf(read), deed.reason) : ok(null)
    return known.ok ? bulk().rehearse(scope, deed, by) : known
  },

  'bulk.rehearsing': async (_input, { bulk }) => ok(bulk().rehearsing),

  'bulk.stopRehearsing': async (_input, { bulk }) => ok({ stopped: bulk().stopRehearsing() }),

  'bulk.start': async ({ rehearsalId }, desk) => {
    const started = await desk.commit(async ({ tx, at, by }) => {
      const rehearsed = desk.bulk().kept(rehearsalId)
      if ((await tx.bulk.job(rehearsalId)) !== null) return refuse('already-started', 'This job was started already.')
      if (rehearsed === null || by.kind !== 'staff' || by.staffId !== rehearsed.byId)
        return refuse('no-rehearsal', 'This rehearsal is no longer at hand. Rehearse it again.')
      if (rehearsed.possible === 0) return refuse('nothing-possible', 'Nothing can be done to any of these orders.')
      putJob(tx, rehearsed, by.name, at)
      return ok({ reply: { id: rehearsalId }, subject: {}, summary: `Started ${startInWords(rehearsed)}, in bulk` })
    })
    if (started.ok) desk.runBulkJobs()
    return started
  },

  'bulk.stop': async ({ id: jobId }, desk) => {
    const stopped = await desk.commit(async ({ tx, at, by }) => {
      const job = await tx.bulk.job(jobId)
      if (job === null) return refuse('no-such-job', 'There is no such bulk job.', 'id')
      if (job.end !== null) return refuse('job-ended', 'This bulk job has ended already.')
      if (job.stop !== null) return refuse('job-stopping', 'This bulk job is stopping already.')
      tx.bulk.putJob({ ...job, stop: { at, by: by.kind === 'staff' ? by.name : '' } })
      return ok({ reply: { id: jobId }, subject: {}, summary: `Stopped the bulk job ${startInWords(job)}` })
    })
    if (stopped.ok) desk.runBulkJobs()
    return stopped
  },

  'bulk.list': async (_input, { read }) => {
    const names = await campaignNames(read)
    return ok((await read.bulk.all()).map((job) => jobView(job, names)))
  },

  'bulk.one': async ({ id: jobId }, { read }) => {
    const job = await read.bulk.one(jobId)
    return ok(job && jobView(job, await campaignNames(read)))
  },

  'bulk.report': async ({ id: jobId, outcome, offset, limit }, { read }) => {
    const job = await read.bulk.one(jobId)
    if (job === null) return refuse('no-such-job', 'There is no such bulk job.', 'id')
    const found: Omit<BulkReportRow, 'orderId' | 'number' | 'currency'>[] = []
    const sequences: number[] = []
    let total = 0
    for (const { sequences: all, outcomes, owed } of await read.bulk.parts(jobId)) {
      for (const [place, sequence] of all.entries()) {
        const came = outcomeOf(outcomes[place] ?? notReached)
        if (outcome !== null && came !== outcome) continue
        total += 1
        if (total <= offset || found.length === limit) continue
        const reason = reasonPlace(outcomes[place] ?? notReached)
        const why = reason === null ? null : (job.reasons[reason]?.message ?? null)
        found.push({ outcome: came, why, owed: came === 'done' ? (owed[place] ?? nothing) : nothing })
        sequences.push(sequence)
      }
    }
    const orders = await Promise.all(sequences.map((sequence) => read.orders.one(orderId(sequence))))
    const rows = found.flatMap((row, place) => {
      const order = orders[place]
      return order ? [{ ...row, orderId: order.id, number: order.number, currency: order.currency }] : []
    })
    return ok({ rows, total })
  },
}

const outcomeOf = (outcome: number): BulkOutcome =>
  outcome === notReached ? 'not reached' : outcome === isDone ? 'done' : 'refused'

type CampaignNames = ReadonlyMap<string, string>

async function campaignNames(read: Reads): Promise<CampaignNames> {
  const names = await productNames(read)
  return new Map((await read.campaigns.all()).map(({ campaign }) => [campaign.id, names.get(campaign.productId) ?? '']))
}

function jobView(job: BulkJob, names: CampaignNames): BulkJobView {
  const campaignId = job.scope.kind === 'matching' ? job.scope.filter.campaignId : null
  return { ...job, state: bulkJobState(job), campaignName: campaignId && (names.get(campaignId) ?? '') }
}

function putJob(tx: Transaction, rehearsed: Rehearsed, byName: string, startedAt: Instant): void {
  const { id, deed, scope, byId, at, sequences, outcomes, owedEach, possible, owed, reasons } = rehearsed
  const parts = Math.ceil(sequences.length / ordersInPart)
  for (let index = 0; index < parts; index += 1) {
    const of = <Item>(items: readonly Item[]): readonly Item[] =>
      items.slice(index * ordersInPart, (index + 1) * ordersInPart)
    const own: readonly Minor[] = of(owedEach)
    tx.bulk.putPart({ jobId: id, index, sequences: of(sequences), outcomes: of(outcomes), owed: own })
  }
  tx.bulk.putJob({
    id,
    deed,
    scope,
    byId,
    byName,
    rehearsedAt: at,
    startedAt,
    orders: sequences.length,
    possible,
    done: 0,
    refused: sequences.length - possible,
    expected: owed,
    owed: [],
    reasons,
    parts,
    next: 0,
    stop: null,
    end: null,
  })
}
