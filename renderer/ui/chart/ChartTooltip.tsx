import classes from './ChartTooltip.module.css'

interface ChartTooltipProps<Datum> {
  /** Date of the datum. */
  readonly title: (datum: Datum) => string
  /** Value, change and whatever else there is to say, as name and value. */
  readonly lines: (datum: Datum) => readonly (readonly [name: string, value: string])[]
  /** Given by recharts. */
  readonly active?: boolean
  readonly payload?: readonly { readonly payload?: unknown }[]
}

/** What a chart says about the place under the pointer: `<Tooltip content={<ChartTooltip title=… lines=… />} />`. */
export function ChartTooltip<Datum>({ title, lines, active = false, payload = [] }: ChartTooltipProps<Datum>) {
  const datum = payload[0]?.payload as Datum | undefined
  if (!active || datum === undefined) return null
  return (
    <div className={classes.tooltip}>
      <div className={classes.title}>{title(datum)}</div>
      <dl className={classes.lines}>
        {lines(datum).map(([name, value]) => (
          <div key={name} className={classes.line}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
