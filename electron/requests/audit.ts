import { ok } from '../../shared/result'
import type { FeatureHandlers } from './handler'

export const auditHandlers: FeatureHandlers<'audit'> = {
  'audit.page': async (query, { read }) => {
    const [slice, facets] = await Promise.all([read.audit.page(query), read.audit.facets()])
    return ok({ ...slice, ...facets })
  },
}
