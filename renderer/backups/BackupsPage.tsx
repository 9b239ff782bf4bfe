import { Button } from '@mantine/core'
import { IconArchive, IconDatabaseExport, IconShieldCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Backup, BackupReason, BackupsView } from '../../shared/backups/requests'
import { marketFacts } from '../../shared/campaigns/market'
import { ask, RefusedError, useAsk } from '../api'
import type { Column } from '../ui/column'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { notifyRefused, notifySaved } from '../ui/notify'
import { PageShell } from '../ui/PageShell'
import { Panel } from '../ui/Panel'
import { ToneBadge } from '../ui/ToneBadge'
import { When } from '../ui/When'
import { grouped } from '../ui/counts'
import classes from './backups.module.css'
import { DeedProgress } from './DeedProgress'
import { RestoreDialog } from './RestoreDialog'
import { sizeWords } from './sizeWords'

const { zone } = marketFacts.IN

const reasonWords: Record<BackupReason, string> = {
  daily: 'Daily',
  'asked for': 'Asked for',
  'before an update': 'Before an update',
}

const columnsWith = (restore: (backup: Backup) => void): readonly Column<Backup>[] => [
  {
    id: 'madeAt',
    head: 'Made',
    width: 'minmax(130px, 1fr)',
    cell: ({ madeAt }) => <When at={madeAt} zone={zone} />,
    sort: ({ madeAt }) => madeAt,
    descendingFirst: true,
  },
  { id: 'reason', head: 'Why', width: '110px', cell: ({ reason }) => reasonWords[reason] },
  {
    id: 'verified',
    head: 'State',
    width: '130px',
    cell: () => (
      <ToneBadge tone="teal" icon={IconShieldCheck}>
        verified
      </ToneBadge>
    ),
  },
  { id: 'orders', head: 'Orders', width: '110px', align: 'right', cell: ({ orders }) => grouped(orders) },
  { id: 'audit', head: 'Audit entries', width: '130px', align: 'right', cell: (row) => grouped(row.auditEntries) },
  {
    id: 'bytes',
    head: 'Size',
    width: '110px',
    align: 'right',
    cell: ({ bytes }) => sizeWords(bytes),
    sort: ({ bytes }) => bytes,
  },
  {
    id: 'restore',
    head: 'Action',
    width: '110px',
    align: 'right',
    cell: (backup) => (
      <Button variant="default" size="compact-xs" onClick={() => restore(backup)}>
        Restore
        <span className="out-of-sight">
          {' '}
          the backup of <When at={backup.madeAt} zone={zone} form="full" />
        </span>
      </Button>
    ),
  },
]

/** Says why something was not done; a cancelled deed is what was asked for. */
function tellRefused(error: unknown): void {
  const unanswered = { code: 'no-answer', message: 'The program did not answer. Try again.' }
  const refusal = error instanceof RefusedError ? error.refusal : unanswered
  if (refusal.code !== 'cancelled') notifyRefused(refusal)
}

/** The dated, proven copies of the shop, for managers: make one now, restore one, choose where they are kept. */
export function BackupsPage() {
  const view = useAsk('backups.view', {})
  const [making, setMaking] = useState(false)
  const underWay = view.state === 'loaded' ? view.value.underWay : null
  const make = async () => {
    setMaking(true)
    try {
      await ask('backups.make', {})
      notifySaved('The backup is complete and verified.')
    } catch (error) {
      tellRefused(error)
    } finally {
      setMaking(false)
    }
  }
  return (
    <PageShell
      title="Backups"
      action={
        <Button
          leftSection={<IconDatabaseExport size={16} aria-hidden />}
          disabled={making || underWay !== null}
          onClick={() => void make()}
        >
          Back up now
        </Button>
      }
    >
      <LoadedView of={view}>{(loaded) => <BackupsList view={loaded} />}</LoadedView>
    </PageShell>
  )
}

function BackupsList({ view }: { readonly view: BackupsView }) {
  const { backups, unusable, underWay, problem } = view
  const [restoring, setRestoring] = useState<Backup | null>(null)
  const columns = useMemo(() => columnsWith(setRestoring), [])
  return (
    <div className={classes.stack}>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          <strong>The last daily backup was not made.</strong> {problem}
        </p>
      )}
      {underWay !== null && <DeedProgress underWay={underWay} cancel={() => ask('backups.cancel', {})} />}
      <BackupsPlace view={view} />
      <DataTable
        ariaLabel="Backups"
        columns={columns}
        rows={backups}
        rowKey={({ name }) => name}
        maxHeight={560}
        empty={
          <EmptyState icon={IconArchive} title="No backups yet">
            One is made each day on which something was done, while the program is open.
          </EmptyState>
        }
      />
      {unusable.length > 0 && (
        <Panel title="Cannot be used">
          <ul className={classes.unusable}>
            {unusable.map(({ name, what }) => (
              <li key={name}>
                <code>{name}</code> {what}.
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {restoring !== null && (
        <RestoreDialog backup={restoring} underWay={underWay} onClose={() => setRestoring(null)} />
      )}
    </div>
  )
}

function BackupsPlace({ view: { folder, usualFolder } }: { readonly view: BackupsView }) {
  const choose = async () => {
    try {
      await ask('backups.chooseFolder', {})
    } catch (error) {
      tellRefused(error)
    }
  }
  return (
    <Panel title="Where and how long">
      <div className={classes.stack}>
        <div className={classes.place}>
          <code>{folder}</code>
          <Button variant="default" size="compact-sm" onClick={() => void choose()}>
            Choose another folder
          </Button>
        </div>
        <span className={classes.place}>
          {usualFolder && 'This folder is on the same disk as the shop; a folder on another disk outlives this one. '}
          The newest of each of the last 7 days, 4 weeks and 12 months that have one are kept. Each is read again and
          opened before it counts.
        </span>
      </div>
    </Panel>
  )
}
