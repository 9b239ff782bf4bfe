import { Button, Popover, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { id, type DashboardId } from '../../../shared/ids'
import { useCommand } from '../../api'
import { errorsFrom } from '../../ui/formErrors'

/** Begins a dashboard under a name; its charts are chosen on it. */
export function NewDashboard({ onSaved }: { readonly onSaved: (id: DashboardId) => void }) {
  const [opened, setOpened] = useState(false)
  const save = useCommand('dashboards.save')
  const form = useForm({ initialValues: { name: '' } })
  const submit = form.onSubmit(async ({ name }) => {
    const dashboardId = id<DashboardId>(crypto.randomUUID())
    const reply = await save.run({ id: dashboardId, name, charts: [] })
    if (!reply.ok) {
      form.setErrors(errorsFrom(reply.refusal, { root: 'name' }))
      return
    }
    setOpened(false)
    form.reset()
    onSaved(dashboardId)
  })
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened(!opened)}>
          New dashboard
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="New dashboard" p="sm">
        <form onSubmit={submit}>
          <Stack gap="xs" w={240}>
            <TextInput label="Name" data-autofocus {...form.getInputProps('name')} />
            <Button type="submit" size="xs" loading={save.running}>
              Begin
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
