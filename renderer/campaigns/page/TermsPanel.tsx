import { Anchor } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { marketFacts } from '../../../shared/campaigns/market'
import type { CampaignView } from '../../../shared/campaigns/requests'
import { formatMoney } from '../../../shared/money'
import { fullTime } from '../../../shared/time'
import { Facts } from '../../ui/Facts'
import { Panel } from '../../ui/Panel'
import { When } from '../../ui/When'
import { targetWords, windowWords } from '../campaignWords'
import { unitCount } from '../../ui/counts'
import classes from './page.module.css'

/** What was decided about the campaign; since the launch it stays. */
export function TermsPanel({ view }: { readonly view: CampaignView }) {
  const { campaign, productName } = view
  const { market, target, currency, price, startsAt, endsAt, zone, cap, perSupporterLimit, shippingPromise } = campaign
  const locked = campaign.launchedAt !== null
  const { days, base } = shippingPromise
  return (
    <Panel
      title="Terms"
      side={
        locked && (
          <span className={classes.locked}>
            <IconLock size={14} aria-hidden /> locked since the launch
          </span>
        )
      }
    >
      <Facts
        of={[
          [
            'Product',
            <Anchor
              key="product"
              size="sm"
              renderRoot={(props) => (
                <Link to="/products/$productId" params={{ productId: campaign.productId }} {...props} />
              )}
            >
              {productName}
            </Anchor>,
          ],
          ['Market', `${marketFacts[market].name}, ${currency}`],
          ['Target', targetWords(target, currency)],
          ['Price', formatMoney(price, currency)],
          ['Starts', fullTime(startsAt, zone)],
          ['Ends', fullTime(endsAt, zone)],
          ['Payment window', windowWords(campaign.paymentWindowMinutes)],
          ['Cap', cap === null ? 'none' : unitCount(cap)],
          ['Per supporter', perSupporterLimit === null ? 'no limit' : `at most ${unitCount(perSupporterLimit)}`],
          [
            'Ships within',
            `${days} ${days === 1 ? 'day' : 'days'} of the ${base === 'order' ? 'order' : 'funding'} date`,
          ],
          [
            'Launched',
            campaign.launchedAt === null ? null : <When key="launch" at={campaign.launchedAt} zone={zone} />,
          ],
          ['Funded', campaign.fundedAt === null ? null : <When key="funded" at={campaign.fundedAt} zone={zone} />],
          [
            'Called off',
            campaign.calledOff === null ? null : (
              <span key="off">
                <When at={campaign.calledOff.at} zone={zone} /> by {campaign.calledOff.byName}:{' '}
                {campaign.calledOff.reason}
              </span>
            ),
          ],
        ]}
      />
    </Panel>
  )
}
