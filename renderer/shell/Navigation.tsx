import { Link } from '@tanstack/react-router'
import { useSession } from '../session/useSession'
import classes from './Shell.module.css'
import { placesFor } from './places'

/** The places this person can use. */
export function Navigation() {
  const { who } = useSession()
  return (
    <nav className={classes.navigation} aria-label="Main">
      {placesFor(who.roles).map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className={classes.place}>
          <Icon size={18} stroke={1.75} aria-hidden />
          <span className={classes.label}>{label}</span>
        </Link>
      ))}
    </nav>
  )
}
