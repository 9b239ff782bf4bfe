import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleOff, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { marketFacts } from '../../shared/campaigns/market'
import type { Colleague } from '../../shared/staff/account'
import { useAsk } from '../api'
import type { Column } from '../ui/column'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageShell } from '../ui/PageShell'
import { ToneBadge } from '../ui/ToneBadge'
import { When } from '../ui/When'
import { ChangeAccountDialog } from './ChangeAccountDialog'
import { NewAccountDialog } from './NewAccountDialog'
import { roleFacts } from './roleFacts'

const columns: readonly Column<Colleague>[] = [
  { id: 'name', head: 'Name', width: 'minmax(160px, 2fr)', cell: ({ name }) => name, sort: ({ name }) => name },
  { id: 'signInName', head: 'Sign-in name', cell: ({ signInName }) => signInName, sort: (row) => row.signInName },
  {
    id: 'roles',
    head: 'Roles',
    width: 'minmax(220px, 2fr)',
    cell: ({ roles }) => roles.map((role) => roleFacts[role].label).join(', '),
  },
  {
    id: 'active',
    head: 'State',
    width: '130px',
    cell: ({ active }) =>
      active ? (
        <ToneBadge tone="teal" icon={IconCircleCheck}>
          active
        </ToneBadge>
      ) : (
        <ToneBadge tone="grey" icon={IconCircleOff}>
          inactive
        </ToneBadge>
      ),
    sort: ({ active }) => (active ? 0 : 1),
  },
  {
    id: 'createdAt',
    head: 'Since',
    width: '120px',
    align: 'right',
    cell: ({ createdAt }) => <When at={createdAt} zone={marketFacts.IN.zone} form="day" />,
    sort: ({ createdAt }) => createdAt,
    descendingFirst: true,
  },
]

/** The accounts of the shop; a row opens what can be changed about one. */
export function StaffPage() {
  const staff = useAsk('staff.list', {})
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Colleague | null>(null)
  return (
    <PageShell
      title="Staff"
      fill
      action={
        <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          New account
        </Button>
      }
    >
      {staff.state === 'failed' ? (
        <ErrorState message={staff.message} retry={staff.retry} />
      ) : (
        <DataTable
          ariaLabel="Accounts"
          columns={columns}
          rows={staff.state === 'loaded' ? staff.value : noStaff}
          loading={staff.state === 'loading'}
          rowKey={({ id }) => id}
          onOpen={setChanging}
          empty={<EmptyState title="No accounts" />}
        />
      )}
      <NewAccountDialog opened={adding} onClose={() => setAdding(false)} />
      <ChangeAccountDialog account={changing} onClose={() => setChanging(null)} />
    </PageShell>
  )
}

const noStaff: readonly Colleague[] = []
