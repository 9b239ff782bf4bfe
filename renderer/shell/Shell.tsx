import { Outlet } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { DeliverReport } from '../reports/DeliverReport'
import { CrumbsPlace } from '../ui/crumbsPlace'
import { BottomEdge } from './BottomEdge'
import { KeyMap } from './KeyMap'
import { Navigation } from './Navigation'
import { Palette } from './Palette'
import { PaletteButton } from './PaletteButton'
import { ReadOnlyBanner } from './ReadOnlyBanner'
import classes from './Shell.module.css'
import { useKeys } from './useKeys'
import { usePagesAhead } from './usePagesAhead'
import { usePageScroll } from './usePageScroll'

/** Navigation, header and bottom edge around whatever page the address names. */
export function Shell() {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const page = useRef<HTMLElement>(null)
  const [mapShown, setMapShown] = useState(false)
  useKeys(() => setMapShown(true))
  usePagesAhead()
  usePageScroll(page)
  return (
    <CrumbsPlace value={place}>
      <div className={classes.shell}>
        <a href="#page" className={classes.skip} onClick={skipToPage}>
          Skip to the page
        </a>
        <Navigation onKeyMap={() => setMapShown(true)} />
        {/* A section and not a header: a dialog brings the page's only header of its own. */}
        <section aria-label="Place and search" className={classes.header}>
          <div ref={setPlace} className={classes.crumbs} />
          <PaletteButton />
        </section>
        <ReadOnlyBanner />
        <main ref={page} className={classes.main} id="page" tabIndex={-1}>
          <DeliverReport>
            <Outlet />
          </DeliverReport>
        </main>
        <BottomEdge />
      </div>
      <Palette />
      <KeyMap opened={mapShown} onClose={() => setMapShown(false)} />
    </CrumbsPlace>
  )
}

/** The address is the router's: the link only moves the focus. */
function skipToPage(event: React.MouseEvent): void {
  event.preventDefault()
  document.getElementById('page')?.focus()
}
