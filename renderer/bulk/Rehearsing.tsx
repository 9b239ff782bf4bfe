import { ask, useAsk } from '../api'
import { grouped } from '../ui/counts'
import { TrackProgress } from '../ui/TrackProgress'

/** How far the rehearsal under way is. */
export function Rehearsing() {
  const underWay = useAsk('bulk.rehearsing', {})
  const { tried, orders } = (underWay.state === 'loaded' ? underWay.value : null) ?? { tried: 0, orders: 0 }
  const share = orders === 0 ? 0 : Math.floor((100 * tried) / orders)
  return (
    <TrackProgress
      label="Rehearsing"
      words={`Rehearsing, nothing is changed: ${grouped(tried)} of ${grouped(orders)}`}
      share={share}
      cancel={() => ask('bulk.stopRehearsing', {})}
      cancelLabel="Stop"
    />
  )
}
