/** Colours of charts; the same colour means the same all over the program. Values are CSS variables of theme.css. */
export const chartColours = {
  reached: 'var(--accent)',
  funded: 'var(--tone-teal-solid)',
  placed: 'var(--tone-grey-solid)',
  cancelled: 'var(--tone-red-solid)',
  target: 'var(--text)',
  pace: 'var(--text-quiet)',
  grid: 'var(--edge)',
  axis: 'var(--text-quiet)',
  today: 'var(--edge-strong)',
  hover: 'var(--surface-hover)',
} as const

/** Properties for recharts' axes and grid. */
export const axisLook = {
  tick: { fill: chartColours.axis, fontSize: 12 },
  tickLine: false,
  axisLine: false,
} as const

export const gridLook = { stroke: chartColours.grid, vertical: false } as const
