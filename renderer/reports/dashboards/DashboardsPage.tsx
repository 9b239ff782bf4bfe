import { Tabs } from '@mantine/core'
import { IconLayoutDashboard } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useAsk } from '../../api'
import { EmptyState } from '../../ui/EmptyState'
import { LoadedView } from '../../ui/LoadedView'
import { PageShell } from '../../ui/PageShell'
import { SavePdfButton } from '../../ui/SavePdfButton'
import { ReportTabs } from '../ReportTabs'
import { DashboardBoard } from './DashboardBoard'
import { NewDashboard } from './NewDashboard'
import { SchedulesPanel } from './SchedulesPanel'

const route = getRouteApi('/reports/dashboards')

/** Charts that somebody put together for themself, and reports that are written to a folder by themselves. */
export function DashboardsPage() {
  const { board } = route.useSearch()
  const navigate = route.useNavigate()
  const mine = useAsk('dashboards.mine', {}, { keep: true })
  const open = (id: string | null) => void navigate({ search: id === null ? {} : { board: id }, replace: true })
  return (
    <LoadedView of={mine}>
      {(dashboards) => {
        const shown = dashboards.find(({ id }) => id === board) ?? dashboards[0]
        return (
          <PageShell
            title="Dashboards"
            crumbs={[{ label: 'Reports', link: { to: '/reports' } }]}
            action={<NewDashboard onSaved={open} />}
            secondary={shown !== undefined && <SavePdfButton page={shown.name} />}
          >
            <ReportTabs />
            {shown === undefined ? (
              <EmptyState icon={IconLayoutDashboard} title="No dashboard of your own yet">
                New dashboard begins one: the charts that you look at every morning, in your order.
              </EmptyState>
            ) : (
              <>
                <Tabs value={shown.id} onChange={open}>
                  <Tabs.List aria-label="My dashboards">
                    {dashboards.map(({ id, name }) => (
                      <Tabs.Tab key={id} value={id}>
                        {name}
                      </Tabs.Tab>
                    ))}
                  </Tabs.List>
                </Tabs>
                <DashboardBoard key={shown.id} dashboard={shown} />
              </>
            )}
            <SchedulesPanel dashboards={dashboards} />
          </PageShell>
        )
      }}
    </LoadedView>
  )
}
