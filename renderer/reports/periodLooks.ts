import type { ChartColumnKind } from '../../shared/reports/chartTable'
import type { PeriodMeasure } from '../../shared/reports/portfolio/periodReport'
import type { Currency } from '../../shared/money'
import { chartColours } from '../ui/chart/chartTheme'

interface PeriodLook {
  /** Of its tile and column. */
  readonly head: string
  /** What a title says of it, after the number: "₹1,40,672 paid". Empty where the number says it. */
  readonly words: string
  readonly colour: string
  readonly kind: (currency: Currency) => ChartColumnKind
}

const money = (currency: Currency): ChartColumnKind => ({ kind: 'money', currency })
const count = (unit: string) => (): ChartColumnKind => ({ kind: 'count', unit })

export const periodLooks: Readonly<Record<PeriodMeasure, PeriodLook>> = {
  paid: { head: 'Paid', words: 'paid', colour: chartColours.paid, kind: money },
  orders: { head: 'Orders', words: 'placed', colour: chartColours.placed, kind: count('order') },
  units: { head: 'Units', words: 'paid', colour: chartColours.paid, kind: count('unit') },
  cancelled: {
    head: 'Cancelled',
    words: 'cancelled after payment',
    colour: chartColours.cancelled,
    kind: count('unit'),
  },
  lapsed: { head: 'Lapsed', words: 'lapsed', colour: chartColours.lapsed, kind: count('order') },
  captured: { head: 'Captured', words: 'captured, late money included', colour: chartColours.funded, kind: money },
  refunded: { head: 'Refunded', words: 'arrived back with supporters', colour: chartColours.late, kind: money },
}
