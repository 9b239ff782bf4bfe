import { id, type PictureId, type ProductId, type VariantId } from '../../shared/ids'
import { archiveProduct, restoreProduct } from '../../shared/products/archiveProduct'
import { distinctCategories, noCategory } from '../../shared/products/category'
import { createProduct } from '../../shared/products/createProduct'
import { duplicateProduct } from '../../shared/products/duplicateProduct'
import { missingBeforeReady } from '../../shared/products/missing'
import type { Product } from '../../shared/products/product'
import { backToDraft, markReady } from '../../shared/products/readyProduct'
import { reorderProducts } from '../../shared/products/reorderProducts'
import { saveProduct } from '../../shared/products/saveProduct'
import { ok, refuse, type Result } from '../../shared/result'
import type { Reads, Transaction } from '../store/store'
import type { CommandDesk, CommitDesk, Done, FeatureHandlers } from './handler'
import { pictureHandlers } from './pictures'
import { productRow } from './productRows'
import { productIn } from './record'
import { findsIn } from './search'

export const productsHandlers: FeatureHandlers<'products'> = {
  ...pictureHandlers,

  'products.list': async ({ text, archived }, { read, at }) => {
    const [products, makerNames, all] = await Promise.all([
      read.products.all(),
      makerNamesIn(read),
      read.campaigns.all(),
    ])
    const campaigns = all.map(({ campaign }) => campaign)
    const campaignsOfOne = (productId: ProductId) => campaigns.filter((campaign) => campaign.productId === productId)
    const rows = products
      .filter((product) => (product.archivedAt !== null) === archived)
      .map((product) => productRow(product, campaignsOfOne(product.id), makerNames, at))
      .filter(({ product, makerName }) =>
        findsIn(text, [product.name, product.tagline, makerName, product.category ?? null]),
      )
    return ok(rows)
  },

  'products.one': async ({ id: productId }, { read, at }) => {
    const product = await read.products.one(productId)
    if (product === null) return ok(null)
    const campaigns = (await read.campaigns.ofProduct(productId)).map(({ campaign }) => campaign)
    const row = productRow(product, campaigns, await makerNamesIn(read), at)
    return ok({ ...row, missing: missingBeforeReady(product) })
  },

  'products.categories': async ({ besides }, { read }) =>
    ok(distinctCategories(categoriesBeside(await read.products.all(), besides))),

  'products.create': ({ name, currency }, desk) =>
    desk.commit(async ({ tx, at }) => {
      const position = await nextPosition(tx)
      const created = createProduct({ id: id<ProductId>(desk.newId()), name, currency, position }, at)
      return created.ok ? saved(tx, created.value, 'Added the product') : created
    }),

  'products.save': ({ id: productId, revision, content }, desk) =>
    change(desk, productId, 'Changed', async (product, { tx, at }) => {
      if (content.makerId !== null && (await tx.makers.get(content.makerId)) === null) {
        return refuse('no-such-maker', 'Choose one of the makers.', 'content.makerId')
      }
      const categories = categoriesBeside(await tx.read.products.all(), productId)
      return saveProduct(product, await campaignsOf(tx, productId), { revision, content, categories }, at)
    }),

  'products.markReady': ({ id: productId, revision }, desk) =>
    change(desk, productId, 'Marked as ready', async (product, { at }) => markReady(product, revision, at)),

  'products.backToDraft': ({ id: productId, revision }, desk) =>
    change(desk, productId, 'Made a draft again', async (product, { tx, at }) =>
      backToDraft(product, await campaignsOf(tx, productId), revision, at),
    ),

  'products.reorder': ({ ids }, desk) =>
    desk.commit(async ({ tx }) => {
      const moved = reorderProducts(await tx.read.products.all(), ids)
      if (!moved.ok) return moved
      for (const product of moved.value) tx.products.put(product)
      const reply = { moved: moved.value.length }
      return ok({ reply, subject: {}, summary: `Put the list in another order: ${reply.moved} moved` })
    }),

  'products.duplicate': async ({ id: productId }, desk) => {
    const original = await desk.read.products.one(productId)
    if (original === null) return refuse('no-such-product', 'There is no such product.', 'id')
    const pictureIds = original.pictures.map(() => id<PictureId>(desk.newId()))
    const copies = original.pictures.map((picture, index) => ({ picture, copyId: pictureIds[index] ?? picture.id }))
    await desk.pictures.copyAll(copies)
    const duplicated = await desk.commit(async ({ tx, at }) => {
      const product = await productIn(tx, productId)
      if (!product.ok) return product
      // The files were copied for the pictures as they were; others would be named without a file.
      if (product.value.revision !== original.revision) {
        return refuse('changed-elsewhere', 'This product was changed at this moment. Duplicate it again.')
      }
      const copyIds = {
        id: id<ProductId>(desk.newId()),
        position: await nextPosition(tx),
        variantIds: product.value.variants.map(() => id<VariantId>(desk.newId())),
        pictureIds,
      }
      const copy = duplicateProduct(product.value, copyIds, at)
      return copy.ok ? saved(tx, copy.value, 'Duplicated as') : copy
    })
    if (!duplicated.ok) {
      await Promise.all(copies.map(({ picture, copyId }) => desk.pictures.remove({ ...picture, id: copyId })))
    }
    return duplicated
  },

  'products.archive': ({ id: productId }, desk) =>
    change(desk, productId, 'Archived', async (product, { tx, at }) =>
      archiveProduct(product, await campaignsOf(tx, productId), at),
    ),

  'products.restore': ({ id: productId }, desk) =>
    change(desk, productId, 'Took back from the archive:', async (product, { at }) => restoreProduct(product, at)),
}

type Saved = Done<{ readonly id: ProductId; readonly revision: number }>

/** Reads the product, has `decide` decide, and saves what it came to. */
const change = (
  desk: CommandDesk,
  productId: ProductId,
  what: string,
  decide: (product: Product, desk: CommitDesk) => Promise<Result<Product>>,
) =>
  desk.commit(async (commit) => {
    const product = await productIn(commit.tx, productId)
    if (!product.ok) return product
    const decided = await decide(product.value, commit)
    return decided.ok ? saved(commit.tx, decided.value, what) : decided
  })

function saved(tx: Transaction, product: Product, what: string): Result<Saved> {
  tx.products.put(product)
  return ok({
    reply: { id: product.id, revision: product.revision },
    subject: { productId: product.id },
    summary: `${what} ${product.name}`,
  })
}

const campaignsOf = async (tx: Transaction, productId: ProductId) =>
  (await tx.read.campaigns.ofProduct(productId)).map(({ campaign }) => campaign)

async function nextPosition(tx: Transaction): Promise<number> {
  const products = await tx.read.products.all()
  return products.reduce((highest, { position }) => Math.max(highest, position), 0) + 1
}

const categoriesBeside = (products: readonly Product[], productId: ProductId): readonly string[] =>
  products.filter((product) => product.id !== productId).map(({ category }) => category ?? noCategory)

async function makerNamesIn(read: Reads) {
  return new Map((await read.makers.all()).map((maker) => [maker.id, maker.name]))
}
