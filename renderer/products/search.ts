import { z } from 'zod'
import { categorySchema } from '../../shared/products/requests'

/** What the address of the products' list holds. Anything that does not fit is left out, so an old address still opens. */
export const productsSearch = z.object({
  text: z.string().max(200).optional().catch(undefined),
  /** Empty for products that have none. */
  category: categorySchema.optional().catch(undefined),
  archived: z.boolean().optional().catch(undefined),
  /** The form for a new product stands open. */
  adding: z.boolean().optional().catch(undefined),
})

export type ProductsSearch = z.output<typeof productsSearch>
