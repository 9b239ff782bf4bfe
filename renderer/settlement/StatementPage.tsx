import { Anchor, Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useAsk } from '../api'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { StatementSheet } from './StatementSheet'

const route = getRouteApi('/settlement/$campaignId/statement')

/** The statement of a closed settlement, to be read and printed. */
export function StatementPage() {
  const { campaignId } = route.useParams()
  const campaign = useAsk('campaigns.one', { id: campaignId })
  return (
    <LoadedView of={campaign}>
      {(view) => {
        const settlement = view?.campaign.settlement
        const statement = settlement?.statement
        const crumbs = [
          { label: 'Settlement', link: { to: '/settlement' } },
          ...(view === null
            ? []
            : [{ label: view.productName, link: { to: '/settlement/$campaignId', params: { campaignId } } } as const]),
        ] as const
        if (view === null || !settlement || !statement)
          return (
            <PageShell title="Statement" crumbs={crumbs}>
              <EmptyState
                title="There is no statement yet"
                action={<Anchor renderRoot={(props) => <Link to="/settlement" {...props} />}>All settlements</Anchor>}
              >
                A statement is written when a settlement’s run is through.
              </EmptyState>
            </PageShell>
          )
        return (
          <PageShell
            title="Statement"
            crumbs={crumbs}
            action={
              <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
                Print
              </Button>
            }
          >
            <StatementSheet view={view} settlement={settlement} statement={statement} />
          </PageShell>
        )
      }}
    </LoadedView>
  )
}
