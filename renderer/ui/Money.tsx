import { formatMoney, type Currency, type Minor } from '../../shared/money'
import classes from './Money.module.css'

interface MoneyProps {
  readonly amount: Minor
  readonly currency: Currency
  /** Shows the decimals of whole amounts too: for columns that add up. */
  readonly always?: boolean | undefined
  readonly muted?: boolean | undefined
}

/** An amount the way of its market. Never breaks over a line. */
export function Money({ amount, currency, always = false, muted = false }: MoneyProps) {
  return (
    <span className={classes.money} data-muted={muted || undefined}>
      {formatMoney(amount, currency, always ? 'always' : 'trimmed')}
    </span>
  )
}
