import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id, type PictureId, type ProductId } from '../../../shared/ids'
import { addPicture, describePicture, movePicture, removePicture } from '../../../shared/products/pictures'
import type { Product } from '../../../shared/products/product'
import { reorderProducts } from '../../../shared/products/reorderProducts'
import { aCampaign, allowed, aPicture, aProduct, midway, refusedBy } from '../builders'

const nth = (number: number): ProductId => id<ProductId>(`product-${number}`)
const listOf = (...positions: readonly number[]): readonly Product[] =>
  positions.map((position, index) => aProduct({ id: nth(index), position }))

/** The list as it reads after a reordering. */
function after(products: readonly Product[], ids: readonly ProductId[]): readonly ProductId[] {
  const moved = new Map(allowed(reorderProducts(products, ids)).map((product) => [product.id, product]))
  return products
    .filter(({ archivedAt }) => archivedAt === null)
    .map((product) => moved.get(product.id) ?? product)
    .toSorted((left, right) => left.position - right.position)
    .map((product) => product.id)
}

describe('the order of the list', () => {
  test('becomes whatever staff put it in', () => {
    const lists = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 10 })
    const orders = lists.chain((positions) =>
      fc.tuple(fc.constant(positions), fc.shuffledSubarray([...positions.keys()], { minLength: positions.length })),
    )
    fc.assert(
      fc.property(orders, ([positions, order]) => {
        const ids = order.map(nth)
        expect(after(listOf(...positions), ids)).toEqual(ids)
      }),
    )
  })

  test('touches only the products that moved', () => {
    const moved = allowed(reorderProducts(listOf(1, 2, 3, 4), [nth(0), nth(2), nth(1), nth(3)]))
    expect(moved.map((product) => product.id)).toEqual([nth(2), nth(1)])
    expect(moved.every((product) => product.revision === 1)).toBe(true)
  })

  test('is put right where two products share a place', () => {
    expect(after(listOf(1, 1, 2), [nth(2), nth(0), nth(1)])).toEqual([nth(2), nth(0), nth(1)])
  })

  test('leaves archived products where they are', () => {
    const products = [...listOf(1, 3), aProduct({ id: nth(7), position: 2, archivedAt: midway })]
    const moved = allowed(reorderProducts(products, [nth(1), nth(0)]))
    expect(moved.map(({ position }) => position)).toEqual([1, 3])
  })

  test.each([
    ['one is left out', [nth(0)]],
    ['one is named twice', [nth(0), nth(0)]],
    ['one is named twice besides all others', [nth(0), nth(1), nth(1)]],
    ['one is not on it', [nth(0), nth(5)]],
  ])('is refused when %s', (_case, ids) => {
    expect(refusedBy(reorderProducts(listOf(1, 2), ids))).toMatchObject({ code: 'list-changed', field: 'ids' })
  })
})

describe('the pictures of a product', () => {
  const pictureIds = ['picture-a', 'picture-b', 'picture-c'].map((text) => id<PictureId>(text))
  const [first, second, third] = pictureIds as [PictureId, PictureId, PictureId]
  const product = aProduct({ pictures: pictureIds.map((pictureId) => aPicture({ id: pictureId })) })
  const orderOf = ({ pictures }: Product) => pictures.map((picture) => picture.id)

  test('are added at the end, at most twelve', () => {
    let full = aProduct({ pictures: [] })
    for (let count = 1; count <= 12; count += 1)
      full = allowed(addPicture(full, aPicture({ id: id<PictureId>(`picture-${count}`) }), midway))
    expect(full.pictures).toHaveLength(12)
    expect(full.revision).toBe(13)
    expect(refusedBy(addPicture(full, aPicture({ id: id<PictureId>('picture-13') }), midway))).toMatchObject({
      code: 'too-many-pictures',
      field: 'bytes',
    })
  })

  test('move to any place that there is', () => {
    expect(orderOf(allowed(movePicture(product, third, 0, midway)))).toEqual([third, first, second])
    expect(orderOf(allowed(movePicture(product, first, 2, midway)))).toEqual([second, third, first])
    expect(refusedBy(movePicture(product, first, 3, midway)).code).toBe('no-such-place')
  })

  test('are described for those who cannot see them', () => {
    const described = allowed(describePicture(product, second, 'Its folded legs', midway))
    expect(described.pictures.map(({ description }) => description)).toEqual([
      'The tripod on a table',
      'Its folded legs',
      'The tripod on a table',
    ])
  })

  test('are removed one by one, but the last stays while the product is ready', () => {
    const one = allowed(removePicture(allowed(removePicture(product, first, [], midway)), third, [], midway))
    expect(orderOf(one)).toEqual([second])
    expect(refusedBy(removePicture(one, second, [], midway)).message).toContain('marked ready')
    expect(refusedBy(removePicture(one, second, [aCampaign()], midway)).message).toContain('supporters')
    expect(allowed(removePicture({ ...one, readyAt: null }, second, [], midway)).pictures).toEqual([])
  })

  test('that are not there are refused', () => {
    const unknown = id<PictureId>('picture-unknown')
    for (const result of [
      removePicture(product, unknown, [], midway),
      movePicture(product, unknown, 0, midway),
      describePicture(product, unknown, 'What', midway),
    ])
      expect(refusedBy(result)).toMatchObject({ code: 'no-such-picture', field: 'pictureId' })
  })

  test('of an archived product do not change', () => {
    const archived = { ...product, archivedAt: midway }
    for (const result of [
      addPicture(archived, aPicture(), midway),
      removePicture(archived, first, [], midway),
      movePicture(archived, first, 1, midway),
      describePicture(archived, first, 'What', midway),
    ])
      expect(refusedBy(result).code).toBe('archived')
  })
})
