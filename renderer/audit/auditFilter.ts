import { marketFacts } from '../../shared/campaigns/market'
import type { RequestInput } from '../../shared/requests'
import { addDays, later, shortDay, startOfDay, type Day } from '../../shared/time'
import { actionWords } from './actionWords'
import type { AuditSearch } from './search'

/** The trail belongs to the shop, not to a campaign: its days are those of the home market. */
export const auditZone = marketFacts.IN.zone

/** What the address asks of the trail. */
export const auditFilter = (search: AuditSearch): Omit<RequestInput<'audit.page'>, 'offset' | 'limit'> => ({
  byId: search.byId ?? null,
  byProgram: search.byProgram ?? false,
  action: search.action ?? null,
  from: search.from === undefined ? null : startOfDay(search.from, auditZone),
  to: search.to === undefined ? null : later(startOfDay(addDays(search.to, 1), auditZone), -1),
  text: search.text ?? '',
  productId: search.productId ?? null,
  campaignId: search.campaignId ?? null,
  orderId: search.orderId ?? null,
})

export interface AuditChip {
  readonly key: string
  readonly label: string
  /** The address once this filter is dropped. */
  readonly rest: AuditSearch
}

type AuditFilterName = keyof AuditSearch

/** The address without these filters. */
export function without(search: AuditSearch, ...names: readonly AuditFilterName[]): AuditSearch {
  const left = { ...search }
  for (const name of names) Reflect.deleteProperty(left, name)
  return left
}

const onDay = (day: Day): string => shortDay(startOfDay(day, auditZone), auditZone)

function daysWords({ from, to }: AuditSearch): string | null {
  if (from !== undefined && from === to) return `On ${onDay(from)}`
  if (from !== undefined && to !== undefined) return `${onDay(from)} to ${onDay(to)}`
  if (from !== undefined) return `From ${onDay(from)}`
  return to === undefined ? null : `To ${onDay(to)}`
}

/** The filters that are set, in words; `nameOf` knows the people of the trail. */
export function auditChips(search: AuditSearch, nameOf: (id: string) => string): readonly AuditChip[] {
  const days = daysWords(search)
  const chips: (readonly [string, string | null, readonly AuditFilterName[]])[] = [
    ['text', search.text ? `Search: ${search.text}` : null, ['text']],
    ['byId', search.byId === undefined ? null : `By ${nameOf(search.byId)}`, ['byId']],
    ['byProgram', search.byProgram === true ? 'By the program itself' : null, ['byProgram']],
    ['action', search.action === undefined ? null : actionWords(search.action), ['action']],
    ['days', days, ['from', 'to']],
    ['productId', search.productId === undefined ? null : 'One product', ['productId']],
    ['campaignId', search.campaignId === undefined ? null : 'One campaign', ['campaignId']],
    ['orderId', search.orderId === undefined ? null : 'One order', ['orderId']],
  ]
  return chips.flatMap(([key, label, names]) =>
    label === null ? [] : [{ key, label, rest: without(search, ...names) }],
  )
}
