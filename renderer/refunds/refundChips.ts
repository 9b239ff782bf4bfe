import { refundFilterWords } from '../../shared/refunds/filterWords'
import { refundFilter, tabOf } from './refundTabs'
import type { RefundFilterName, RefundsSearch } from './search'

export interface RefundChip {
  readonly key: RefundFilterName
  readonly label: string
}

/** The filters that are set besides the tab, in words. `campaignName` is null until the campaign is known. */
export function refundChips(search: RefundsSearch, campaignName: string | null): readonly RefundChip[] {
  const tab = tabOf(search)
  return refundFilterWords(refundFilter(search), campaignName).flatMap(({ name, words }) => {
    // What the tab says is no filter of its own.
    const saidByTab = tab === 'late money' ? name === 'cause' || name === 'states' : name === 'states' && tab !== 'all'
    return saidByTab ? [] : [{ key: name, label: words }]
  })
}
