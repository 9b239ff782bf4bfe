import { Button, Group, Select, TextInput } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { marketFacts, markets, type Market } from '../../../shared/campaigns/market'
import { dayOf, isDay, type Day } from '../../../shared/time'
import { useAsk } from '../../api'
import { EmptyState } from '../../ui/EmptyState'
import { LoadedView } from '../../ui/LoadedView'
import { PageShell } from '../../ui/PageShell'
import { Panel } from '../../ui/Panel'
import { SavePdfButton } from '../../ui/SavePdfButton'
import { useNow } from '../../ui/useNow'
import { spanWords } from '../periodWords'
import { ReportTabs } from '../ReportTabs'
import { JournalPanel } from './JournalPanel'
import { MoneyByCampaign } from './MoneyByCampaign'
import { RefundAgesTable } from './RefundAgesTable'
import type { MoneySearch } from './search'

const route = getRouteApi('/reports/money')

/** Where the money is: campaign by campaign, in refunds that wait, in the gateway's file and in the books. */
export function MoneyPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const at = useNow()
  const market = search.market ?? 'IN'
  const today = dayOf(at, marketFacts[market].zone)
  const to = search.to ?? today
  const from = search.from ?? firstOfMonth(to)
  const change = (next: MoneySearch) => void navigate({ search: { ...search, ...next }, replace: true })
  const money = useAsk('reports.money', { market, to }, { keep: true })
  const ages = useAsk('reports.refundAges', {})
  const words = [marketFacts[market].name, spanWords({ from, to })]
  return (
    <PageShell
      title="Money"
      crumbs={[{ label: 'Reports', link: { to: '/reports' } }]}
      secondary={
        <>
          <Button variant="default" renderRoot={(props) => <Link to="/reports/money/reconcile" {...props} />}>
            Reconcile a settlement file
          </Button>
          <SavePdfButton page="Money" words={words} />
        </>
      }
    >
      <ReportTabs />
      <Standing market={market} to={to} onChange={change} />
      <LoadedView of={money}>
        {(value) =>
          value.campaigns.length === 0 ? (
            <EmptyState title={`No campaign in ${marketFacts[market].name}`}>
              Money shows here as soon as a campaign of this market was launched.
            </EmptyState>
          ) : (
            <MoneyByCampaign money={value} to={to} />
          )
        }
      </LoadedView>
      <Panel title="Refunds that supporters wait for" flush>
        <LoadedView of={ages}>{(cells) => <RefundAgesTable cells={cells} />}</LoadedView>
      </Panel>
      <JournalPanel market={market} from={from} to={to} onFrom={(day) => change({ from: day })} />
    </PageShell>
  )
}

const firstOfMonth = (of: Day): Day => {
  const first = `${of.slice(0, 8)}01`
  return isDay(first) ? first : of
}

interface StandingProps {
  readonly market: Market
  readonly to: Day
  readonly onChange: (search: MoneySearch) => void
}

/** Whose money, and at the end of which day. */
function Standing({ market, to, onChange }: StandingProps) {
  return (
    <Group align="flex-start" gap="sm">
      <Select
        label="Market"
        data={markets.map((value) => ({ value, label: marketFacts[value].name }))}
        value={market}
        allowDeselect={false}
        onChange={(value) => {
          const known = markets.find((each) => each === value)
          if (known !== undefined) onChange({ market: known })
        }}
      />
      <TextInput
        label="Up to, included"
        type="date"
        value={to}
        onChange={({ currentTarget: { value } }) => isDay(value) && onChange({ to: value })}
      />
    </Group>
  )
}
