import { marketFacts } from '../campaigns/market'
import type { FilterWords } from '../orders/filterWords'
import { refundAgeWords } from './age'
import type { RefundFilter } from './requests'
import { stoodWords } from './stood'

/** The filters of the refund queue that are set, in words. `campaignName` is null until the campaign is known. */
export function refundFilterWords(
  { text, states, cause, campaignId, market, mode, overdue, aging, age, stood }: RefundFilter,
  campaignName: string | null,
): readonly FilterWords<keyof RefundFilter>[] {
  const say = <Name extends keyof RefundFilter>(name: Name, words: string | null) =>
    words === null ? [] : [{ name, words }]
  return [
    ...say('text', text === '' ? null : `Search: ${text}`),
    ...say('cause', cause === null ? null : `Cause: ${cause}`),
    ...say('overdue', overdue ? 'Not settled in time' : null),
    ...say('aging', aging ? 'Gateway refuses within a month' : null),
    ...say('age', age === null ? null : `Waiting: ${refundAgeWords[age]}`),
    ...say('stood', stood === null ? null : stoodWords(stood)),
    ...say('market', market === null ? null : `Market: ${marketFacts[market].name}`),
    ...say('campaignId', campaignId === null ? null : `Campaign: ${campaignName ?? '…'}`),
    ...say('mode', mode === null ? null : `Paid by: ${mode}`),
    ...say('states', states.length === 0 ? null : `State: ${states.join(', ')}`),
  ]
}
