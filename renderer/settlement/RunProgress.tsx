import type { Settlement } from '../../shared/campaigns/campaign'
import classes from './settlement.module.css'

/** How far the run has come, from the campaign's own facts: a restart loses nothing of it. */
export function RunProgress({ settlement }: { readonly settlement: Settlement }) {
  const { ordersVoided, ordersToVoid } = settlement
  const words = `${ordersVoided} of ${ordersToVoid} ${ordersToVoid === 1 ? 'order' : 'orders'}`
  return (
    <div className={classes.run}>
      <div
        className={classes.runTrack}
        role="progressbar"
        aria-label="Orders voided"
        aria-valuemin={0}
        aria-valuemax={ordersToVoid}
        aria-valuenow={ordersVoided}
        aria-valuetext={words}
      >
        <div
          className={classes.runFill}
          style={{ width: ordersToVoid === 0 ? '100%' : `${(100 * ordersVoided) / ordersToVoid}%` }}
        />
      </div>
      <span aria-hidden>{words}</span>
    </div>
  )
}
