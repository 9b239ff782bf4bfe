import type { ReactNode } from 'react'
import type { Cell } from '../../shared/cell'
import { Money } from './Money'
import { Nothing } from './Nothing'
import { When } from './When'

interface CellShownProps {
  readonly cell: Cell
  /** What the mark of an empty cell is read as. */
  readonly none?: string | undefined
}

/** A cell of a list the way its kind is always shown. */
export function CellShown({ cell, none = 'none' }: CellShownProps): ReactNode {
  if (cell === null) return <Nothing what={none} />
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'count':
      return cell.count
    case 'money':
      return <Money amount={cell.amount} currency={cell.currency} />
    case 'instant':
      return <When at={cell.at} zone={cell.zone} />
  }
}
