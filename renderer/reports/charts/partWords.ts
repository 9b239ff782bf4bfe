import type { Part } from '../../../shared/reports/campaign/parts'
import { shareWords } from '../../ui/chart/chartWords'
import { unitCount } from '../../ui/counts'

/** "Karnataka leads with 23 % of units", "All 178 units: Black"; null where there is nothing to tell. */
export function leader(parts: readonly Part[]): string | null {
  const [first] = parts
  if (first === undefined || first.units === 0) return null
  if (parts.length === 1) return `All ${unitCount(first.units)}: ${first.name}`
  return `${first.name} leads with ${shareWords(first.units, unitsOf(parts))} of units`
}

export const unitsOf = (parts: readonly Part[]): number => parts.reduce((sum, { units }) => sum + units, 0)
