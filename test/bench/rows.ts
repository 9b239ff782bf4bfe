/** One line of the report. Times are milliseconds, memory is MB of 1,048,576 bytes, and of rows a second more is better. */
export interface Row {
  readonly row: string
  readonly orders: number
  readonly unit: 'ms' | 'MB' | 'rows/s' | 'tasks'
  readonly ours: number
  readonly sqlite: number | null
  readonly lowdb: number | null
  /** Ours by what the goal compares it with, or by SQLite where it names a limit or there is none. */
  readonly ratio: number | null
  /** Null where the row is only there to be looked at. */
  readonly goal: string | null
  readonly met: boolean | null
}

export interface Values {
  readonly ours: number
  readonly sqlite: number | null
  readonly lowdb: number | null
}

/** A limit of its own, from above or below, or a multiple of something that was measured. */
export type Goal =
  | { readonly kind: 'limit'; readonly most: number }
  | { readonly kind: 'least'; readonly least: number }
  | { readonly kind: 'multiple'; readonly most: number; readonly of: number | null; readonly named: string }

const digits = 3

const rounded = (value: number): number => Number(value.toPrecision(digits))
const orNull = (value: number | null): number | null => (value === null ? null : rounded(value))

export function rowOf(
  row: string,
  orders: number,
  { ours, sqlite, lowdb }: Values,
  goal: Goal | null,
  unit: Row['unit'] = 'ms',
): Row {
  const against = goal?.kind === 'multiple' ? goal.of : sqlite
  const ratio = against === null || against === 0 ? null : ours / against
  return {
    row,
    orders,
    unit,
    ours: rounded(ours),
    sqlite: orNull(sqlite),
    lowdb: orNull(lowdb),
    ratio: orNull(ratio),
    ...(goal === null ? { goal: null, met: null } : judged(goal, ours, ratio, unit)),
  }
}

function judged(goal: Goal, ours: number, ratio: number | null, unit: Row['unit']): Pick<Row, 'goal' | 'met'> {
  if (goal.kind === 'limit') return { goal: `≤ ${goal.most} ${unit}`, met: ours <= goal.most }
  if (goal.kind === 'least') return { goal: `≥ ${goal.least} ${unit}`, met: ours >= goal.least }
  return { goal: `≤ ${goal.most} × ${goal.named}`, met: ratio === null || ratio <= goal.most }
}

const cell = (value: number | null): string => (value === null ? '–' : String(value))

export const tableHead = line(['', 'orders', 'ours', 'SQLite', 'lowdb', 'ratio', 'goal', ''])

/** The row as a person reads it. */
export const tableLine = ({ row, orders, unit, ours, sqlite, lowdb, ratio, goal, met }: Row): string =>
  line([
    `${row} (${unit})`,
    orders.toLocaleString('en-GB'),
    cell(ours),
    cell(sqlite),
    cell(lowdb),
    cell(ratio),
    goal ?? '–',
    met === null ? '' : met ? 'met' : 'MISSED',
  ])

function line(cells: readonly string[]): string {
  const widths = [54, 10, 9, 9, 9, 8, 34, 6]
  return cells
    .map((text, index) =>
      index === 0 || index > 5 ? text.padEnd(widths[index] ?? 0) : text.padStart(widths[index] ?? 0),
    )
    .join('  ')
    .trimEnd()
}
