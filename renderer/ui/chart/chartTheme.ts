import { axisTick } from './axisTick'

/**
 * Colours of charts; the same colour means the same all over the program. Values are CSS variables of theme.css, which know both schemes.
 * Colour is never alone: lines differ in dash and mark, bars in their place and label.
 */
export const chartColours = {
  reached: 'var(--accent)',
  funded: 'var(--tone-teal-solid)',
  placed: 'var(--tone-grey-solid)',
  paid: 'var(--accent)',
  cancelled: 'var(--tone-red-solid)',
  lapsed: 'var(--tone-grey-solid)',
  late: 'var(--tone-violet-solid)',
  target: 'var(--text)',
  pace: 'var(--text-quiet)',
  /** The median of a forecast; its bands are the same colour, `bandLook` says how faint. */
  forecast: 'var(--tone-blue-solid)',
  grid: 'var(--edge)',
  axis: 'var(--text-quiet)',
  today: 'var(--edge-strong)',
  hover: 'var(--surface-hover)',
} as const

/** Eight colours for what has none of its own (modes, products, cities), in this order; more belong together as "others". */
export const categories = [1, 2, 3, 4, 5, 6, 7, 8].map((place) => `var(--chart-${place})`)

/** The colour and the dash of the series in that place: they differ also where colours cannot be told apart. */
export const seriesLook = (place: number) => ({
  stroke: categories[place % categories.length] ?? chartColours.axis,
  strokeDasharray: dashes[place % dashes.length] ?? '',
})

const dashes = ['', '6 3', '2 3', '8 3 2 3', '12 4', '4 2 1 2', '3 2', '10 2 2 2 2 2']

/** From little to much, of heat maps. */
export const heatSteps = [0, 1, 2, 3, 4, 5, 6].map((step) => `var(--chart-heat-${step})`)

/**
 * What is drawn stands where it is written, the later above the earlier. In layers of its own, as recharts does it, a chart is first drawn
 * without it.
 */
export const inPlace = { zIndex: 0 } as const

/** Of words inside a chart: a target's, today's. */
export const labelLook = { fill: chartColours.axis, fontSize: 12 } as const

/** Properties for recharts' axes and grid. */
export const axisLook = {
  ...inPlace,
  tick: axisTick(labelLook),
  tickLine: false,
  axisLine: false,
} as const

/** Of an axis of days, besides `axisLook`: its words are as many days apart as each other. */
export const dayLook = { interval: 'equidistantPreserveStart', minTickGap: 32 } as const

export const gridLook = { ...inPlace, stroke: chartColours.grid, vertical: false } as const

/** Of a chart as a whole: `<LineChart data={points} {...plotLook}>`. */
export const plotLook = { margin: { top: 16, right: 24, bottom: 0, left: 0 }, accessibilityLayer: true } as const

/** Of lines; `connectNulls` stays false, so what is missing is a gap. */
export const lineLook = {
  ...inPlace,
  dot: false,
  isAnimationActive: false,
  connectNulls: false,
  strokeWidth: 2,
} as const

export const barLook = { ...inPlace, maxBarSize: 28, isAnimationActive: false } as const

/** Of areas. */
export const areaLook = { ...inPlace, isAnimationActive: false } as const

/** Two nested bands of a forecast, the outer drawn first: `<Area dataKey={(point) => [point.low, point.high]} {...bandLook.outer} />`. */
export const bandLook = {
  outer: { ...areaLook, fill: chartColours.forecast, fillOpacity: 0.14, stroke: 'none' },
  inner: { ...areaLook, fill: chartColours.forecast, fillOpacity: 0.26, stroke: 'none' },
} as const

export const targetLook = { ...inPlace, stroke: chartColours.target, strokeDasharray: '6 4' } as const

/** Of a span of days that is marked behind what is drawn after it. */
export const spanLook = { ...inPlace, fillOpacity: 0.12 } as const
