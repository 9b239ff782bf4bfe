import type { BulkDeed, BulkJobState, BulkMoney } from '../../shared/bulk/job'
import type { AskedDeed } from '../../shared/bulk/requests'
import { formatMoney } from '../../shared/money'
import { orderCount } from '../ui/counts'
import type { Tone } from '../ui/tones'

export type DeedKind = BulkDeed['kind']

/** What can be done to orders that are chosen in a list. */
export type ChosenDeed = AskedDeed['kind']

/** On a button: "Cancel 998 orders". */
export const deedTitle: Record<DeedKind, (count: number) => string> = {
  cancel: (count) => `Cancel ${orderCount(count)}`,
  ship: (count) => `Ship ${orderCount(count)}`,
  deliver: (count) => `Note ${orderCount(count)} as delivered`,
  note: (count) => `Write a note on ${orderCount(count)}`,
  assign: (count) => `Assign ${orderCount(count)}`,
  track: (count) => `Note the tracking of ${orderCount(count)}`,
  undo: (count) => `Undo the cancellation of ${orderCount(count)}`,
}

/** What will be true of that many orders. */
export const deedFact: Record<DeedKind, (count: number) => string> = {
  cancel: (count) => `${orderCount(count)} will be cancelled whole.`,
  ship: (count) => `${orderCount(count)} will be shipped. Once shipped, an order can no longer be cancelled.`,
  deliver: (count) => `${orderCount(count)} will be noted as delivered.`,
  note: (count) => `${orderCount(count)} will have this note. It cannot be changed or removed later.`,
  assign: (count) => `${orderCount(count)} will be given into other hands.`,
  track: (count) => `${orderCount(count)} will be as the courier says.`,
  undo: (count) => `${orderCount(count)} will be as if they had never been cancelled.`,
}

/** What the job's sum of money is. */
export const moneyLabel = (kind: DeedKind): string => (kind === 'undo' ? 'No longer owed' : 'Owed back')

/** "₹10,98,902", "₹10,98,902 and ¥1,200"; null where there is nothing. */
export const moneyInWords = (sums: readonly BulkMoney[]): string | null =>
  sums.length === 0 ? null : sums.map(({ amount, currency }) => formatMoney(amount, currency)).join(' and ')

export const jobTones: Record<BulkJobState, Tone> = {
  running: 'orange',
  stopping: 'yellow',
  done: 'teal',
  stopped: 'grey',
  halted: 'red',
}
