import { Stack, Text } from '@mantine/core'
import type { CampaignTerms } from '../../../shared/campaigns/campaign'
import { marketFacts } from '../../../shared/campaigns/market'
import { formatMoney, minor } from '../../../shared/money'
import { dayLength, shortDay, shortTime } from '../../../shared/time'
import { Facts } from '../../ui/Facts'
import { Panel } from '../../ui/Panel'
import { targetWords } from '../campaignWords'
import { zoneOf, type TermsForm } from './termsForm'
import { unitCount } from '../../ui/counts'

interface TermsGlanceProps {
  readonly form: TermsForm
  readonly terms: CampaignTerms | null
}

/** A pace is read, not paid: decimals would only pretend to be exact. */
const wholeAmount = 100

const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** What the terms come to, and what the launch will lock. */
export function TermsGlance({ form, terms }: TermsGlanceProps) {
  return (
    <Panel title="At a glance">
      <Stack gap="sm">
        {terms === null ? (
          <Text size="sm" c="dimmed">
            Shown once product, target, price and timeline are complete and fit together.
          </Text>
        ) : (
          <Facts of={factsOf(terms)} />
        )}
        <Text size="xs" c="dimmed">
          The launch, approved by a manager, locks target, price and timeline ({zoneOf(form.market)}). Offers can be
          added until the end.
        </Text>
      </Stack>
    </Panel>
  )
}

function factsOf(terms: CampaignTerms) {
  const { currency } = marketFacts[terms.market]
  const { target, zone } = terms
  const days = (terms.endsAt - terms.startsAt) / dayLength
  const aDay =
    target.kind === 'units'
      ? `${oneDecimal.format(target.units / days)} units a day`
      : `${formatMoney(minor(Math.ceil(target.amount / days / wholeAmount) * wholeAmount), currency)} a day`
  return [
    ['Target', targetWords(target, currency)],
    ['Even pace', aDay],
    ['Price', formatMoney(terms.price, currency)],
    ['Starts', shortTime(terms.startsAt, zone)],
    ['Last day', shortDay(terms.endsAt, zone)],
    ['Runs', `${oneDecimal.format(days)} days`],
    ['Cap', terms.cap === null ? 'none' : unitCount(terms.cap)],
    ['Per supporter', terms.perSupporterLimit === null ? 'no limit' : unitCount(terms.perSupporterLimit)],
  ] as const
}
