import { id, type MakerId, type VariantId } from '../../../shared/ids'
import type { Currency, Minor } from '../../../shared/money'
import type { Product, ProductContent } from '../../../shared/products/product'
import { noCategory, spelledAs } from '../../../shared/products/category'
import { productContentSchema } from '../../../shared/products/requests'

/** Lines keep a key of their own, so that moving one keeps its input. */
export interface HighlightLine {
  readonly key: string
  readonly text: string
}

export interface SpecificationLine {
  readonly key: string
  readonly name: string
  readonly value: string
}

export interface VariantLine {
  readonly key: VariantId
  readonly name: string
}

/** A product as it stands in the editor's fields, finished or not. */
export interface ProductForm {
  readonly name: string
  readonly category: string
  readonly tagline: string
  readonly description: string
  readonly highlights: readonly HighlightLine[]
  readonly specifications: readonly SpecificationLine[]
  readonly variants: readonly VariantLine[]
  readonly price: Minor | null
  readonly currency: Currency
  readonly makerId: MakerId | null
  readonly pageAddress: string
  readonly shippingDays: number | null
}

export type ContentField = keyof ProductContent
export type FieldErrors = Readonly<Partial<Record<ContentField, string>>>

const newKey = (): string => crypto.randomUUID()

export const blankHighlight = (): HighlightLine => ({ key: newKey(), text: '' })
export const blankSpecification = (): SpecificationLine => ({ key: newKey(), name: '', value: '' })
export const blankVariant = (): VariantLine => ({ key: id<VariantId>(newKey()), name: '' })

/** What staff wrote about a product, without the facts around it. Always in the same order of fields, so that texts compare. */
export const contentOf = (product: Product | ProductContent): ProductContent => ({
  name: product.name,
  category: product.category ?? noCategory,
  tagline: product.tagline,
  description: product.description,
  highlights: product.highlights,
  specifications: product.specifications.map(({ name, value }) => ({ name, value })),
  variants: product.variants.map((variant) => ({ id: variant.id, name: variant.name })),
  price: product.price,
  currency: product.currency,
  makerId: product.makerId,
  pageAddress: product.pageAddress,
  shippingDays: product.shippingDays,
})

export const formOf = (content: ProductContent): ProductForm => ({
  ...content,
  highlights: content.highlights.map((text) => ({ key: newKey(), text })),
  specifications: content.specifications.map(({ name, value }) => ({ key: newKey(), name, value })),
  variants: content.variants.map((variant) => ({ key: variant.id, name: variant.name })),
})

/**
 * What the fields come to; a category that is among those of other products is spelled as it is there. Lines without any text are not
 * written down yet, except variants that exist already. A field that cannot be saved as it stands keeps what `last` says and is named
 * with its reason, so that the rest is still saved.
 */
export function readForm(
  form: ProductForm,
  last: ProductContent,
  categories: readonly string[],
): { content: ProductContent; errors: FieldErrors } {
  const known = new Set(last.variants.map((variant) => variant.id))
  const typed: ProductContent = {
    ...form,
    category: spelledAs(form.category, categories),
    highlights: form.highlights.map(({ text }) => text).filter((text) => text.trim() !== ''),
    specifications: form.specifications
      .filter(({ name, value }) => name.trim() !== '' || value.trim() !== '')
      .map(({ name, value }) => ({ name, value })),
    variants: form.variants
      .filter(({ key, name }) => name.trim() !== '' || known.has(key))
      .map(({ key, name }) => ({ id: key, name })),
  }
  const parsed = productContentSchema.safeParse(contentOf(typed))
  if (parsed.success) return { content: contentOf(parsed.data), errors: {} }
  const errors: Partial<Record<ContentField, string>> = {}
  for (const { path, message } of parsed.error.issues) {
    const field = path[0] as ContentField
    errors[field] ??= field === 'name' && typed.name.trim() === '' ? 'A product needs a name.' : message
  }
  const kept = Object.fromEntries(Object.keys(errors).map((field) => [field, last[field as ContentField]]))
  return { content: contentOf(productContentSchema.parse({ ...contentOf(typed), ...kept })), errors }
}
