import { Button, Group, Modal, Select, Stack, TextInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { MakerId } from '../../../shared/ids'
import { useAsk, useCommand } from '../../api'
import { FieldError } from '../../ui/FieldError'
import { errorsFrom } from '../../ui/formErrors'

interface MakerFieldProps {
  readonly value: MakerId | null
  readonly onChange: (makerId: MakerId | null) => void
  readonly error: string | undefined
}

/** Who makes the product: one of the known makers, or a new one without leaving the editor. */
export function MakerField({ value, onChange, error }: MakerFieldProps) {
  const makers = useAsk('makers.list', {})
  const [adding, setAdding] = useState(false)
  const known = makers.state === 'loaded' ? makers.value : []
  const about = known.find(({ id }) => id === value)?.about
  return (
    <>
      <Select
        label="Maker"
        description={about === undefined || about === '' ? 'The start-up or company behind it.' : about}
        placeholder="Choose a maker"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'No maker' }}
        nothingFoundMessage="No maker of this name"
        data={known.map(({ id, name }) => ({ value: id, label: name }))}
        value={value}
        error={error}
        onChange={(chosen) => onChange(chosen)}
      />
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        mt={4}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setAdding(true)}
      >
        New maker
      </Button>
      <Modal opened={adding} onClose={() => setAdding(false)} title="New maker">
        <NewMakerForm
          onClose={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false)
            onChange(made)
          }}
        />
      </Modal>
    </>
  )
}

interface NewMakerFormProps {
  readonly onClose: () => void
  readonly onMade: (id: MakerId) => void
}

function NewMakerForm({ onClose, onMade }: NewMakerFormProps) {
  const { run, running } = useCommand('makers.create')
  const form = useForm({ initialValues: { name: '', about: '' } })
  const create = form.onSubmit(async (asked) => {
    const reply = await run(asked)
    if (reply.ok) onMade(reply.value.id)
    else form.setErrors(errorsFrom(reply.refusal))
  })
  return (
    <form onSubmit={create}>
      <Stack>
        <FieldError>{form.errors['root']}</FieldError>
        <TextInput label="Name" maxLength={120} data-autofocus {...form.getInputProps('name')} />
        <Textarea
          label="About"
          description="A sentence or two that supporters read beside the product."
          maxLength={2000}
          {...form.getInputProps('about')}
        />
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={running}>
            Add maker
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
