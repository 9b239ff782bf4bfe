import { z } from 'zod'

/** What the address of the products' list holds. Anything that does not fit is left out, so an old address still opens. */
export const productsSearch = z.object({
  text: z.string().max(200).optional().catch(undefined),
  archived: z.boolean().optional().catch(undefined),
  /** The form for a new product stands open. */
  adding: z.boolean().optional().catch(undefined),
})
