import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { CrumbsPlace } from '../ui/crumbsPlace'
import classes from './Shell.module.css'
import { Navigation } from './Navigation'

/** Navigation, header and bottom edge around whatever page the address names. */
export function Shell() {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <CrumbsPlace value={place}>
      <div className={classes.shell}>
        <Navigation />
        <header className={classes.header}>
          <div ref={setPlace} className={classes.crumbs} />
        </header>
        <main className={classes.main} id="page">
          <Outlet />
        </main>
      </div>
    </CrumbsPlace>
  )
}
