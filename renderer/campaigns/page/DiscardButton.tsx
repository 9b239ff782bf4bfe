import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CampaignView } from '../../../shared/campaigns/requests'
import { useCommand } from '../../api'
import { ConsequencesDialog } from '../../ui/Consequences'
import { notifySaved } from '../../ui/notify'

/** Removes a draft for good. */
export function DiscardButton({ view }: { readonly view: CampaignView }) {
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const discard = useCommand('campaigns.discard')
  const navigate = useNavigate()
  const confirm = async () => {
    const reply = await discard.run({ id: view.campaign.id })
    if (!reply.ok) {
      setRefused(reply.refusal.message)
      return
    }
    notifySaved('The draft is discarded')
    await navigate({ to: '/campaigns' })
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Discard draft
      </Button>
      <ConsequencesDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Discard the draft campaign of ${view.productName}`}
        facts={['Its terms and offers are removed for good. The product stays as it is.']}
        confirmLabel="Discard draft"
        cancelLabel="Keep the draft"
        error={refused}
        running={discard.running}
        onConfirm={() => void confirm()}
      />
    </>
  )
}
