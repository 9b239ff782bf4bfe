import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparableName } from '../../../shared/comparableName'
import { categoryChoices, distinctCategories, sameCategory, spelledAs } from '../../../shared/products/category'
import type { Product } from '../../../shared/products/product'
import { saveProduct } from '../../../shared/products/saveProduct'
import { allowed, aProduct, midway } from '../builders'

/** The product with what was typed as its category, beside products of these. */
const saved = (product: Product, category: string, categories: readonly string[] = []): Product =>
  allowed(
    saveProduct(product, [], { revision: product.revision, content: { ...product, category }, categories }, midway),
  )

describe('the category of a product', () => {
  test('is trimmed, with single spaces', () => {
    expect(saved(aProduct(), '  Home \u00a0 audio ').category).toBe('Home audio')
  })

  test('is spelled as other products have it, where it differs in case, spaces or width alone', () => {
    for (const typed of ['audio', ' AUDIO ', 'ＡＵＤＩＯ', 'Audio'])
      expect(saved(aProduct(), typed, ['Home', 'Audio']).category).toBe('Audio')
    expect(saved(aProduct(), 'Audio books', ['Audio']).category).toBe('Audio books')
  })

  test('may be spelled otherwise while no other product has it', () => {
    expect(saved(aProduct({ category: 'audio' }), 'Audio').category).toBe('Audio')
  })

  test('is nothing of the record where there is none, also after it was taken away', () => {
    expect(saved(aProduct(), ' ')).not.toHaveProperty('category')
    expect(saved(aProduct({ category: 'Audio' }), '')).not.toHaveProperty('category')
  })

  test('never reads like that of another product and is spelled otherwise, whatever is typed in which order', () => {
    const anySpelling = fc
      .tuple(fc.constantFrom('audio', 'home audio', 'kitchen', ''), fc.constantFrom('', ' ', '\u00a0'), fc.boolean())
      .map(([word, space, loud]) => `${space}${loud ? word.toUpperCase() : word.replace(' ', ` ${space}`)}${space}`)
    const anyDeeds = fc.array(fc.tuple(fc.nat({ max: 4 }), anySpelling), { maxLength: 30 })
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        const products = Array.from({ length: 5 }, () => aProduct())
        for (const [place, typed] of deeds) {
          const others = products.flatMap(({ category = '' }, other) => (other === place ? [] : [category]))
          products[place] = saved(products[place] ?? aProduct(), typed, others)
          expect(comparableName(products[place].category ?? '')).toBe(comparableName(typed))
        }
        const spellings = new Set(products.flatMap(({ category }) => category ?? []))
        expect(spellings.size).toBe(new Set([...spellings].map(comparableName)).size)
      }),
    )
  })
})

test('what was typed and is in no other category stays; nothing stays nothing', () => {
  expect(spelledAs('Kitchen', ['Audio'])).toBe('Kitchen')
  expect(spelledAs('', ['Audio'])).toBe('')
  expect(sameCategory('Kitchen', 'Kitchens')).toBe(false)
})

describe('what can be chosen by', () => {
  test('is each category once, by the alphabet', () => {
    expect(distinctCategories(['Kitchen', 'Audio', '', 'kitchen', 'Éclairage'])).toEqual([
      'Audio',
      'Éclairage',
      'Kitchen',
    ])
  })

  test('is also to have none, where some have one and others do not', () => {
    expect(categoryChoices(['', 'Kitchen', 'Audio'])).toEqual(['Audio', 'Kitchen', ''])
    expect(categoryChoices(['Audio'])).toEqual(['Audio'])
    expect(categoryChoices(['', ''])).toEqual([])
    expect(categoryChoices([])).toEqual([])
  })
})
