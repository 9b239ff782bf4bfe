import { refuse, type Refused } from '../result'
import type { Missing } from './missing'
import type { Product } from './product'

export const refuseArchived = (product: Product): Refused =>
  refuse('archived', `${product.name} is archived. Restore it before changing it.`)

export const refuseStale = (): Refused =>
  refuse(
    'changed-elsewhere',
    'This product was changed elsewhere since you opened it. Nothing was saved; look at the newer version first.',
  )

/** Refuses at the field of the first thing that is missing and names them all. */
export function refuseIncomplete(missing: readonly Missing[], sentence: string): Refused {
  const wanted = missing.map(({ what }) => what.charAt(0).toLowerCase() + what.slice(1)).join(', ')
  const field = missing[0]?.field
  return refuse('incomplete', `${sentence} Missing: ${wanted}.`, field === undefined ? undefined : `content.${field}`)
}
