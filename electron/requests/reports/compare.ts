import { noCategory } from '../../../shared/products/category'
import { compareOf } from '../../../shared/reports/compare/compare'
import type { compareRequests } from '../../../shared/reports/compare/requests'
import { ok } from '../../../shared/result'
import type { QueryHandlers } from '../handler'
import { campaignViews } from '../views'

export const compareHandlers: Pick<QueryHandlers, keyof typeof compareRequests> = {
  'reports.compare': async (ask, { read, at }) => {
    const [views, products, makers] = await Promise.all([
      campaignViews(read, at),
      read.products.all(),
      read.makers.all(),
    ])
    const productOf = new Map(products.map((product) => [product.id, product]))
    const nameOf = new Map(makers.map(({ id, name }) => [id, name]))
    const facts = views.map((view) => {
      const { category = noCategory, makerId = null } = productOf.get(view.campaign.productId) ?? {}
      return { ...view, category, makerId, makerName: makerId === null ? '' : (nameOf.get(makerId) ?? '') }
    })
    return ok(compareOf(facts, ask, at))
  },
}
