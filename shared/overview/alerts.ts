import type { Role } from '../staff/account'
import type { Attention } from './requests'

/** What is told on the desktop when there is more of it: it is late, lost its way, or soon will. */
export const alertKinds = [
  'refundsFailed',
  'refundsOverdue',
  'refundsAging',
  'shippingOverdue',
  'lateMoney',
] as const satisfies readonly (keyof Attention)[]
type AlertKind = (typeof alertKinds)[number]

export type AlertCounts = Readonly<Pick<Attention, AlertKind>>

/** Something to be told, without anything that names a person. */
export interface Alert {
  readonly kind: AlertKind
  /** A sentence. */
  readonly says: string
  /** The list behind it, as an address within the program. */
  readonly address: string
}

const inWords: Record<AlertKind, readonly [one: string, more: string]> = {
  refundsFailed: ['refund has failed', 'refunds have failed'],
  refundsOverdue: ['refund is not settled in time', 'refunds are not settled in time'],
  refundsAging: [
    'refund waits whose payment is over five months old',
    'refunds wait whose payments are over five months old',
  ],
  shippingOverdue: ['order is past its shipping promise', 'orders are past their shipping promise'],
  lateMoney: ['refund of late money is owed', 'refunds of late money are owed'],
}

const listed = (values: readonly string[]): string => encodeURIComponent(JSON.stringify(values))

const addresses: Record<AlertKind, string> = {
  refundsFailed: `/refunds?states=${listed(['failed'])}`,
  refundsOverdue: `/refunds?states=${listed(['sent'])}&overdue=true`,
  refundsAging: '/refunds?aging=true',
  shippingOverdue: '/shipping',
  lateMoney: `/refunds?cause=late%20money&states=${listed(['owed', 'sent', 'failed'])}`,
}

/** Whether someone with these roles may see orders and refunds at all. */
export const maySeeAlerts = (roles: readonly Role[]): boolean => roles.includes('support') || roles.includes('manager')

/** What has turned urgent since `before`: each thing once, as it is told when there is more than there was. */
export const alertsSince = (before: AlertCounts, now: AlertCounts): readonly Alert[] =>
  alertKinds.flatMap((kind) => {
    const more = now[kind] - before[kind]
    if (more <= 0) return []
    const [one, several] = inWords[kind]
    const all = now[kind] === more ? '' : ` ${String(now[kind])} in all.`
    return [{ kind, says: `${String(more)} ${more === 1 ? one : several}.${all}`, address: addresses[kind] }]
  })
