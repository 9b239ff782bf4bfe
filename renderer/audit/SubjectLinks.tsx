import { Anchor, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { AuditSubject } from '../../shared/audit/entry'
import { useRowStop } from '../ui/activeRow'

/** Leads from an entry to what it is about. */
export function SubjectLinks({ subject }: { readonly subject: AuditSubject }) {
  const { productId, campaignId, orderId, staffId } = subject
  const stop = useRowStop()
  return (
    <Group gap="sm" wrap="nowrap">
      {orderId !== undefined && (
        <Anchor
          size="sm"
          tabIndex={stop}
          renderRoot={(props) => <Link to="/orders/$orderId" params={{ orderId }} {...props} />}
        >
          order
        </Anchor>
      )}
      {campaignId !== undefined && (
        <Anchor
          size="sm"
          tabIndex={stop}
          renderRoot={(props) => <Link to="/campaigns/$campaignId" params={{ campaignId }} {...props} />}
        >
          campaign
        </Anchor>
      )}
      {productId !== undefined && (
        <Anchor
          size="sm"
          tabIndex={stop}
          renderRoot={(props) => <Link to="/products/$productId" params={{ productId }} {...props} />}
        >
          product
        </Anchor>
      )}
      {staffId !== undefined && (
        <Anchor size="sm" tabIndex={stop} renderRoot={(props) => <Link to="/staff" {...props} />}>
          account
        </Anchor>
      )}
    </Group>
  )
}
