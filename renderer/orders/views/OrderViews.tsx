import { Tabs } from '@mantine/core'
import type { SavedView } from '../../../shared/views/view'
import { useAsk } from '../../api'
import { grouped } from '../../ui/counts'
import { countedFilter, homeZone, orderFilter } from '../orderFilter'
import type { OrdersSearch } from '../search'
import { useOrderCampaigns } from '../useOrderCampaigns'
import { addressOf, sameList, usualViews } from './orderViews'
import { SaveView } from './SaveView'
import { ViewMenu } from './ViewMenu'
import classes from './views.module.css'

interface OrderViewsProps {
  readonly search: OrdersSearch
  readonly onChange: (search: OrdersSearch) => void
}

/** The lists that somebody comes back to, each with its count: the usual ones and their own. */
export function OrderViews({ search, onChange }: OrderViewsProps) {
  const mine = useAsk('views.mine', {}, { keep: true })
  const saved = mine.state === 'loaded' ? mine.value : []
  const chosen = saved.find(({ id }) => id === search.view)
  const usual = usualViews.find((view) => sameList(view.search, search))
  const open = (key: string | null) => {
    const own = saved.find(({ id }) => id === key)
    if (own !== undefined) onChange(addressOf(own))
    else onChange(usualViews.find(({ name }) => name === key)?.search ?? search)
  }
  return (
    <div className={classes.bar}>
      <Tabs value={chosen?.id ?? usual?.name ?? null} onChange={open} className={classes.tabs}>
        <Tabs.List aria-label="Views of orders">
          {usualViews.map((view) => (
            <ViewTab key={view.name} value={view.name} name={view.name} search={view.search} />
          ))}
          {saved.map((view) => (
            <ViewTab key={view.id} value={view.id} name={view.name} search={addressOf(view)} />
          ))}
        </Tabs.List>
      </Tabs>
      <ViewActions search={search} chosen={chosen} usual={usual !== undefined} onChange={onChange} />
    </div>
  )
}

interface ViewTabProps {
  readonly value: string
  readonly name: string
  readonly search: OrdersSearch
}

function ViewTab({ value, name, search }: ViewTabProps) {
  const campaigns = useOrderCampaigns()
  const zone = campaigns.find(({ id }) => id === search.campaignId)?.zone ?? homeZone
  const count = useAsk('orders.count', countedFilter(orderFilter(search, zone)), { keep: true })
  return (
    <Tabs.Tab value={value}>
      <span className={classes.view}>
        <span className={classes.name}>{name}</span>
        <span className={classes.count}>{count.state === 'loaded' ? grouped(count.value) : ''}</span>
      </span>
    </Tabs.Tab>
  )
}

interface ViewActionsProps extends OrderViewsProps {
  readonly chosen: SavedView | undefined
  /** One of the usual views is shown, which needs not be saved. */
  readonly usual: boolean
}

/** What can be done with the list that is shown: keep it under a name, or change the view it came from. */
function ViewActions({ search, chosen, usual, onChange }: ViewActionsProps) {
  if (chosen !== undefined) {
    return <ViewMenu view={chosen} search={search} onChange={onChange} />
  }
  return usual ? null : <SaveView search={search} onSaved={(view) => onChange({ ...search, view })} />
}
