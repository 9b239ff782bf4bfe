import { Switch } from '@mantine/core'
import { FilterChips } from '../ui/FilterChips'
import { ChoiceMenu } from '../ui/FilterMenu'
import { SearchField } from '../ui/SearchField'
import { categoryChip, categoryName } from './categoryWords'
import type { ProductsSearch } from './search'

interface ProductFiltersProps {
  readonly search: ProductsSearch
  /** Of the products that are listed. */
  readonly categories: readonly string[]
  readonly onChange: (part: ProductsSearch) => void
}

/** By what the list of products is narrowed down. */
export function ProductFilters({ search, categories, onChange }: ProductFiltersProps) {
  const { text = '', category, archived = false } = search
  const drop = () => onChange({ category: undefined })
  return (
    <FilterChips chips={category === undefined ? [] : [{ key: 'category', label: categoryChip(category), drop }]}>
      <SearchField
        label="Search products"
        placeholder="Name, tagline, maker, category"
        value={text}
        onChange={(typed) => onChange({ text: typed === '' ? undefined : typed })}
      />
      <ChoiceMenu
        label="Category"
        choices={categories.map((value) => ({ value, label: categoryName(value) }))}
        chosen={category}
        onChoose={(chosen) => onChange({ category: chosen })}
      />
      <Switch
        ml="xs"
        label="Archived products"
        checked={archived}
        onChange={(event) => onChange({ archived: event.currentTarget.checked || undefined })}
      />
    </FilterChips>
  )
}
