import type { Supporter } from '../../shared/orders/order'
import { CopyButton } from '../ui/CopyButton'
import { Facts } from '../ui/Facts'
import { Panel } from '../ui/Panel'
import { addressLines } from './addressLines'
import classes from './order.module.css'

/** Who ordered, with what is needed to write or call at hand. */
export function SupporterPanel({ supporter }: { readonly supporter: Supporter }) {
  const lines = addressLines(supporter)
  return (
    <Panel title="Supporter">
      <Facts
        of={[
          ['Name', supporter.name],
          ['Phone', <Copied key="phone" text={supporter.phone} what="phone number" />],
          ['E-mail', supporter.email === '' ? 'none given' : <Copied text={supporter.email} what="e-mail address" />],
          [
            'Address',
            <span key="address" className={classes.copied}>
              <span>
                {lines.slice(1).map((line) => (
                  <span key={line} className={classes.line}>
                    {line}
                  </span>
                ))}
              </span>
              <CopyButton value={lines.join('\n')} what="name and address" />
            </span>,
          ],
        ]}
      />
    </Panel>
  )
}

function Copied({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <span className={classes.copied}>
      <span>{text}</span>
      <CopyButton value={text} what={what} />
    </span>
  )
}
