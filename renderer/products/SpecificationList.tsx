import type { Specification } from '../../shared/products/product'
import classes from './SpecificationList.module.css'

/** Names and values one under the other. Two specifications may have the same name. */
export function SpecificationList({ of }: { readonly of: readonly Specification[] }) {
  return (
    <dl className={classes.list}>
      {of.map(({ name, value }, index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
