import { Group, Select, Stack, Text } from '@mantine/core'
import { marketFacts, markets } from '../../../shared/campaigns/market'
import { formatMoney, times } from '../../../shared/money'
import type { ProductRow } from '../../../shared/products/requests'
import { MoneyInput } from '../../ui/MoneyInput'
import { Panel } from '../../ui/Panel'
import { UnitsInput } from '../../ui/UnitsInput'
import { Choice } from '../Choice'
import { inMarket, proposedBy, type TermsForm } from './termsForm'
import type { TermsEditing } from './useTermsEditor'
import { unitCount } from '../../ui/counts'

interface SaleFieldsProps {
  readonly editing: TermsEditing
  readonly rows: readonly ProductRow[]
}

/** What is sold where, for how much, and how much of it must be paid for. */
export function SaleFields({ editing, rows }: SaleFieldsProps) {
  const { form, errors, change, replace } = editing
  const { currency, zone } = marketFacts[form.market]
  const product = rows.find((row) => row.product.id === form.productId)?.product
  const choose = (productId: string | null) => {
    const chosen = rows.find((row) => row.product.id === productId)?.product
    if (chosen !== undefined) replace(proposedBy(chosen, form))
  }
  return (
    <>
      <Panel title="Product and market">
        <Stack gap="sm">
          <Group align="start" grow>
            <Select
              label="Product"
              description="It must be ready by the launch."
              placeholder="Choose a product"
              searchable
              nothingFoundMessage="No product of this name"
              data={rows.map((row) => ({ value: row.product.id, label: `${row.product.name} (${row.state})` }))}
              value={form.productId}
              error={errors.productId}
              onChange={choose}
            />
            <Select
              label="Market"
              description={`Sets the currency, ${currency}, and the zone, ${zone}.`}
              data={markets.map((market) => ({ value: market, label: marketFacts[market].name }))}
              value={form.market}
              error={errors.market}
              onChange={(market) => {
                if (market !== null) replace(inMarket(form, market))
              }}
            />
            <MoneyInput
              label="Price of one unit, before offers"
              description={priceNote(form, product)}
              currency={currency}
              value={form.price}
              error={errors.price}
              onChange={(price) => change({ price })}
            />
          </Group>
        </Stack>
      </Panel>
      <Panel title="Target">
        <Stack gap="sm">
          <Group align="start">
            <Choice
              label="The target counts"
              choices={[
                { value: 'units', label: 'Units' },
                { value: 'amount', label: 'Amount' },
              ]}
              value={form.targetKind}
              onChange={(targetKind) => change({ targetKind })}
            />
            {form.targetKind === 'units' ? (
              <UnitsInput
                label="Units that must be paid"
                value={form.targetUnits}
                error={errors.targetUnits}
                w={260}
                onChange={(targetUnits) => change({ targetUnits })}
              />
            ) : (
              <MoneyInput
                label="Amount that must be paid"
                currency={currency}
                value={form.targetAmount}
                error={errors.targetAmount}
                w={260}
                onChange={(targetAmount) => change({ targetAmount })}
              />
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {targetMeaning(form)}
          </Text>
        </Stack>
      </Panel>
    </>
  )
}

function priceNote(form: TermsForm, product: ProductRow['product'] | undefined): string {
  const { currency } = marketFacts[form.market]
  if (product === undefined) return 'Proposed from the product.'
  if (product.price === null) return 'The product has no price yet.'
  const own = formatMoney(product.price, product.currency)
  if (product.currency !== currency) return `The product’s own price is ${own}; this market needs one in ${currency}.`
  return form.price === product.price ? `As the product says, ${own}.` : `The product says ${own}.`
}

/** What the target comes to at the price, in the other measure. */
function targetMeaning(form: TermsForm): string {
  const { targetKind, targetUnits, targetAmount, price } = form
  const { currency } = marketFacts[form.market]
  if (price === null || price <= 0) return 'What the target means at the price is shown here.'
  const each = formatMoney(price, currency)
  if (targetKind === 'units') {
    if (targetUnits === null || !Number.isSafeInteger(targetUnits * price)) return `At ${each} a unit.`
    return `${unitCount(targetUnits)} at ${each} are ${formatMoney(times(price, targetUnits), currency)}. Offers lower the amount, not the target.`
  }
  if (targetAmount === null) return `At ${each} a unit.`
  const units = Math.ceil(targetAmount / price)
  return `${formatMoney(targetAmount, currency)} at ${each} a unit take ${unitCount(units)}; with offers, which count at the price paid, more.`
}
