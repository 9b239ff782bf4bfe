import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Campaign, CampaignState, Offer } from '../../../shared/campaigns/campaign'
import { discounted, priceAt } from '../../../shared/campaigns/priceAt'
import { formatMoney } from '../../../shared/money'
import { shortTime, type Instant } from '../../../shared/time'
import { useMay } from '../../session/useSession'
import { Panel } from '../../ui/Panel'
import { ToneBadge } from '../../ui/ToneBadge'
import type { Tone } from '../../ui/tones'
import { When } from '../../ui/When'
import { discountWords } from '../campaignWords'
import classes from '../page/page.module.css'
import { AddOfferDialog } from './AddOfferDialog'
import { WithdrawOffer } from './WithdrawOffer'

interface OffersPanelProps {
  readonly campaign: Campaign
  readonly state: CampaignState
  readonly at: Instant
}

const open: Record<CampaignState, boolean> = {
  draft: true,
  scheduled: true,
  live: true,
  funded: true,
  'ended, to be settled': false,
  settling: false,
  succeeded: false,
  failed: false,
}

/** The campaign's offers, those of the past and the withdrawn ones too; added and withdrawn until the end. */
export function OffersPanel({ campaign, state, at }: OffersPanelProps) {
  const [adding, setAdding] = useState(false)
  const changes = useMay('merchandiser') && open[state]
  return (
    <Panel
      title="Offers"
      side={
        changes && (
          <Button variant="default" size="xs" onClick={() => setAdding(true)}>
            Add an offer
          </Button>
        )
      }
    >
      {campaign.offers.length === 0 ? (
        <p className={classes.note}>
          {open[state]
            ? 'None. An offer takes something off each unit for a time, such as a festival.'
            : 'There were none.'}
        </p>
      ) : (
        <ul className={classes.offers}>
          {campaign.offers
            .toSorted((left, right) => right.startsAt - left.startsAt)
            .map((offer) => (
              <OfferLine key={offer.id} offer={offer} campaign={campaign} at={at} changes={changes} />
            ))}
        </ul>
      )}
      <AddOfferDialog campaign={campaign} at={at} opened={adding} onClose={() => setAdding(false)} />
    </Panel>
  )
}

function standing(offer: Offer, campaign: Campaign, at: Instant): readonly [word: string, tone: Tone] {
  if (offer.withdrawnAt !== null) return ['withdrawn', 'grey']
  if (at > offer.endsAt) return ['over', 'grey']
  if (at < offer.startsAt || at < campaign.startsAt) return ['to come', 'blue']
  return priceAt(campaign, at).offer?.id === offer.id ? ['applies now', 'teal'] : ['a better one applies', 'grey']
}

interface OfferLineProps {
  readonly offer: Offer
  readonly campaign: Campaign
  readonly at: Instant
  readonly changes: boolean
}

function OfferLine({ offer, campaign, at, changes }: OfferLineProps) {
  const { currency, zone, price } = campaign
  const [word, tone] = standing(offer, campaign, at)
  const withdrawable = changes && offer.withdrawnAt === null && at <= offer.endsAt
  return (
    <li>
      <div className={classes.offerHead}>
        <span className={classes.offerName}>{offer.name}</span>
        <ToneBadge tone={tone}>{word}</ToneBadge>
      </div>
      <div>
        {discountWords(offer.discount, currency)}: {formatMoney(discounted(price, offer.discount), currency)} a unit
      </div>
      <div className={classes.offerHead}>
        <span className={classes.note}>
          <When at={offer.startsAt} zone={zone} /> – <When at={offer.endsAt} zone={zone} />
          {offer.withdrawnAt !== null && `, withdrawn ${shortTime(offer.withdrawnAt, zone)}`}
        </span>
        {withdrawable && <WithdrawOffer offer={offer} campaign={campaign} />}
      </div>
    </li>
  )
}
