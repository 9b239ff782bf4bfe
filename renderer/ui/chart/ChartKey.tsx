import classes from './ChartKey.module.css'

/** What one line, bar or band of a chart means. */
export interface KeyEntry {
  readonly label: string
  readonly colour: string
  readonly look: 'line' | 'thin' | 'dashed' | 'dotted' | 'bar' | 'band'
  /** A line's own dash, where it has one: that of `seriesLook`. */
  readonly dash?: string | undefined
}

/** How the mark of an entry is drawn, in a box 20 wide and 10 high. */
export function markOf({ look, dash }: KeyEntry): {
  readonly box: boolean
  readonly width: number
  readonly dash: string
} {
  if (look === 'bar' || look === 'band') return { box: true, width: look === 'bar' ? 10 : 20, dash: '' }
  const own = { line: '', thin: '', dashed: '6 4', dotted: '2 4' }[look]
  return { box: false, width: look === 'line' ? 2.5 : 1.5, dash: dash ?? own }
}

/** What the lines and bars of a chart mean. */
export function ChartKey({ of }: { readonly of: readonly KeyEntry[] }) {
  return (
    <ul className={classes.key}>
      {of.map((entry) => {
        const { box, width, dash } = markOf(entry)
        return (
          <li key={entry.label}>
            <svg width="20" height="10" aria-hidden>
              {box ? (
                <rect
                  x={(20 - width) / 2}
                  y="0"
                  width={width}
                  height="10"
                  fill={entry.colour}
                  fillOpacity={entry.look === 'band' ? 0.3 : 1}
                />
              ) : (
                <line x1="0" x2="20" y1="5" y2="5" stroke={entry.colour} strokeWidth={width} strokeDasharray={dash} />
              )}
            </svg>
            {entry.label}
          </li>
        )
      })}
    </ul>
  )
}
