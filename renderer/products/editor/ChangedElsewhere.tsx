import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { Fragment } from 'react'
import { formatMoney } from '../../../shared/money'
import type { ProductContent } from '../../../shared/products/product'
import { useAsk } from '../../api'
import classes from './editor.module.css'
import type { DraftSaver } from './draftSaver'
import { fieldNames } from './fieldNames'
import type { ContentField } from './productForm'

interface ChangedElsewhereProps {
  readonly mine: ProductContent
  readonly theirs: ProductContent
  readonly saver: DraftSaver
}

const longest = 160

const shorten = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

function written(content: ProductContent, field: ContentField, makerName: string): string {
  const words: Record<ContentField, () => string> = {
    name: () => content.name,
    category: () => content.category,
    tagline: () => content.tagline,
    description: () => content.description,
    highlights: () => content.highlights.join(' · '),
    specifications: () => content.specifications.map(({ name, value }) => `${name}: ${value}`).join(' · '),
    variants: () => content.variants.map(({ name }) => name).join(' · '),
    price: () => (content.price === null ? '' : formatMoney(content.price, content.currency)),
    currency: () => content.currency,
    makerId: () => makerName,
    pageAddress: () => content.pageAddress,
    shippingDays: () => (content.shippingDays === null ? '' : `${String(content.shippingDays)} days`),
  }
  return shorten(words[field]()) || 'nothing'
}

/** Both versions side by side where they differ: nothing is overwritten unread. */
export function ChangedElsewhere({ mine, theirs, saver }: ChangedElsewhereProps) {
  const makers = useAsk('makers.list', {})
  const makerName = ({ makerId }: ProductContent): string =>
    (makers.state === 'loaded' ? makers.value.find(({ id }) => id === makerId)?.name : undefined) ?? ''
  const fields = (Object.keys(fieldNames) as ContentField[]).filter(
    (field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]),
  )
  return (
    <Alert color="yellow" role="alert" title="This product was changed elsewhere while you typed">
      <Stack gap="sm">
        <Text size="sm">What you typed is kept here and not saved. Where the two differ:</Text>
        <div className={classes.differences}>
          <strong>Field</strong>
          <strong>Here</strong>
          <strong>Newer, saved</strong>
          {fields.map((field) => (
            <Fragment key={field}>
              <span>{fieldNames[field]}</span>
              <span>{written(mine, field, makerName(mine))}</span>
              <span>{written(theirs, field, makerName(theirs))}</span>
            </Fragment>
          ))}
        </div>
        <Group gap="xs">
          <Button variant="default" onClick={() => saver.loadTheirs()}>
            Load the newer version
          </Button>
          <Button variant="subtle" color="gray" onClick={() => void saver.keepMine()}>
            Save mine over it
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
