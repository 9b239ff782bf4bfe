import type { Campaign } from '../../../shared/campaigns/campaign'
import { chartColours } from '../../ui/chart/chartTheme'

/** The colour that the campaign's bar has, for its charts: teal once funded, grey once failed. */
export function barColour({ fundedAt, settlement }: Campaign): string {
  if (fundedAt !== null) return chartColours.funded
  return settlement?.outcome === 'failed' ? chartColours.placed : chartColours.reached
}
