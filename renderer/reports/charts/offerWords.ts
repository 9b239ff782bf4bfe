import type { OfferEffect } from '../../../shared/reports/campaign/offerEffects'
import { counted } from '../../ui/counts'

const early = {
  'not begun': 'too early to say, it has not begun',
  'under an hour': 'too early to say, it has not run for a whole hour',
  'nothing before it': 'nothing to compare with, it began with the campaign',
} as const

/** "1.8 times the pace of the 48 hours before it". */
export function effectWords(pace: OfferEffect['pace']): string {
  if ('tooEarly' in pace) return early[pace.tooEarly]
  const before = `the ${counted(pace.hours, 'hour')} before it`
  const mixed = pace.mixed ? ', not this offer’s alone: another ran in that time' : ''
  if (pace.times === null) {
    return pace.during === 0 ? `nothing paid then, nor in ${before}${mixed}` : `nothing was paid in ${before}${mixed}`
  }
  return `${pace.times.toFixed(1)} times the pace of ${before}${mixed}`
}
