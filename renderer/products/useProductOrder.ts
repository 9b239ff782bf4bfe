import { useCallback, useEffect, useRef, useState } from 'react'
import type { ProductId } from '../../shared/ids'
import type { ProductRow } from '../../shared/products/requests'
import { useCommand } from '../api'
import { moved } from './moved'

export interface ProductOrder {
  /** In the order that was wished for, or the saved one. */
  readonly rows: readonly ProductRow[]
  readonly move: (from: number, to: number) => void
  /** Why the last move was taken back; null while all is well. */
  readonly refused: string | null
  readonly forgetRefusal: () => void
}

interface Wish {
  readonly ids: readonly ProductId[]
  /** The saved order that stood when the last reply came; a newer one replaces the wish. Null while replies are due. */
  readonly answeredOn: string | null
}

const idsOf = (rows: readonly ProductRow[]): readonly ProductId[] => rows.map(({ product }) => product.id)

/** The rows as they were wished for. Products that came meanwhile stand at the end. */
function arrange(rows: readonly ProductRow[], ids: readonly ProductId[]): readonly ProductRow[] {
  const byId = new Map(rows.map((row) => [row.product.id, row]))
  const wished = ids.flatMap((id) => byId.get(id) ?? [])
  const others = rows.filter(({ product }) => !ids.includes(product.id))
  return [...wished, ...others]
}

/** The list's order: shown at once as wished, saved one move after the other, back to the saved one when refused. */
export function useProductOrder(saved: readonly ProductRow[]): ProductOrder {
  const { run } = useCommand('products.reorder')
  const [wish, setWish] = useState<Wish | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const line = useRef<Promise<void>>(Promise.resolve())
  const due = useRef(0)
  const savedKey = idsOf(saved).join(' ')
  const latestKey = useRef(savedKey)
  useEffect(() => {
    latestKey.current = savedKey
  }, [savedKey])

  const wished = wish !== null && (wish.answeredOn === null || wish.answeredOn === savedKey)
  const rows = wished ? arrange(saved, wish.ids) : saved

  const send = useCallback(
    async (ids: readonly ProductId[]) => {
      const reply = await run({ ids: [...ids] })
      due.current -= 1
      if (!reply.ok) {
        setWish(null)
        setRefused(reply.refusal.message)
      } else if (due.current === 0) {
        setWish({ ids, answeredOn: latestKey.current })
      }
    },
    [run],
  )

  const move = (from: number, to: number) => {
    const ids = moved(idsOf(rows), from, to)
    if (ids.every((id, index) => id === rows[index]?.product.id)) return
    setRefused(null)
    setWish({ ids, answeredOn: null })
    due.current += 1
    line.current = line.current.then(() => send(ids))
  }
  return { rows, move, refused, forgetRefusal: () => setRefused(null) }
}
