import { useCallback, useState } from 'react'
import { id, type OrderId, type RefundId } from '../../../shared/ids'
import { mostInBatch } from '../../../shared/refunds/batches/batch'
import type { RefundRow } from '../../../shared/refunds/requests'
import type { RequestInput } from '../../../shared/requests'
import { ask } from '../../api'
import type { SliceFilter } from '../../slices'
import { grouped } from '../../ui/counts'
import { notifyRefused } from '../../ui/notify'
import { countSelected, nothingSelected, withSelected, type Selection } from '../../ui/selection'

export type AskedRefunds = RequestInput<'batches.draft'>['chosen']

/** Rows of one question. */
const mostAtOnce = 500

/** Names the refund and the order that it belongs to. */
export const refundKey = ({ orderId, refund }: RefundRow): string => `${orderId} ${refund.id}`

function namedBy(key: string): { readonly orderId: OrderId; readonly refundId: RefundId } {
  const [orderId = '', refundId = ''] = key.split(' ')
  return { orderId: id<OrderId>(orderId), refundId: id<RefundId>(refundId) }
}

/** Which refunds of the queue are chosen. Another filter is another list, in which nothing is. */
export function useRefundSelection(filter: SliceFilter<'refunds.page'>, total: number) {
  const written = JSON.stringify(filter)
  const [kept, setKept] = useState({ written, selection: nothingSelected })
  const selection = kept.written === written ? kept.selection : nothingSelected
  const onSelection = useCallback(
    (next: Selection) => {
      if (next.keys.size <= mostInBatch) setKept({ written, selection: next })
      else notifyRefused({ code: 'too-many', message: `A batch holds ${grouped(mostInBatch)} refunds at most.` })
    },
    [written],
  )
  const onSelectRange = async (offset: number, limit: number) => {
    const keys: string[] = []
    for (let from = offset; from < offset + limit && keys.length <= mostInBatch; from += mostAtOnce) {
      const { rows } = await ask('refunds.page', {
        ...filter,
        offset: from,
        limit: Math.min(mostAtOnce, offset + limit - from),
      })
      keys.push(...rows.map(refundKey))
    }
    onSelection(withSelected(selection, keys))
  }
  const named = Array.from(selection.keys, namedBy)
  const chosen: AskedRefunds = selection.all
    ? { kind: 'matching', filter, except: named.map(({ refundId }) => refundId) }
    : { kind: 'refunds', refunds: named }
  return { selection, onSelection, onSelectRange, chosen, count: countSelected(selection, total) }
}
