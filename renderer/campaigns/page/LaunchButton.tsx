import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import { useState } from 'react'
import { marketFacts } from '../../../shared/campaigns/market'
import type { CampaignView } from '../../../shared/campaigns/requests'
import { formatMoney } from '../../../shared/money'
import { fullTime, laterOf, type Instant } from '../../../shared/time'
import { useCommand } from '../../api'
import { Facts } from '../../ui/Facts'
import { FieldError } from '../../ui/FieldError'
import { notifySaved } from '../../ui/notify'
import { targetWords } from '../campaignWords'
import { useLaunchTrial } from './useLaunchTrial'

interface LaunchButtonProps {
  readonly view: CampaignView
  readonly at: Instant
}

/** A manager's approval, offered where the rule would take it. */
export function LaunchButton({ view, at }: LaunchButtonProps) {
  const [asking, setAsking] = useState(false)
  if (useLaunchTrial(view, at)?.ok !== true) return null
  return (
    <>
      <Button leftSection={<IconRocket size={16} aria-hidden />} onClick={() => setAsking(true)}>
        Approve and launch
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Launch the campaign of ${view.productName}`}
        size="lg"
      >
        <LaunchForm view={view} at={at} onClose={() => setAsking(false)} />
      </Modal>
    </>
  )
}

function LaunchForm({ view, at, onClose }: LaunchButtonProps & { readonly onClose: () => void }) {
  const { campaign, productName } = view
  const { market, zone, currency, target, price, startsAt, endsAt } = campaign
  const launch = useCommand('campaigns.launch')
  const [refused, setRefused] = useState<string | null>(null)
  const atOnce = startsAt <= at
  const approve = async () => {
    const reply = await launch.run({ id: campaign.id, revision: campaign.revision })
    if (!reply.ok) {
      setRefused(reply.refusal.message)
      return
    }
    notifySaved(`The campaign of ${productName} is ${atOnce ? 'live' : 'scheduled'}`)
    onClose()
  }
  return (
    <Stack>
      <FieldError>{refused}</FieldError>
      <Text size="sm">These are locked by the launch; another campaign is how they change:</Text>
      <Facts
        of={[
          ['Target', targetWords(target, currency)],
          ['Price', formatMoney(price, currency)],
          ['Market', marketFacts[market].name],
          ['Starts', atOnce ? 'at once, with your approval' : fullTime(laterOf(startsAt, at), zone)],
          ['Ends', fullTime(endsAt, zone)],
        ]}
      />
      <Text size="sm" c="dimmed">
        The product’s price and currency stay as they are meanwhile, too. Offers can still be added. If the target is
        not met by the end, every supporter who paid gets all of it back.
      </Text>
      <Group justify="end">
        <Button variant="default" data-autofocus onClick={onClose}>
          Not now
        </Button>
        <Button loading={launch.running} onClick={() => void approve()}>
          {atOnce ? 'Launch now' : 'Approve the launch'}
        </Button>
      </Group>
    </Stack>
  )
}
