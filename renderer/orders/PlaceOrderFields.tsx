import { Button, Group, Select, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { beyondCap, beyondLimit, unitsTaken } from '../../shared/orders/room'
import type { CampaignView } from '../../shared/campaigns/requests'
import type { CampaignId } from '../../shared/ids'
import { formatMoney } from '../../shared/money'
import type { OrderQuote } from '../../shared/orders/requests'
import { useAsk, useCommand } from '../api'
import { FieldError } from '../ui/FieldError'
import { errorsFrom, generalField } from '../ui/formErrors'
import { UnitsInput } from '../ui/UnitsInput'
import { campaignLabel } from '../../shared/campaigns/campaignLabel'
import type { PlacedOrder } from './OrderPlaced'
import { emptyOrder, supporterErrors, type PlaceOrderValues } from './placeOrderValues'
import { QuoteLine } from './QuoteLine'
import { SupporterFields } from './SupporterFields'
import { VariantSelect } from './VariantSelect'

interface PlaceOrderFieldsProps {
  readonly campaigns: readonly CampaignView[]
  readonly campaignId: CampaignId | null
  readonly onPlaced: (placed: PlacedOrder) => void
  readonly onClose: () => void
}

export function PlaceOrderFields({ campaigns, campaignId, onPlaced, onClose }: PlaceOrderFieldsProps) {
  const first =
    campaigns.find(({ campaign }) => campaign.id === campaignId) ?? (campaigns.length === 1 ? campaigns[0] : undefined)
  const form = useForm<PlaceOrderValues>({
    initialValues: emptyOrder(first?.campaign.id ?? null),
    validate: (values) => orderErrors(values, campaigns),
  })
  const { values } = form
  const view = campaigns.find(({ campaign }) => campaign.id === values.campaignId)
  const { run, running } = useCommand('orders.place')
  const quote = useQuote(values)
  const value = quote.state === 'loaded' ? quote.value : null

  const place = form.onSubmit(async ({ supporter, units, variantId }) => {
    if (view === undefined || value === null || units === null || variantId === null) return
    const { campaign } = view
    const { id, productId, currency, zone } = campaign
    const result = await run({ campaignId: id, productId, variantId, units, total: value.total, supporter })
    if (result.ok) onPlaced({ ...result.value, total: value.total, currency, zone })
    else form.setErrors(errorsFrom(result.refusal, { total: generalField }))
  })
  return (
    <form onSubmit={place} noValidate>
      <Stack gap="md">
        <FieldError>{form.errors[generalField]}</FieldError>
        <Select
          label="Campaign"
          placeholder="Choose a running campaign"
          searchable
          required
          data-autofocus
          data={campaigns.map((each) => ({ value: each.campaign.id, label: campaignLabel(each) }))}
          value={values.campaignId}
          error={form.errors['campaignId']}
          onChange={(chosen) => {
            const known = campaigns.find(({ campaign }) => campaign.id === chosen)
            form.setFieldValue('campaignId', known?.campaign.id ?? null)
            form.setFieldValue('variantId', null)
          }}
        />
        {view !== undefined && (
          <>
            <Group align="flex-start" grow wrap="nowrap">
              <VariantSelect
                productId={view.campaign.productId}
                value={values.variantId}
                onChange={(variantId) => form.setFieldValue('variantId', variantId)}
                error={form.errors['variantId']}
              />
              <UnitsInput
                label="Units"
                required
                value={values.units}
                onChange={(units) => form.setFieldValue('units', units)}
                error={form.errors['units'] ?? noRoom(view, values.units)}
                description={roomWords(view)}
              />
            </Group>
            <QuoteLine quote={quote} units={values.units} campaign={view.campaign} />
            <SupporterFields form={form} market={view.campaign.market} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button type="submit" loading={running} disabled={value === null}>
            {placeLabel(value, view)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useQuote({ campaignId, units }: PlaceOrderValues) {
  const asked = campaignId !== null && units !== null && units >= 1 && units <= 1_000_000_000
  return useAsk('orders.quote', { campaignId: campaignId ?? '', units: units ?? 0 }, { enabled: asked })
}

function orderErrors(values: PlaceOrderValues, campaigns: readonly CampaignView[]): Record<string, string> {
  const view = campaigns.find(({ campaign }) => campaign.id === values.campaignId)
  if (view === undefined) return { campaignId: 'Choose a campaign.' }
  const room = noRoom(view, values.units)
  return {
    ...(values.variantId === null ? { variantId: 'Choose a variant.' } : {}),
    ...(values.units === null ? { units: 'At least 1.' } : room === undefined ? {} : { units: room }),
    ...supporterErrors(values.supporter, view.campaign.market),
  }
}

/** Why there is no room for so many units; what this phone number already has is known only when the order is placed. */
function noRoom({ campaign, tally }: CampaignView, units: number | null): string | undefined {
  if (units === null) return undefined
  const refused = beyondLimit(campaign, 0, units) ?? beyondCap(campaign, unitsTaken(tally), units)
  return refused?.refusal.message
}

function roomWords({ campaign, tally }: CampaignView): string {
  const { perSupporterLimit, cap } = campaign
  const parts = [
    perSupporterLimit === null ? 'No limit per supporter' : `At most ${perSupporterLimit} per supporter`,
    ...(cap === null ? [] : [`${Math.max(0, cap - unitsTaken(tally))} of ${cap} left`]),
  ]
  return parts.join(' · ')
}

const placeLabel = (quote: OrderQuote | null, view: CampaignView | undefined): string =>
  quote === null || view === undefined
    ? 'Place the order'
    : `Place the order — ${formatMoney(quote.total, view.campaign.currency)} to pay`
