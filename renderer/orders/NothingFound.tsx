import { Button } from '@mantine/core'
import type { Zone } from '../../shared/time'
import { useAsk } from '../api'
import { EmptyState } from '../ui/EmptyState'
import { countedFilter, orderFilter } from './orderFilter'
import type { OrderChip } from './orderChips'
import type { OrdersSearch } from './search'
import { orderCount } from '../ui/counts'
import classes from './orders.module.css'

interface NothingFoundProps {
  readonly chips: readonly OrderChip[]
  readonly zone: Zone
  readonly onChange: (search: OrdersSearch) => void
}

/** Says for each filter how many orders there would be without it. */
export function NothingFound({ chips, zone, onChange }: NothingFoundProps) {
  return (
    <EmptyState
      title={chips.length === 1 ? 'No order fits this filter' : 'No order fits all of these filters'}
      action={
        <div className={classes.found}>
          {chips.map((chip) => (
            <DropOne key={chip.key} chip={chip} zone={zone} onChange={onChange} />
          ))}
        </div>
      }
    >
      Drop a filter to see more.
    </EmptyState>
  )
}

interface DropOneProps {
  readonly chip: OrderChip
  readonly zone: Zone
  readonly onChange: (search: OrdersSearch) => void
}

function DropOne({ chip, zone, onChange }: DropOneProps) {
  const rest = useAsk('orders.count', countedFilter(orderFilter(chip.rest, zone)))
  const found = rest.state === 'loaded' ? rest.value : null
  return (
    <Button variant="default" size="xs" disabled={found === 0} onClick={() => onChange(chip.rest)}>
      Drop “{chip.label}”{found !== null && ` — ${orderCount(found)}`}
    </Button>
  )
}
