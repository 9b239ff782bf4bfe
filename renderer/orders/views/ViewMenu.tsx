import { Button, Group, Menu } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconTrash } from '@tabler/icons-react'
import type { SavedView } from '../../../shared/views/view'
import { useCommand } from '../../api'
import { notifyRefused, notifySaved } from '../../ui/notify'
import type { OrdersSearch } from '../search'
import { addressOf, keptPart, sameList } from './orderViews'
import { SaveView } from './SaveView'

interface ViewMenuProps {
  readonly view: SavedView
  readonly search: OrdersSearch
  readonly onChange: (search: OrdersSearch) => void
}

/** What can be done with a saved view: take up the filters that were changed since, or remove it. */
export function ViewMenu({ view, search, onChange }: ViewMenuProps) {
  const save = useCommand('views.save')
  const remove = useCommand('views.remove')
  const put = async (next: SavedView, done: string) => {
    const reply = await save.run(next)
    if (reply.ok) notifySaved(done)
    else notifyRefused(reply.refusal)
  }
  const takeAway = async () => {
    const reply = await remove.run({ id: view.id })
    if (!reply.ok) {
      notifyRefused(reply.refusal)
      return
    }
    onChange(keptPart(search))
    notifySaved(`The view ${view.name} is removed`, { run: () => void put(view, `The view ${view.name} is back`) })
  }
  const changed = !sameList(addressOf(view), search)
  return (
    <Group gap={6} wrap="nowrap">
      {changed && (
        <>
          <Button
            variant="default"
            size="xs"
            loading={save.running}
            onClick={() =>
              void put({ ...view, search: JSON.stringify(keptPart(search)) }, `The view ${view.name} is changed`)
            }
          >
            Change {view.name}
          </Button>
          <SaveView keep={() => keptPart(search)} onSaved={(id) => onChange({ ...search, view: id })} />
        </>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconBookmark size={14} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            View
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void takeAway()}>
            Remove {view.name}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
