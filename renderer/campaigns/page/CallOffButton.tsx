import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CampaignView } from '../../../shared/campaigns/requests'
import { formatMoney } from '../../../shared/money'
import { useCommand } from '../../api'
import { ConsequencesDialog } from '../../ui/Consequences'
import { notifySaved } from '../../ui/notify'
import { grouped, orderCount, unitCount } from '../../ui/counts'

const shortestReason = 3

/** Ends the campaign before its time, as failed. */
export function CallOffButton({ view }: { readonly view: CampaignView }) {
  const { campaign, tally, productName } = view
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const callOff = useCommand('campaigns.callOff')
  const { net, awaiting } = tally
  const owed = formatMoney(net.amount, campaign.currency)
  const confirm = async () => {
    const reply = await callOff.run({ id: campaign.id, reason })
    if (!reply.ok) {
      setRefused(reply.refusal.message)
      return
    }
    setAsking(false)
    notifySaved(`The campaign of ${productName} is called off`)
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Call off
      </Button>
      <ConsequencesDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Call off the campaign of ${productName}`}
        facts={[
          'The campaign ends now and fails with your reason. This cannot be taken back.',
          net.orders === 0
            ? 'Nobody has paid, so nothing is owed.'
            : `${unitCount(net.units)} in ${grouped(net.orders)} paid ${net.orders === 1 ? 'order' : 'orders'}: ${owed} is owed back in full once the settlement is approved.`,
          ...(awaiting.orders === 0 ? [] : [`${orderCount(awaiting.orders)} awaiting payment can no longer be paid.`]),
          'The product leaves the market with the settlement, unless an earlier campaign made it fit for sale.',
        ]}
        confirmLabel={net.orders === 0 ? 'Call off' : `Call off — ${owed} to be paid back`}
        cancelLabel="Let it run"
        choice={
          <TextInput
            label="Reason"
            description="Kept with the campaign and in the audit trail."
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        }
        ready={reason.trim().length >= shortestReason}
        error={refused}
        running={callOff.running}
        onConfirm={() => void confirm()}
      />
    </>
  )
}
