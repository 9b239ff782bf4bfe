import { Autocomplete, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { BulkDeed } from '../../shared/bulk/job'
import type { Refusal } from '../../shared/result'
import { carriers } from '../orders/carriers'
import { ReasonSelect } from '../orders/ReasonSelect'
import { FieldError } from '../ui/FieldError'
import type { DeedKind } from './deedWords'

interface BulkFieldsProps {
  readonly kind: DeedKind
  readonly refusal: Refusal | null
  readonly onClose: () => void
  readonly onRehearse: (deed: BulkDeed) => void
}

const needed = (text: string): string | null => (text.trim() === '' ? 'This is needed.' : null)

/** What the deed needs to know, alike for all orders. */
export function BulkFields({ kind, refusal, onClose, onRehearse }: BulkFieldsProps) {
  const form = useForm({
    initialValues: { reason: '', note: '', carrier: '' },
    validate: {
      reason: (text) => (kind === 'cancel' ? needed(text) : null),
      carrier: (text) => (kind === 'ship' ? needed(text) : null),
    },
  })
  const deeds: Record<DeedKind, () => BulkDeed> = {
    cancel: () => ({ kind: 'cancel', reason: form.values.reason, note: form.values.note }),
    ship: () => ({ kind: 'ship', carrier: form.values.carrier }),
    deliver: () => ({ kind: 'deliver' }),
  }
  return (
    <form noValidate onSubmit={form.onSubmit(() => onRehearse(deeds[kind]()))}>
      <Stack gap="md">
        <FieldError>{refusal?.message}</FieldError>
        {kind === 'cancel' && (
          <>
            <ReasonSelect
              value={form.values.reason}
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
