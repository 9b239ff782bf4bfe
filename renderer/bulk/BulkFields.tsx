import { Autocomplete, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import type { AskedDeed } from '../../shared/bulk/requests'
import type { Refusal } from '../../shared/result'
import { useAsk } from '../api'
import { carriers } from '../orders/carriers'
import { ReasonSelect } from '../orders/ReasonSelect'
import { FieldError } from '../ui/FieldError'
import type { ChosenDeed } from './deedWords'

interface BulkFieldsProps {
  readonly kind: ChosenDeed
  readonly refusal: Refusal | null
  readonly onClose: () => void
  readonly onRehearse: (deed: AskedDeed) => void
}

const needed = (text: string): string | null => (text.trim() === '' ? 'This is needed.' : null)

const nobody = 'nobody'

/** What the deed needs to know, alike for all orders. */
export function BulkFields({ kind, refusal, onClose, onRehearse }: BulkFieldsProps) {
  const form = useForm({
    initialValues: { reason: '', note: '', carrier: '', text: '', to: '' },
    validate: {
      reason: (text) => (kind === 'cancel' ? needed(text) : null),
      carrier: (text) => (kind === 'ship' ? needed(text) : null),
      text: (text) => (kind === 'note' ? needed(text) : null),
      to: (text) => (kind === 'assign' ? needed(text) : null),
    },
  })
  const { reason, note, carrier, text, to } = form.values
  const deeds: Record<ChosenDeed, () => AskedDeed> = {
    cancel: () => ({ kind: 'cancel', reason, note }),
    ship: () => ({ kind: 'ship', carrier }),
    deliver: () => ({ kind: 'deliver' }),
    note: () => ({ kind: 'note', text }),
    assign: () => ({ kind: 'assign', to: to === nobody ? null : to }),
  }
  return (
    <form noValidate onSubmit={form.onSubmit(() => onRehearse(deeds[kind]()))}>
      <Stack gap="md">
        <FieldError>{refusal?.message}</FieldError>
        {kind === 'cancel' && (
          <>
            <ReasonSelect
              value={reason}
              onChange={(words) => form.setFieldValue('reason', words)}
              error={form.errors['reason']}
            />
            <Textarea label="Note" description="Seen on the orders only" {...form.getInputProps('note')} />
          </>
        )}
        {kind === 'ship' && (
          <Autocomplete
            label="Carrier"
            description="Tracking numbers come with the carrier’s file, on the shipping page"
            required
            openOnFocus={false}
            data={carriers}
            data-autofocus
            {...form.getInputProps('carrier')}
          />
        )}
        {kind === 'note' && (
          <Textarea
            label="Note"
            description="Seen by staff alone; it cannot be changed or removed later"
            required
            rows={3}
            maxLength={2000}
            data-autofocus
            {...form.getInputProps('text')}
          />
        )}
        {kind === 'assign' && (
          <AssigneeSelect value={to} onChange={(value) => form.setFieldValue('to', value)} error={form.errors['to']} />
        )}
        <Text size="sm">The rehearsal comes first: it says what this comes to and changes nothing.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit">Rehearse</Button>
        </Group>
      </Stack>
    </form>
  )
}

interface AssigneeSelectProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: ReactNode
}

function AssigneeSelect({ value, onChange, error }: AssigneeSelectProps) {
  const assignees = useAsk('orders.assignees', {})
  const people = assignees.state === 'loaded' ? assignees.value : []
  return (
    <Select
      label="Assign to"
      required
      searchable
      data={[{ value: nobody, label: 'Nobody' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
      error={error}
    />
  )
}
