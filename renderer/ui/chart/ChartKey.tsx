import classes from './ChartKey.module.css'

interface KeyEntry {
  readonly label: string
  readonly colour: string
  readonly look: 'line' | 'thin' | 'dotted' | 'bar'
}

/** What the lines and bars of a chart mean. */
export function ChartKey({ of }: { readonly of: readonly KeyEntry[] }) {
  return (
    <ul className={classes.key}>
      {of.map(({ label, colour, look }) => (
        <li key={label}>
          <svg width="20" height="10" aria-hidden>
            {look === 'bar' ? (
              <rect x="5" y="0" width="10" height="10" fill={colour} />
            ) : (
              <line
                x1="0"
                x2="20"
                y1="5"
                y2="5"
                stroke={colour}
                strokeWidth={look === 'line' ? 2.5 : 1.5}
                {...(look === 'dotted' ? { strokeDasharray: '2 4' } : {})}
              />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
