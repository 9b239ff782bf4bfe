import { Link, type LinkProps } from '@tanstack/react-router'
import { marketFacts } from '../../shared/campaigns/market'
import { formatMoney } from '../../shared/money'
import type { MoneyHeld, Overview } from '../../shared/overview/requests'
import { dayOf } from '../../shared/time'
import { useNow } from '../ui/useNow'
import { grouped } from '../ui/counts'
import classes from './OverviewPage.module.css'

type MoneyFact = Exclude<keyof MoneyHeld, 'currency'>

const moneyFacts: readonly { readonly fact: MoneyFact; readonly label: string; readonly link: LinkProps }[] = [
  {
    fact: 'held',
    label: 'Held for supporters',
    link: { to: '/campaigns', search: { states: ['live', 'funded', 'ended, to be settled', 'settling'] } },
  },
  { fact: 'owed', label: 'Refunds owed', link: { to: '/refunds', search: { states: ['owed', 'failed'] } } },
  { fact: 'sent', label: 'Refunds sent', link: { to: '/refunds', search: { states: ['sent'] } } },
  { fact: 'refunded', label: 'Refunds settled', link: { to: '/refunds', search: { states: ['settled'] } } },
  { fact: 'kept', label: 'Kept', link: { to: '/campaigns', search: { states: ['succeeded'] } } },
]

/** Where the money is, per currency, and what runs. Amounts of different currencies stand one below the other. */
export function KeyNumbers({ overview }: { readonly overview: Overview }) {
  const { money, liveCampaigns, ordersToday } = overview
  const today = dayOf(useNow(), marketFacts.IN.zone)
  return (
    <nav aria-label="Key numbers" className={classes.strip}>
      <KeyNumber
        label="Campaigns running"
        figures={[String(liveCampaigns)]}
        link={{ to: '/campaigns', search: { states: ['live', 'funded'] } }}
      />
      <KeyNumber
        label="Orders today"
        figures={[grouped(ordersToday)]}
        link={{ to: '/orders', search: { placedFrom: today, placedTo: today } }}
      />
      {moneyFacts.map(({ fact, label, link }) => (
        <KeyNumber key={fact} label={label} figures={figuresOf(money, fact)} link={link} />
      ))}
    </nav>
  )
}

/** The first currency always shows, the others only where there is something. */
const figuresOf = (money: readonly MoneyHeld[], fact: MoneyFact): readonly string[] => {
  const shown = money.filter((held, index) => index === 0 || held[fact] !== 0)
  return shown.length === 0 ? ['–'] : shown.map((held) => formatMoney(held[fact], held.currency))
}

interface KeyNumberProps {
  readonly label: string
  readonly figures: readonly string[]
  readonly link: LinkProps
}

function KeyNumber({ label, figures, link }: KeyNumberProps) {
  return (
    <Link {...link} className={classes.number}>
      <span className={classes.what}>{label}</span>
      {figures.map((figure) => (
        <span key={figure} className={classes.figure}>
          {figure}
        </span>
      ))}
    </Link>
  )
}
