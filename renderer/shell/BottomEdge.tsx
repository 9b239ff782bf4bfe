import { IconAlertTriangle } from '@tabler/icons-react'
import type { ShopStatus } from '../../shared/shop/requests'
import { useAsk } from '../api'
import { useUnsaved } from '../saving'
import classes from './BottomEdge.module.css'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

const readingLookMilliseconds = 500

const whileReading = (status: ShopStatus): number | null =>
  status.kind === 'open' && status.readAhead !== null ? readingLookMilliseconds : null

/** Says when the last change was saved and in which shop; red, over the whole width, while something is not saved. */
export function BottomEdge() {
  const status = useAsk('shop.status', {}, { again: whileReading })
  const unsavedHere = useUnsaved()
  if (status.state !== 'loaded' || status.value.kind !== 'open') return <footer className={classes.edge} />
  const { shop, savedAt, notSaved, readAhead } = status.value
  const problem = unsavedHere ?? notSaved
  return (
    <footer className={classes.edge} data-unsaved={problem !== null || undefined}>
      {problem !== null && (
        <span className={classes.problem} role="alert">
          <IconAlertTriangle size={16} aria-hidden />
          <strong>Not saved.</strong> {problem}
        </span>
      )}
      {readAhead !== null && (
        <span>
          Orders and the audit trail are being read, {Math.floor(100 * readAhead)} % so far. Lists and changes that need
          them wait until then.
        </span>
      )}
      <span className={classes.facts}>
        {savedAt === null ? 'no change since the start' : `saved ${clock.format(savedAt)}`}
        {shop === 'sample' ? <span className={classes.sample}>sample shop</span> : ' · your shop'}
      </span>
    </footer>
  )
}
