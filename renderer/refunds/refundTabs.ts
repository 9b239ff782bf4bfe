import { refundStates, type RefundState } from '../../shared/orders/order'
import type { RefundsSlice } from '../../shared/refunds/requests'
import type { ParsedInput } from '../../shared/requests'
import { without } from './search'
import type { RefundsSearch } from './search'

/** The queue's views: everything, one state each, and late money that is not back yet as a queue of its own. */
export const refundTabs = ['all', ...refundStates, 'late money'] as const
export type RefundTab = (typeof refundTabs)[number]

/** States in which a supporter does not have the money yet. */
const open: readonly RefundState[] = ['owed', 'sent', 'failed']

/** The tab that an address stands for. */
export function tabOf({ states, cause }: RefundsSearch): RefundTab {
  const [state] = states ?? []
  if (states?.length === 1 && state !== undefined) return state
  return cause === 'late money' ? 'late money' : 'all'
}

/** The address of a tab, with the other filters as they are. */
export function searchOf(tab: RefundTab, search: RefundsSearch): RefundsSearch {
  const plain = without(
    search,
    'states',
    'overdue',
    'aging',
    'age',
    ...(tabOf(search) === 'late money' ? (['cause'] as const) : []),
  )
  if (tab === 'all') return plain.cause === 'late money' ? without(plain, 'cause') : plain
  return tab === 'late money' ? { ...plain, cause: 'late money' } : { ...plain, states: [tab] }
}

/** How many refunds a tab's badge counts. */
export function countOf(tab: RefundTab, { counts, lateMoney }: RefundsSlice): number {
  if (tab === 'late money') return lateMoney
  return tab === 'all' ? refundStates.reduce((sum, state) => sum + counts[state], 0) : counts[tab]
}

/** What the address asks of the queue. */
export function refundFilter(search: RefundsSearch): Omit<ParsedInput<'refunds.page'>, 'offset' | 'limit'> {
  const { states, cause, campaignId, market, mode, text, overdue, aging, age, stood } = search
  return {
    states: tabOf(search) === 'late money' ? [...open] : (states ?? []),
    cause: cause ?? null,
    campaignId: campaignId ?? null,
    market: market ?? null,
    mode: mode ?? null,
    text: text ?? '',
    overdue: overdue ?? false,
    aging: aging ?? false,
    age: age ?? null,
    stood: stood ?? null,
  }
}
