import classes from './Nothing.module.css'

/** The mark of an empty cell; `what` is what it is read as. */
export function Nothing({ what }: { readonly what: string }) {
  return (
    <>
      <span aria-hidden className={classes.quiet}>
        –
      </span>
      <span className="out-of-sight">{what}</span>
    </>
  )
}
