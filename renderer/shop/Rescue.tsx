import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Exported, UnderWay } from '../../shared/backups/requests'
import { marketFacts } from '../../shared/campaigns/market'
import type { OpeningFailure } from '../../shared/shop/requests'
import { fullTime } from '../../shared/time'
import { ask, RefusedError } from '../api'
import { DeedProgress } from '../backups/DeedProgress'
import { forgetAnswers, noteShop } from '../session/enter'
import { ConsequencesDialog } from '../ui/Consequences'
import { FieldError } from '../ui/FieldError'
import { grouped, orderCount } from '../ui/counts'
import classes from './OpeningFailed.module.css'

interface RescueProps {
  readonly failure: OpeningFailure
  readonly underWay: UnderWay | null
}

/** The ways on from a shop that cannot be opened: its newest backup, and an export of what can be read. */
export function Rescue({ failure: { newestBackup }, underWay }: RescueProps) {
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [exported, setExported] = useState<Exported | null>(null)
  const made = newestBackup && fullTime(newestBackup.madeAt, marketFacts.IN.zone)

  const run = async (deed: () => Promise<void>) => {
    setRunning(true)
    setError(null)
    try {
      await deed()
    } catch (refused) {
      setError(refused instanceof RefusedError ? refused.message : 'The program did not answer. Try again.')
    } finally {
      setRunning(false)
    }
  }
  const restore = (name: string) =>
    run(async () => {
      const status = await ask('backups.rescue', { name })
      forgetAnswers(client)
      noteShop(client, status)
    })
  return (
    <div className={classes.rescue}>
      {!asked && <FieldError>{error}</FieldError>}
      {made === null ? <p>There is no backup of this shop.</p> : <p>The newest verified backup is of {made}.</p>}
      {underWay === null ? (
        <Group gap="xs">
          {newestBackup !== null && (
            <Button variant="default" disabled={running} onClick={() => setAsked(true)}>
              Restore the newest backup
            </Button>
          )}
          <Button
            variant="default"
            disabled={running}
            onClick={() => void run(async () => setExported(await ask('backups.exportReadable', {})))}
          >
            Export what can be read
          </Button>
        </Group>
      ) : (
        <DeedProgress underWay={underWay} cancel={() => ask('backups.cancelRescue', {})} />
      )}
      {exported !== null && <ExportedFacts exported={exported} />}
      {newestBackup !== null && (
        <ConsequencesDialog
          opened={asked}
          onClose={() => setAsked(false)}
          title="Restore the newest backup"
          facts={[
            `${newestBackup.shopName} will be as it was on ${made ?? ''}: ${orderCount(newestBackup.orders)}.`,
            'What was done since then is not in it and must be recorded again.',
            'The folder that cannot be opened is kept as it is, under a name with the date.',
          ]}
          confirmLabel="Restore the backup"
          error={error}
          running={running}
          onConfirm={() => void restore(newestBackup.name)}
        />
      )}
    </div>
  )
}

function ExportedFacts({ exported: { folder, orders, refunds, campaigns, unread } }: { readonly exported: Exported }) {
  return (
    <div role="status">
      <p>
        {orderCount(orders)}, {grouped(refunds)} refunds and {campaigns} campaigns were written to <code>{folder}</code>
        .
      </p>
      {unread.length > 0 && (
        <ul className={classes.unread}>
          {unread.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
