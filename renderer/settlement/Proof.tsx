import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { StatementLine } from '../../shared/campaigns/campaign'
import { add, type Currency } from '../../shared/money'
import { Money } from '../ui/Money'
import classes from './settlement.module.css'

interface ProofProps {
  readonly total: Omit<StatementLine, 'mode'>
  readonly currency: Currency
}

/** The line that every settlement must satisfy: money captured = money kept + money owed + money refunded. */
export function Proof({ total, currency }: ProofProps) {
  const holds = total.captured === add(total.kept, total.owed, total.refunded)
  const term = (name: string, amount: typeof total.captured) => (
    <span className={classes.term}>
      <span className={classes.termName}>{name}</span>
      <Money amount={amount} currency={currency} always />
    </span>
  )
  return (
    <div className={classes.proof} data-holds={holds}>
      {holds ? <IconCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
      {term('Captured', total.captured)}
      <span>{holds ? '=' : '≠'}</span>
      {term('kept', total.kept)}
      <span>+</span>
      {term('owed', total.owed)}
      <span>+</span>
      {term('refunded', total.refunded)}
      <span className={classes.verdict}>
        {holds ? 'Adds up exactly' : 'Does not add up: tell whoever runs this program'}
      </span>
    </div>
  )
}
