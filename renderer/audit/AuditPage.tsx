import { Button, Group } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { AuditRow } from '../../shared/audit/requests'
import { useSlices } from '../slices'
import type { Column } from '../ui/column'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageShell } from '../ui/PageShell'
import { When } from '../ui/When'
import { actionWords } from './actionWords'
import { auditChips, auditFilter, auditZone } from './auditFilter'
import { AuditFilters } from './AuditFilters'
import { BeforeAndAfter } from './BeforeAndAfter'
import type { AuditSearch } from './search'
import { SubjectLinks } from './SubjectLinks'

const route = getRouteApi('/audit')

const columns: readonly Column<AuditRow>[] = [
  { id: 'at', head: 'When', width: '142px', cell: ({ at }) => <When at={at} zone={auditZone} /> },
  { id: 'by', head: 'Who', width: 'minmax(100px, 160px)', cell: ({ byName }) => byName },
  { id: 'action', head: 'What', width: 'minmax(135px, 190px)', cell: ({ action }) => actionWords(action) },
  { id: 'summary', head: 'In words', width: 'minmax(200px, 1fr)', cell: ({ summary }) => summary },
  { id: 'subject', head: 'Leads to', width: '195px', cell: ({ subject }) => <SubjectLinks subject={subject} /> },
  { id: 'sequence', head: 'No.', width: '66px', align: 'right', cell: ({ sequence }) => sequence },
]

/** Who did what and when, newest first; a row opens to what it was before and after. */
export function AuditPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const trail = useSlices('audit.page', auditFilter(search))
  const slice = trail.of.state === 'loaded' ? trail.of.value : null
  const people = slice?.people ?? []
  const chips = auditChips(search, (id) => people.find((person) => person.id === id)?.name ?? 'one person')
  const change = (next: AuditSearch) => void navigate({ search: next, replace: true })
  return (
    <PageShell title="Audit" fill>
      <AuditFilters search={search} chips={chips} people={people} actions={slice?.actions ?? []} onChange={change} />
      {trail.of.state === 'failed' ? (
        <ErrorState message={trail.of.message} retry={trail.of.retry} />
      ) : (
        <DataTable
          ariaLabel="Audit trail"
          columns={columns}
          rows={trail.rows}
          from={trail.from}
          total={trail.total}
          loading={trail.loading}
          onRange={trail.onRange}
          rowKey={({ sequence }) => String(sequence)}
          detail={(row) => <BeforeAndAfter entry={row} />}
          nothingFound={
            chips.length > 0 ? (
              <EmptyState
                title="Nothing in the trail fits"
                action={
                  <Group gap="xs">
                    {chips.map(({ key, label, rest }) => (
                      <Button key={key} variant="default" size="xs" onClick={() => change(rest)}>
                        Drop “{label}”
                      </Button>
                    ))}
                  </Group>
                }
              >
                Drop a filter to see more.
              </EmptyState>
            ) : undefined
          }
          empty={
            <EmptyState title="Nothing has been done yet">
              Every change appears here: who made it, when, and what it was before.
            </EmptyState>
          }
        />
      )}
    </PageShell>
  )
}
