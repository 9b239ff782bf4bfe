import type { Order } from '../../shared/orders/order'
import { storyOf, type StoryKind } from '../../shared/orders/story'
import { shortTime, type Zone } from '../../shared/time'
import { Panel } from '../ui/Panel'
import type { Tone } from '../ui/tones'
import { When } from '../ui/When'
import { NoteField } from './NoteField'
import classes from './order.module.css'

const tones: Record<StoryKind, Tone> = {
  placed: 'blue',
  paid: 'teal',
  'late money': 'yellow',
  lapsed: 'grey',
  cancelled: 'grey',
  undone: 'teal',
  refund: 'blue',
  'refund failed': 'red',
  shipped: 'violet',
  delivered: 'violet',
  voided: 'red',
  note: 'yellow',
  assigned: 'grey',
}

/** The order's whole history, newest first, and where one adds to it. */
export function OrderTimeLine({ order, zone }: { readonly order: Order; readonly zone: Zone }) {
  return (
    <Panel title="Time line">
      <NoteField orderId={order.id} />
      <ol className={classes.story} reversed>
        {storyOf(order).map((line, index) => (
          <li key={index} className={classes.event} data-tone={tones[line.kind]}>
            <span className={classes.dot} aria-hidden />
            <div className={classes.what}>{line.what}</div>
            {line.note !== '' && <div className={classes.note}>{line.note}</div>}
            <div className={classes.who}>
              <When at={line.at} zone={zone} /> · {line.by ?? 'by itself'}
              {line.confirmedAt !== null && shortTime(line.confirmedAt, zone) !== shortTime(line.at, zone) && (
                <>
                  {' '}
                  · confirmed <When at={line.confirmedAt} zone={zone} />
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
