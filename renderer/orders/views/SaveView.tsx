import { Button, Popover, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconBookmarkPlus } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { id, type ViewId } from '../../../shared/ids'
import { useCommand } from '../../api'
import { errorsFrom } from '../../ui/formErrors'
import { notifySaved } from '../../ui/notify'
import type { OrdersSearch } from '../search'

interface SaveViewProps {
  /** What is kept: the list as it is shown when the name is given. */
  readonly keep: () => OrdersSearch
  readonly onSaved: (view: ViewId) => void
}

/** Keeps the list that is shown under a name. */
export const SaveView = memo(function SaveView({ keep, onSaved }: SaveViewProps) {
  const [opened, setOpened] = useState(false)
  const save = useCommand('views.save')
  const form = useForm({ initialValues: { name: '' } })
  const submit = form.onSubmit(async ({ name }) => {
    const viewId = id<ViewId>(crypto.randomUUID())
    const reply = await save.run({ id: viewId, name, search: JSON.stringify(keep()) })
    if (!reply.ok) {
      form.setErrors(errorsFrom(reply.refusal, { root: 'name' }))
      return
    }
    setOpened(false)
    form.reset()
    notifySaved(`The view ${name.trim()} is saved`)
    onSaved(viewId)
  })
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconBookmarkPlus size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          Save view
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Save view" p="sm">
        <form onSubmit={submit}>
          <Stack gap="xs" w={240}>
            <TextInput
              label="Name"
              description="These filters, kept for you, with their count"
              data-autofocus
              {...form.getInputProps('name')}
            />
            <Button type="submit" size="xs" loading={save.running}>
              Save view
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
})
