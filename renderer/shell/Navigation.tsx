import { Tooltip } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Badges } from '../../shared/overview/requests'
import { useAsk } from '../api'
import { useSession } from '../session/useSession'
import { ProgrammeMark } from '../shop/ProgrammeMark'
import { AccountMenu } from './AccountMenu'
import classes from './Navigation.module.css'
import { placesFor, type Place } from './places'

const noBadges: Badges = { queue: 0, campaigns: 0, refunds: 0, settlement: 0, shipping: 0 }

/** The places this person can use, with what waits in them; below 1100 px only their icons. */
export function Navigation({ onKeyMap }: { readonly onKeyMap: () => void }) {
  const { who } = useSession()
  const status = useAsk('shop.status', {})
  const badges = useAsk('overview.badges', {})
  const counts = badges.state === 'loaded' ? badges.value : noBadges
  const shop = status.state === 'loaded' && status.value.kind === 'open' ? status.value : null
  return (
    <nav aria-label="Main" className={classes.navigation}>
      <div className={classes.shop} title={shop?.name}>
        <ProgrammeMark />
        <span className={classes.shopName}>{shop?.name ?? ''}</span>
      </div>
      <div className={classes.places}>
        {placesFor(who.roles).map((place) => (
          <PlaceLink key={place.to} place={place} count={place.badge === undefined ? 0 : counts[place.badge]} />
        ))}
      </div>
      <AccountMenu onKeyMap={onKeyMap} />
    </nav>
  )
}

function PlaceLink({ place, count }: { readonly place: Place; readonly count: number }) {
  const { to, label, icon: Icon } = place
  return (
    <Tooltip label={label} position="right" classNames={{ tooltip: classes.tooltip ?? '' }}>
      <Link to={to} className={classes.place} activeProps={{ 'aria-current': 'page' }}>
        <Icon size={18} stroke={1.75} aria-hidden />
        <span className={classes.label}>{label}</span>
        {count > 0 && (
          <span className={classes.badge}>
            {count > 999 ? '999+' : count}
            <span className="out-of-sight"> waiting for you</span>
          </span>
        )}
      </Link>
    </Tooltip>
  )
}
