import { Select } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import type { ProductId, VariantId } from '../../shared/ids'
import { useAsk } from '../api'

interface VariantSelectProps {
  readonly productId: ProductId
  readonly value: VariantId | null
  readonly onChange: (variantId: VariantId | null) => void
  readonly error: ReactNode
}

/** The variants of a product; where there is only one, it is chosen. */
export function VariantSelect({ productId, value, onChange, error }: VariantSelectProps) {
  const product = useAsk('products.one', { id: productId })
  const variants = product.state === 'loaded' ? (product.value?.product.variants ?? []) : []
  const only = variants.length === 1 ? (variants[0]?.id ?? null) : null
  useEffect(() => {
    if (only !== null && value === null) onChange(only)
  }, [only, value, onChange])
  return (
    <Select
      label="Variant"
      required
      placeholder={product.state === 'failed' ? product.message : 'Choose'}
      description={variants.length === 1 ? 'The only one' : `${variants.length} to choose from`}
      data={variants.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(chosen) => onChange(variants.find(({ id }) => id === chosen)?.id ?? null)}
      error={error}
    />
  )
}
