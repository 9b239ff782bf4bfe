import { bulkJobState, ordersInPart, type BulkDeed, type BulkJob } from '../../shared/bulk/job'
import type { BulkJobView } from '../../shared/bulk/requests'
import { marketFacts } from '../../shared/campaigns/market'
import { doorRefusals, type ParsedInput } from '../../shared/requests'
import type { Minor } from '../../shared/money'
import { looksAfterOrders } from '../../shared/orders/assignOrder'
import type { OrderFilter } from '../../shared/orders/requests'
import type { Product } from '../../shared/products/product'
import { ok, refuse, type Result } from '../../shared/result'
import { knownReason } from '../../shared/settings/cancelReasons'
import { isRemembered, remembering } from '../../shared/sheets/remembered'
import type { Instant } from '../../shared/time'
import type { Rehearsed } from '../bulk/bulkDesk'
import { cancelledBy } from '../bulk/cancelledBy'
import { chosenBy } from '../bulk/chosenBy'
import { startInWords } from '../bulk/deedWords'
import { jobLines, reportRows } from '../bulk/report'
import { settingsOf } from '../settings'
import type { CampaignWithTally, Reads, Transaction } from '../store/store'
import { filterNames } from './filterNames'
import type { FeatureHandlers } from './handler'

export const bulkHandlers: FeatureHandlers<'bulk'> = {
  'bulk.rehearse': async ({ scope, deed }, { bulk, read, by }) => {
    if (by.kind !== 'staff') return refuse(doorRefusals.notAllowed, 'Only a member of staff can start bulk jobs.')
    const known = await deedAsAsked(read, deed)
    return known.ok ? bulk().rehearse((at) => chosenBy(read, scope, at), known.value, by) : known
  },

  'bulk.rehearseUndo': async ({ id: jobId }, { bulk, read, by }) => {
    if (by.kind !== 'staff') return refuse(doorRefusals.notAllowed, 'Only a member of staff can start bulk jobs.')
    const job = await read.bulk.one(jobId)
    if (job === null) return refuseUnknown()
    if (job.deed.kind !== 'cancel') return refuse('nothing-to-undo', 'Only cancellations can be undone.')
    if (job.end === null) return refuse('job-running', 'This job is still under way. Stop it first.')
    return bulk().rehearse(() => cancelledBy(read, job), { kind: 'undo', jobId }, by)
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
      await remember(tx, rehearsed)
      return ok({ reply: { id: rehearsalId }, subject: {}, summary: `Started ${startInWords(rehearsed)}, in bulk` })
    })
    if (started.ok) desk.runBulkJobs()
    return started
  },

  'bulk.stop': async ({ id: jobId }, desk) => {
    const stopped = await desk.commit(async ({ tx, at, by }) => {
      const job = await tx.bulk.job(jobId)
      if (job === null) return refuseUnknown()
      if (job.end !== null) return refuse('job-ended', 'This bulk job has ended already.')
      if (job.stop !== null) return refuse('job-stopping', 'This bulk job is stopping already.')
      tx.bulk.putJob({ ...job, stop: { at, by: by.kind === 'staff' ? by.name : '' } })
      return ok({ reply: { id: jobId }, subject: {}, summary: `Stopped the bulk job ${startInWords(job)}` })
    })
    if (stopped.ok) desk.runBulkJobs()
    return stopped
  },

  'bulk.list': async (_input, { read }) => {
    const [jobs, known] = await Promise.all([read.bulk.all(), knownIn(read)])
    return ok(jobs.map((job) => jobView(job, jobs, known)))
  },

  'bulk.one': async ({ id: jobId }, { read }) => {
    const jobs = await read.bulk.all()
    const job = jobs.find(({ id }) => id === jobId)
    return ok(job === undefined ? null : jobView(job, jobs, await knownIn(read)))
  },

  'bulk.report': async ({ id: jobId, outcome, offset, limit }, { read }) => {
    const job = await read.bulk.one(jobId)
    if (job === null) return refuseUnknown()
    const lines = [...jobLines(job, await read.bulk.parts(jobId), outcome)]
    return ok({ rows: await reportRows(read, lines.slice(offset, offset + limit)), total: lines.length })
  },
}

const refuseUnknown = () => refuse('no-such-job', 'There is no such bulk job.', 'id')

/** The deed with what the shop knows of what it names. Refused where it names what there is not. */
async function deedAsAsked(read: Reads, deed: ParsedInput<'bulk.rehearse'>['deed']): Promise<Result<BulkDeed>> {
  if (deed.kind === 'cancel') {
    const known = knownReason(await settingsOf(read), deed.reason)
    return known.ok ? ok({ ...deed, reason: known.value }) : known
  }
  if (deed.kind !== 'assign' || deed.to === null)
    return ok(deed.kind === 'assign' ? { kind: 'assign', to: null } : deed)
  const account = await read.staff.one(deed.to)
  if (account === null || !looksAfterOrders(account))
    return refuse('not-assignable', 'Choose someone of active support staff.', 'deed.to')
  return ok({ kind: 'assign', to: { staffId: account.id, name: account.name } })
}

/** How the file of the job was read, for the next file of its making. */
async function remember(tx: Transaction, { reading }: Rehearsed): Promise<void> {
  if (reading === undefined) return
  const settings = await settingsOf(tx.read)
  const known = settings.courierReadings ?? []
  if (isRemembered(known, reading)) return
  tx.settings.put({ ...settings, courierReadings: remembering(known, reading) })
}

/** What filters of jobs name. */
interface Known {
  readonly campaigns: readonly CampaignWithTally[]
  readonly products: readonly Product[]
}

async function knownIn(read: Reads): Promise<Known> {
  const [campaigns, products] = await Promise.all([read.campaigns.all(), read.products.all()])
  return { campaigns, products }
}

function jobView(job: BulkJob, jobs: readonly BulkJob[], { campaigns, products }: Known): BulkJobView {
  const filter: Partial<OrderFilter> = job.scope.kind === 'matching' ? job.scope.filter : {}
  const one = campaigns.find(({ campaign }) => campaign.id === filter.campaignId)
  const productName = products.find(({ id }) => id === one?.campaign.productId)?.name ?? null
  const undoing = jobs.find(({ deed }) => deed.kind === 'undo' && deed.jobId === job.id)
  return {
    ...job,
    state: bulkJobState(job),
    filterNames: filterNames(filter, productName, one, products),
    filterZone: one?.campaign.zone ?? marketFacts[filter.market ?? 'IN'].zone,
    undoneBy: undoing?.id ?? null,
  }
}

function putJob(tx: Transaction, rehearsed: Rehearsed, byName: string, startedAt: Instant): void {
  const { id, deed, scope, byId, at, sequences, outcomes, owedEach, news, possible, owed, reasons } = rehearsed
  const parts = Math.ceil(sequences.length / ordersInPart)
  for (let index = 0; index < parts; index += 1) {
    const of = <Item>(items: readonly Item[]): readonly Item[] =>
      items.slice(index * ordersInPart, (index + 1) * ordersInPart)
    const own: readonly Minor[] = of(owedEach)
    const part = { jobId: id, index, sequences: of(sequences), outcomes: of(outcomes), owed: own }
    tx.bulk.putPart(news === null ? part : { ...part, news: of(news) })
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
