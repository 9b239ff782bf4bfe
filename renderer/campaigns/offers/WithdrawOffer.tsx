import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Campaign, Offer } from '../../../shared/campaigns/campaign'
import { useCommand } from '../../api'
import { ConsequencesDialog } from '../../ui/Consequences'
import { notifySaved } from '../../ui/notify'

interface WithdrawOfferProps {
  readonly offer: Offer
  readonly campaign: Campaign
}

/** Ends an offer at once. */
export function WithdrawOffer({ offer, campaign }: WithdrawOfferProps) {
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const withdraw = useCommand('campaigns.withdrawOffer')
  const confirm = async () => {
    const reply = await withdraw.run({ id: campaign.id, offerId: offer.id })
    if (!reply.ok) {
      setRefused(reply.refusal.message)
      return
    }
    setAsking(false)
    notifySaved(`${offer.name} is withdrawn`)
  }
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setAsking(true)}>
        Withdraw
      </Button>
      <ConsequencesDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Withdraw ${offer.name}`}
        facts={[
          'New orders no longer get it from this moment on.',
          'Orders placed with it keep their price, also when they are paid or refunded later.',
          'It stays on record and cannot be put back; another offer can be added.',
        ]}
        confirmLabel={`Withdraw ${offer.name}`}
        cancelLabel="Keep it"
        error={refused}
        running={withdraw.running}
        onConfirm={() => void confirm()}
      />
    </>
  )
}
