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

/** Eight categories that stay apart under deuteranopia (after Okabe and Ito, 2008). */
export const chartCategories = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#8a8f98',
  '#b8a800',
] as const

/** Properties for recharts' axes and grid. */
export const axisLook = {
  tick: { fill: chartColours.axis, fontSize: 12 },
  tickLine: false,
  axisLine: false,
} as const

export const gridLook = { stroke: chartColours.grid, vertical: false } as const
