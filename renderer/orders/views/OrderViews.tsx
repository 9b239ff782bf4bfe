import { Tabs } from '@mantine/core'
import { memo } from 'react'
import type { ViewId } from '../../../shared/ids'
import type { SavedView } from '../../../shared/views/view'
import { useAsk } from '../../api'
import { grouped } from '../../ui/counts'
import { useSteady } from '../../ui/useSteady'
import { countedFilter, orderFilter, zoneOfSearch } from '../orderFilter'
import type { OrdersSearch } from '../search'
import { useOrderCampaigns } from '../useOrderCampaigns'
import { addressOf, keptPart, sameList, usualViews } from './orderViews'
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
  const saved = mine.state === 'loaded' ? mine.value : none
  const chosen = saved.find(({ id }) => id === search.view)
  const usual = usualViews.find((view) => sameList(view.search, search))
  return (
    <div className={classes.bar}>
      <ViewTabs
        shown={chosen?.id ?? usual?.name ?? null}
        saved={saved}
        onOpen={useSteady((view: OrdersSearch) => onChange(view))}
      />
      <ViewActions search={search} chosen={chosen} usual={usual !== undefined} onChange={onChange} />
    </div>
  )
}

const none: readonly SavedView[] = []

interface ViewTabsProps {
  readonly shown: string | null
  readonly saved: readonly SavedView[]
  readonly onOpen: (search: OrdersSearch) => void
}

/** Not drawn again for each letter of a search. */
const ViewTabs = memo(function ViewTabs({ shown, saved, onOpen }: ViewTabsProps) {
  const open = (key: string | null) => {
    const own = saved.find(({ id }) => id === key)
    const view = own === undefined ? usualViews.find(({ name }) => name === key)?.search : addressOf(own)
    if (view !== undefined) onOpen(view)
  }
  return (
    <Tabs value={shown} onChange={open} className={classes.tabs}>
      <Tabs.List aria-label="Views of orders">
        {usualViews.map((view) => (
          <ViewTab key={view.name} value={view.name} name={view.name} search={view.search} />
        ))}
        {saved.map((view) => (
          <ViewTab key={view.id} value={view.id} name={view.name} search={addressOf(view)} />
        ))}
      </Tabs.List>
    </Tabs>
  )
})

interface ViewTabProps {
  readonly value: string
  readonly name: string
  readonly search: OrdersSearch
}

function ViewTab({ value, name, search }: ViewTabProps) {
  const campaigns = useOrderCampaigns()
  const zone = zoneOfSearch(search, campaigns)
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
  const keep = useSteady(() => keptPart(search))
  const saved = useSteady((view: ViewId) => onChange({ ...search, view }))
  if (chosen !== undefined) {
    return <ViewMenu view={chosen} search={search} onChange={onChange} />
  }
  return usual ? null : <SaveView keep={keep} onSaved={saved} />
}
