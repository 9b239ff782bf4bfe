import { compareOutcomes, type CompareChoices } from '../../shared/reports/compare/compare'
import { categoryChip, categoryName } from '../products/categoryWords'
import type { FilterChip } from '../ui/FilterChips'
import { ChoiceMenu } from '../ui/FilterMenu'
import type { CompareSearch } from './compareSearch'
import { marketName, seasonWords } from './compareWords'

interface CompareFiltersProps {
  readonly search: CompareSearch
  readonly choices: CompareChoices
  readonly onChange: (search: CompareSearch) => void
}

/** By what campaigns are chosen for the comparison. Another choice begins with its own latest lines. */
export function CompareFilters({ search: { chosen: _chosen, ...search }, choices, onChange }: CompareFiltersProps) {
  return (
    <>
      <ChoiceMenu
        label="Category"
        choices={choices.categories.map((value) => ({ value, label: categoryName(value) }))}
        chosen={search.category}
        onChoose={(category) => onChange({ ...search, category })}
      />
      <ChoiceMenu
        label="Maker"
        choices={choices.makers.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={search.makerId}
        onChoose={(makerId) => onChange({ ...search, makerId })}
      />
      <ChoiceMenu
        label="Market"
        choices={choices.markets.map((value) => ({ value, label: marketName(value) }))}
        chosen={search.market}
        onChoose={(market) => onChange({ ...search, market })}
      />
      <ChoiceMenu
        label="Season"
        choices={choices.seasons.map((value) => ({ value, label: seasonWords(value) }))}
        chosen={search.season}
        onChoose={(season) => onChange({ ...search, season })}
      />
      <ChoiceMenu
        label="Outcome"
        choices={compareOutcomes.map((value) => ({ value, label: value }))}
        chosen={search.outcome}
        onChoose={(outcome) => onChange({ ...search, outcome })}
      />
    </>
  )
}

/** The filters that are set. */
export function compareChips(
  search: CompareSearch,
  choices: CompareChoices | null,
  onChange: (search: CompareSearch) => void,
): readonly FilterChip[] {
  const { category, makerId, market, season, outcome } = search
  type Key = 'category' | 'makerId' | 'market' | 'season' | 'outcome'
  const chip = (key: Key, label: string | undefined): readonly FilterChip[] =>
    label === undefined ? [] : [{ key, label, drop: () => onChange({ ...search, [key]: undefined }) }]
  const maker = choices?.makers.find(({ id }) => id === makerId)?.name ?? 'one maker'
  return [
    ...chip('category', category === undefined ? undefined : categoryChip(category)),
    ...chip('makerId', makerId && `Maker: ${maker}`),
    ...chip('market', market && `Market: ${marketName(market)}`),
    ...chip('season', season && `Started: ${seasonWords(season)}`),
    ...chip('outcome', outcome && `Outcome: ${outcome}`),
  ]
}
