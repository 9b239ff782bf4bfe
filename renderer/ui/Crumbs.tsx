import { Anchor } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import { Fragment, use } from 'react'
import { createPortal } from 'react-dom'
import { CrumbsPlace } from './crumbsPlace'
import classes from './Crumbs.module.css'

export interface Crumb {
  readonly label: string
  /** Where it leads; the page itself leads nowhere. */
  readonly link?: LinkProps
}

/** Shows where the page is in the shell's header: "Campaigns › Mi Selfie Stick Tripod". */
export function Crumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const place = use(CrumbsPlace)
  if (place === null) return null
  return createPortal(
    <nav aria-label="Where this is" className={classes.crumbs}>
      {crumbs.map(({ label, link }, index) => (
        <Fragment key={label}>
          {index > 0 && <span aria-hidden>›</span>}
          {link === undefined ? (
            <span className={classes.here} aria-current="page">
              {label}
            </span>
          ) : (
            <Anchor renderRoot={(props) => <Link {...link} {...props} />} c="dimmed" size="sm">
              {label}
            </Anchor>
          )}
        </Fragment>
      ))}
    </nav>,
    place,
  )
}
