import { Group, Input, Select, Stack, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { currencies, formatMoney } from '../../../shared/money'
import { MoneyInput } from '../../ui/MoneyInput'
import { Panel } from '../../ui/Panel'
import { UnitsInput } from '../../ui/UnitsInput'
import { CategoryField } from './CategoryField'
import classes from './editor.module.css'
import { fieldPlace } from './fieldNames'
import { ListField } from './ListField'
import { MakerField } from './MakerField'
import type { Locks } from './locks'
import { blankVariant } from './productForm'
import type { ProductDraft } from './useProductDraft'

interface SaleFieldsProps {
  readonly draft: ProductDraft
  readonly locks: Locks
}

/** How the product is sold: price, variants, maker, category, page and promise. */
export function SaleFields({ draft, locks }: SaleFieldsProps) {
  const { form, errors, categories, change } = draft
  return (
    <Panel title="How it is sold">
      <Stack gap="sm">
        <div id={fieldPlace('price')}>
          <PriceField draft={draft} fixed={locks.price !== null} />
          <p className={classes.underField}>{locks.price ?? 'Campaigns propose this price; each may set its own.'}</p>
        </div>
        <div id={fieldPlace('variants')}>
          <ListField
            label="Variants"
            one="variant"
            help={locks.variants ?? 'What supporters choose between, such as colours. One is enough.'}
            rows={form.variants}
            most={50}
            error={errors.variants}
            keeps={(line) => locks.variant(line.key)}
            blank={blankVariant}
            onChange={(variants) => change({ variants })}
          >
            {(line, index, set) => (
              <TextInput
                flex={1}
                aria-label={`Variant ${String(index + 1)}`}
                value={line.name}
                maxLength={60}
                onChange={(event) => set({ ...line, name: event.currentTarget.value })}
              />
            )}
          </ListField>
        </div>
        <div id={fieldPlace('makerId')}>
          <MakerField value={form.makerId} error={errors.makerId} onChange={(makerId) => change({ makerId })} />
        </div>
        <div id={fieldPlace('category')}>
          <CategoryField
            value={form.category}
            known={categories}
            error={errors.category}
            onChange={(category) => change({ category })}
          />
        </div>
        <div id={fieldPlace('pageAddress')}>
          <TextInput
            type="url"
            label="Page address"
            description="Where its product page is, beginning with https://"
            value={form.pageAddress}
            error={errors.pageAddress}
            maxLength={500}
            onChange={(event) => change({ pageAddress: event.currentTarget.value })}
          />
        </div>
        <div id={fieldPlace('shippingDays')}>
          <UnitsInput
            label="Shipping promise, days"
            description="Proposed to its campaigns."
            max={365}
            value={form.shippingDays}
            error={errors.shippingDays}
            onChange={(shippingDays) => change({ shippingDays })}
          />
        </div>
      </Stack>
    </Panel>
  )
}

/** A price that cannot change is shown as a fact, not as a field that does nothing. */
function PriceField({ draft, fixed }: { readonly draft: ProductDraft; readonly fixed: boolean }) {
  const { form, errors, change } = draft
  if (fixed) {
    return (
      <Input.Wrapper label="Price of one unit" labelElement="div">
        <div>
          <span className={classes.fixed}>
            <IconLock size={14} aria-hidden />
            {form.price === null ? 'no price yet' : formatMoney(form.price, form.currency)}
          </span>
        </div>
      </Input.Wrapper>
    )
  }
  return (
    <Group gap="xs" align="start" wrap="nowrap">
      <MoneyInput
        label="Price of one unit"
        currency={form.currency}
        value={form.price}
        error={errors.price}
        onChange={(price) => change({ price })}
      />
      <Select
        label="Currency"
        data={[...currencies]}
        w={110}
        value={form.currency}
        error={errors.currency}
        onChange={(currency) => {
          if (currency !== null) change({ currency })
        }}
      />
    </Group>
  )
}
