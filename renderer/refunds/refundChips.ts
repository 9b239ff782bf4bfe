import type { RefundsSearch } from './search'

export type RefundFilterName = keyof RefundsSearch

/** The address without these filters. */
export function without(search: RefundsSearch, ...names: readonly RefundFilterName[]): RefundsSearch {
  const left = { ...search }
  for (const name of names) Reflect.deleteProperty(left, name)
  return left
}

export interface RefundChip {
  readonly key: RefundFilterName
  readonly label: string
}

/** The filters that are set besides the tab, in words. `campaignName` is null until the campaign is known. */
export function refundChips(search: RefundsSearch, campaignName: string | null): readonly RefundChip[] {
  const { text, states, campaignId, mode, cause, overdue, aging } = search
  // On its own tab late money is no filter of its own.
  const causeShown = cause !== 'late money' || states?.length === 1
  return [
    ...(text === undefined || text === '' ? [] : [{ key: 'text', label: `Search: ${text}` } as const]),
    ...(cause !== undefined && causeShown ? [{ key: 'cause', label: `Cause: ${cause}` } as const] : []),
    ...(overdue === true ? [{ key: 'overdue', label: 'Not settled in time' } as const] : []),
    ...(aging === true ? [{ key: 'aging', label: 'Gateway refuses within a month' } as const] : []),
    ...(campaignId === undefined ? [] : [{ key: 'campaignId', label: `Campaign: ${campaignName ?? '…'}` } as const]),
    ...(mode === undefined ? [] : [{ key: 'mode', label: `Paid by: ${mode}` } as const]),
    ...(states !== undefined && states.length > 1
      ? [{ key: 'states', label: `State: ${states.join(', ')}` } as const]
      : []),
  ]
}
