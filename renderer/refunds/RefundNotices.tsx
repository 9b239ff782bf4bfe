import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconStack2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RefundRow } from '../../shared/refunds/requests'
import { useCommand } from '../api'
import { useMay } from '../session/useSession'
import { FieldError } from '../ui/FieldError'
import { notifySaved } from '../ui/notify'

/** Says what the gateway contradicts itself about; a manager notes what they found out. */
export function DoubtNotice({ row, onDone }: { readonly row: RefundRow; readonly onDone: () => void }) {
  const mayClearUp = useMay('manager')
  const { run, running } = useCommand('refunds.clearUp')
  const [note, setNote] = useState('')
  const [error, setError] = useState<string | null>(null)
  if (row.doubt === null) return null
  const clearUp = async () => {
    const result = await run({ orderId: row.orderId, refundId: row.refund.id, note })
    if (!result.ok) {
      setError(result.refusal.message)
      return
    }
    notifySaved('Noted. It can be sent again where it is owed.')
    onDone()
  }
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} title="To be looked into">
      <Stack gap="sm">
        <Text size="sm">{row.doubt} It is not sent before a manager has looked into it.</Text>
        {mayClearUp && (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (note.trim() !== '') void clearUp()
            }}
          >
            <Stack gap="sm">
              <FieldError>{error}</FieldError>
              <TextInput
                label="What was found out"
                description="By the gateway’s dashboard or its support"
                required
                maxLength={200}
                value={note}
                onChange={({ currentTarget }) => setNote(currentTarget.value)}
              />
              <Button type="submit" variant="default" loading={running} disabled={note.trim() === ''}>
                Note it as cleared up
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </Alert>
  )
}

/** Says which batch holds the refund, or took it along. */
export function BatchNotice({ row: { batch } }: { readonly row: RefundRow }) {
  if (batch === null) return null
  return (
    <Alert color="gray" variant="light" icon={<IconStack2 size={18} aria-hidden />}>
      {batch.waits ? 'Held by ' : 'Sent with '}
      <Anchor
        size="sm"
        renderRoot={(props) => <Link to="/refunds/batches/$batchId" params={{ batchId: batch.id }} {...props} />}
      >
        {batch.name}
      </Anchor>
      {batch.waits && ', which is to be sent. It cannot be sent by hand meanwhile.'}
    </Alert>
  )
}
