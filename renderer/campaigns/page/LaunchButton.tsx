import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { launchCampaign } from '../../../shared/campaigns/launchCampaign'
import { marketFacts } from '../../../shared/campaigns/market'
import type { CampaignView } from '../../../shared/campaigns/requests'
import { formatMoney } from '../../../shared/money'
import type { Product } from '../../../shared/products/product'
import type { Refusal } from '../../../shared/result'
import { fullTime, laterOf, type Instant } from '../../../shared/time'
import { useAsk, useCommand } from '../../api'
import { useSession } from '../../session/useSession'
import { Facts } from '../../ui/Facts'
import { FieldError } from '../../ui/FieldError'
import { notifySaved } from '../../ui/notify'
import { targetWords } from '../campaignWords'
import classes from './page.module.css'

interface LaunchButtonProps {
  readonly view: CampaignView
  readonly at: Instant
}

/** A manager's approval. Where the rule would refuse it, the reason stands in its place. */
export function LaunchButton({ view, at }: LaunchButtonProps) {
  const [asking, setAsking] = useState(false)
  const { campaign } = view
  const product = useAsk('products.one', { id: campaign.productId })
  const others = useAsk('campaigns.list', { text: '', states: [], productId: campaign.productId })
  const { who } = useSession()
  if (product.state !== 'loaded' || others.state !== 'loaded' || product.value === null) return null
  const by = { kind: 'staff', staffId: who.id, name: who.name, roles: who.roles } as const
  const facts = {
    revision: campaign.revision,
    product: product.value.product,
    others: others.value.map((other) => other.campaign),
  }
  const tried = launchCampaign(campaign, facts, by, at)
  if (!tried.ok) return <NotYet refusal={tried.refusal} product={facts.product} />
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

function NotYet({ refusal, product }: { readonly refusal: Refusal; readonly product: Product }) {
  const ofProduct = refusal.code.startsWith('product-')
  return (
    <span className={classes.note}>
      Not to be launched yet: {refusal.message}{' '}
      {ofProduct && (
        <Link to="/products/$productId" params={{ productId: product.id }} className={classes.link}>
          Open the product
        </Link>
      )}
    </span>
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
