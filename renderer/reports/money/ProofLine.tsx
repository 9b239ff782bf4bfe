import { formatMoney, type Currency } from '../../../shared/money'
import type { MoneySum } from '../../../shared/reports/money/marketMoney'
import classes from './money.module.css'

interface ProofLineProps {
  readonly total: MoneySum
  readonly currency: Currency
}

/** captured = kept + held + owed + refunded, and whether that holds. */
export function ProofLine({ total, currency }: ProofLineProps) {
  const { captured, held, revenue, owed, refunded } = total
  const holds = captured === held + revenue + owed + refunded
  const money = (amount: typeof captured): string => formatMoney(amount, currency, 'always')
  return (
    <p className={classes.proof} data-holds={holds}>
      {money(captured)} captured = {money(held)} held + {money(revenue)} kept + {money(owed)} owed + {money(refunded)}{' '}
      refunded <strong>{holds ? 'It adds up' : 'It does not add up'}</strong>
    </p>
  )
}
