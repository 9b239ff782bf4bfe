import { Stack, Text } from '@mantine/core'
import { useAsk } from '../../api'
import { formatMoney } from '../../../shared/money'
import type { Product } from '../../../shared/products/product'
import { Facts } from '../../ui/Facts'
import { Panel } from '../../ui/Panel'
import { PictureImage } from '../PictureImage'
import classes from '../pictures.module.css'
import { SpecificationList } from '../SpecificationList'

interface ProductReadingProps {
  readonly product: Product
}

/** A product for those who do not edit it, or while nobody may: what stands in it, without fields. */
export function ProductReading({ product }: ProductReadingProps) {
  const { tagline, description, highlights, specifications, pictures } = product
  return (
    <>
      <Panel title="What supporters read">
        <Stack gap="xs">
          <Text fw={500}>{tagline === '' ? 'No tagline yet.' : tagline}</Text>
          <Text className={classes.prose}>{description === '' ? 'No description yet.' : description}</Text>
        </Stack>
      </Panel>
      <Panel title="Pictures">
        {pictures.length === 0 ? (
          <Text c="dimmed">No pictures yet.</Text>
        ) : (
          <ul className={classes.grid}>
            {pictures.map((picture) => (
              <li key={picture.id}>
                <div className={classes.frame}>
                  <PictureImage picture={picture} decorative={picture.description !== ''} />
                </div>
                <Text size="xs" c="dimmed" mt={4}>
                  {picture.description}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="What it can do">
        <Stack gap="sm">
          {highlights.length === 0 ? (
            <Text c="dimmed">No highlights yet.</Text>
          ) : (
            <ul className={classes.lines}>
              {highlights.map((highlight, index) => (
                <li key={index}>{highlight}</li>
              ))}
            </ul>
          )}
          <SpecificationList of={specifications} />
        </Stack>
      </Panel>
    </>
  )
}

/** How the product is sold, as facts. */
export function SaleReading({ product }: ProductReadingProps) {
  const makers = useAsk('makers.list', {})
  const maker = makers.state === 'loaded' ? makers.value.find(({ id }) => id === product.makerId) : undefined
  const { price, currency, variants, category, pageAddress, shippingDays } = product
  return (
    <Panel title="How it is sold">
      <Facts
        of={[
          ['Price', price === null ? 'not yet' : formatMoney(price, currency)],
          ['Variants', variants.map(({ name }) => name).join(', ')],
          ['Maker', maker?.name],
          ['Category', category],
          ['Page address', pageAddress],
          ['Ships within', shippingDays === null ? null : `${shippingDays} ${shippingDays === 1 ? 'day' : 'days'}`],
        ]}
      />
    </Panel>
  )
}
