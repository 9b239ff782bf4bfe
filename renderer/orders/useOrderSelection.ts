import { useCallback, useState } from 'react'
import { id, type OrderId } from '../../shared/ids'
import { ask } from '../api'
import type { AskedScope } from '../bulk/BulkBar'
import { notifyRefused } from '../ui/notify'
import { countSelected, nothingSelected, withSelected, type Selection } from '../ui/selection'
import type { OrderFilter } from './orderFilter'

const mostAtOnce = 500
/** As many as a job takes one by one. */
const mostChosen = 10_000

/** Which orders of the list are chosen. Another filter is another list, in which nothing is; sorting it changes nothing. */
export function useOrderSelection(filter: OrderFilter, total: number) {
  const { sort, descending, ...wanted } = filter
  const written = JSON.stringify(wanted)
  const [kept, setKept] = useState({ written, selection: nothingSelected })
  const selection = kept.written === written ? kept.selection : nothingSelected

  const onSelection = useCallback(
    (next: Selection) => {
      if (next.keys.size <= mostChosen) {
        setKept({ written, selection: next })
        return
      }
      const message = 'At most 10,000 orders are chosen one by one. Narrow the list by a filter and choose all of it.'
      notifyRefused({ code: 'too-many', message })
    },
    [written],
  )

  const onSelectRange = async (offset: number, limit: number) => {
    const keys: string[] = []
    for (let from = offset; from < offset + limit && keys.length <= mostChosen; from += mostAtOnce) {
      const slice = { offset: from, limit: Math.min(mostAtOnce, offset + limit - from) }
      const { rows } = await ask('orders.page', { ...wanted, sort, descending, ...slice })
      keys.push(...rows.map((row) => row.id))
    }
    onSelection(withSelected(selection, keys))
  }

  const ids = Array.from(selection.keys, (key) => id<OrderId>(key))
  const scope: AskedScope = selection.all ? { kind: 'matching', filter: wanted, except: ids } : { kind: 'chosen', ids }
  return { selection, onSelection, onSelectRange, scope, count: countSelected(selection, total) }
}
