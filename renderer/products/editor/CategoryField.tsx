import { Autocomplete } from '@mantine/core'
import { comparableName } from '../../../shared/comparableName'
import { longestCategory, sameCategory, spelledAs } from '../../../shared/products/category'

interface CategoryFieldProps {
  readonly value: string
  /** Those of other products. */
  readonly known: readonly string[]
  readonly onChange: (category: string) => void
  readonly error: string | undefined
}

/** What kind of thing it is: one of the categories that there are, or a new one in words of one's own. */
export function CategoryField({ value, known, onChange, error }: CategoryFieldProps) {
  return (
    <Autocomplete
      label="Category"
      description="What kind of thing it is, to compare campaigns by. Supporters do not see it."
      placeholder="Such as Audio"
      openOnFocus={false}
      clearable
      maxLength={longestCategory}
      data={[...offered(known, value)]}
      filter={({ options }) => options}
      value={value}
      error={error}
      onChange={onChange}
      onBlur={() => {
        const spelled = spelledAs(value, known)
        if (error === undefined && spelled !== value) onChange(spelled)
      }}
    />
  )
}

/** Those that have what was typed in them; all of them once it is one of them, so that another can be chosen. */
const offered = (known: readonly string[], typed: string): readonly string[] =>
  known.some((category) => sameCategory(category, typed))
    ? known
    : known.filter((category) => comparableName(category).includes(comparableName(typed)))
