import { expect, test } from 'vitest'
import {
  blankHighlight,
  blankSpecification,
  blankVariant,
  contentOf,
  formOf,
  readForm,
} from '../../../renderer/products/editor/productForm'
import { aProduct } from '../../shared/builders'

const saved = contentOf(aProduct())

test('a product read into fields and back is the same product', () => {
  expect(readForm(formOf(saved), saved, [])).toEqual({ content: saved, errors: {} })
})

test('lines without any text are not written down', () => {
  const form = formOf(saved)
  const { content } = readForm(
    {
      ...form,
      highlights: [...form.highlights, blankHighlight()],
      specifications: [...form.specifications, blankSpecification()],
      variants: [...form.variants, blankVariant()],
    },
    saved,
    [],
  )
  expect(content).toEqual(saved)
})

test('a variant that exists is not removed by emptying its name for a moment', () => {
  const form = formOf(saved)
  const { content } = readForm({ ...form, variants: form.variants.map((line) => ({ ...line, name: '' })) }, saved, [])
  expect(content.variants.map(({ id }) => id)).toEqual(saved.variants.map(({ id }) => id))
})

test('a field that cannot be saved keeps what was saved and is named; the rest is saved', () => {
  const { content, errors } = readForm(
    { ...formOf(saved), name: '  ', tagline: 'A new one', shippingDays: 4000 },
    saved,
    [],
  )
  expect(content).toEqual({ ...saved, tagline: 'A new one' })
  expect(Object.keys(errors)).toEqual(['name', 'shippingDays'])
  expect(errors.name).toBe('A product needs a name.')
})

test('a category that other products have is spelled as it is there; a new one stands as it was typed', () => {
  const read = (category: string) => readForm({ ...formOf(saved), category }, saved, ['Audio', 'Home']).content.category
  expect([' audio ', 'AUDIO', 'Audio  books', ''].map(read)).toEqual(['Audio', 'Audio', 'Audio books', ''])
})

test('a category that is too long keeps what was saved and is named', () => {
  const { content, errors } = readForm({ ...formOf(saved), category: 'x'.repeat(61) }, saved, [])
  expect(content.category).toBe('')
  expect(errors).toEqual({ category: 'At most 60 characters.' })
})
