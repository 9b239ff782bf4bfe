import { useLocalStorage } from '@mantine/hooks'
import { useCallback, useMemo } from 'react'
import { z } from 'zod'
import { useSession } from '../session/useSession'
import type { Column } from './column'

/** What somebody made of a list's columns: which are shown, in which order, and how wide those are that were drawn. */
const layoutSchema = z.object({
  shown: z.array(z.string()).nullable(),
  /** Pixels. */
  widths: z.record(z.string(), z.number().min(1)),
})
type Layout = z.output<typeof layoutSchema>

const untouched: Layout = { shown: null, widths: {} }

/** Narrower than this nothing can be read, and wider than this no other column is seen. */
const narrowest = 48
const widest = 800

export interface ColumnLayout<Row> {
  /** Those shown, in their order and width. Stable while nothing changes. */
  readonly columns: readonly Column<Row>[]
  readonly show: (ids: readonly string[]) => void
  /** Pixels; what is too narrow or too wide is brought into bounds. */
  readonly resize: (id: string, width: number) => void
  /** The column's own width again. */
  readonly fit: (id: string) => void
  readonly reset: () => void
  readonly changed: boolean
}

function read(text: string | undefined): Layout {
  if (text === undefined) return untouched
  try {
    return layoutSchema.parse(JSON.parse(text))
  } catch {
    return untouched
  }
}

/**
 * The columns of a list as whoever is signed in wants them, kept on this computer. `usual` names those that are shown before
 * anything was chosen; of a kept choice, columns that no longer exist are left out.
 */
export function useColumnLayout<Row>(
  list: string,
  all: readonly Column<Row>[],
  usual: readonly string[],
): ColumnLayout<Row> {
  const { who } = useSession()
  const [layout, setLayout, forget] = useLocalStorage<Layout>({
    key: `columns of ${list} for ${who.id}`,
    defaultValue: untouched,
    getInitialValueInEffect: false,
    deserialize: read,
  })
  const columns = useMemo(() => laidOut(all, layout.shown ?? usual, usual, layout.widths), [all, layout, usual])
  const show = useCallback(
    (shown: readonly string[]) => setLayout((old) => ({ ...old, shown: [...shown] })),
    [setLayout],
  )
  const resize = useCallback(
    (id: string, width: number) =>
      setLayout((old) => ({
        ...old,
        widths: { ...old.widths, [id]: Math.round(Math.min(widest, Math.max(narrowest, width))) },
      })),
    [setLayout],
  )
  const fit = useCallback(
    (id: string) =>
      setLayout(({ shown, widths }) => {
        const left = { ...widths }
        Reflect.deleteProperty(left, id)
        return { shown, widths: left }
      }),
    [setLayout],
  )
  const changed = layout.shown !== null || Object.keys(layout.widths).length > 0
  return useMemo(
    () => ({ columns, show, resize, fit, reset: forget, changed }),
    [columns, show, resize, fit, forget, changed],
  )
}

function laidOut<Row>(
  all: readonly Column<Row>[],
  shown: readonly string[],
  usual: readonly string[],
  widths: Layout['widths'],
): readonly Column<Row>[] {
  const known = (ids: readonly string[]) => ids.flatMap((id) => all.find((column) => column.id === id) ?? [])
  const chosen = known(shown)
  return (chosen.length === 0 ? known(usual) : chosen).map((column) => {
    const width = widths[column.id]
    return width === undefined ? column : { ...column, width: `${String(width)}px` }
  })
}
