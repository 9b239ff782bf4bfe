import { noCategory } from '../../shared/products/category'

/** "Audio", "No category". */
export const categoryName = (category: string): string => (category === noCategory ? 'No category' : category)

/** As a filter that is set: "Category: Audio", "No category". */
export const categoryChip = (category: string): string =>
  category === noCategory ? categoryName(category) : `Category: ${category}`
