import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconUserExclamation } from '@tabler/icons-react'
import type { RefundRow } from '../../shared/refunds/requests'
import { ToneBadge } from '../ui/ToneBadge'

/** What a person has to see about a refund whatever its state. */
export function RefundMarks({ row }: { readonly row: RefundRow }) {
  if (row.doubt !== null) {
    return (
      <Tooltip label={row.doubt}>
        <span>
          <ToneBadge tone="red" icon={IconAlertTriangle}>
            look
          </ToneBadge>
          <span className="out-of-sight">{row.doubt}</span>
        </span>
      </Tooltip>
    )
  }
  if (!row.escalated) return null
  return (
    <Tooltip label="It has failed twice: a manager finds out why and puts it back.">
      <span>
        <ToneBadge tone="red" icon={IconUserExclamation}>
          manager
        </ToneBadge>
      </span>
    </Tooltip>
  )
}
