import type { ReactNode } from 'react'
import classes from './Facts.module.css'

/** A fact's name and what it is; a fact without a value is left out. */
export type Fact = readonly [name: string, value: ReactNode]

/** Facts one under the other, their names in a column of their own. */
export function Facts({ of }: { readonly of: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {of
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <dt className={classes.name}>{name}</dt>
            <dd className={classes.value}>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
