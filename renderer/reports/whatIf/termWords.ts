import { marketFacts } from '../../../shared/campaigns/market'
import type { ChartColumnKind } from '../../../shared/reports/chartTable'
import { weekdays } from '../../../shared/weekday'
import { fewestCurves } from '../../../shared/reports/whatIf/replay'
import type { WhatIfAnswer } from '../../../shared/reports/whatIf/requests'
import { formatMoney, minor } from '../../../shared/money'
import { shareWords } from '../../ui/chart/chartWords'
import { counted, grouped, unitCount } from '../../ui/counts'
import type { WhatIfAsk } from './search'

/** Quarters of a year, as seasons. */
export const quarters = ['January to March', 'April to June', 'July to September', 'October to December'] as const

/** The measure of a target, as charts count it. */
export const measureOf = ({ target, market }: WhatIfAsk): ChartColumnKind =>
  target.kind === 'units' ? { kind: 'count', unit: 'unit' } : { kind: 'money', currency: marketFacts[market].currency }

/** A number in the target's measure. */
export const resultWords = (value: number, { target, market }: WhatIfAsk): string =>
  target.kind === 'units' ? unitCount(value) : formatMoney(minor(value), marketFacts[market].currency)

/** The terms in words, for pictures and file names. */
export function termWords(ask: WhatIfAsk): readonly string[] {
  const { target, market, days, price, elasticity, weekday, quarter } = ask
  return [
    marketFacts[market].name,
    `target ${resultWords(target.kind === 'units' ? target.units : target.amount, ask)}`,
    counted(days, 'day'),
    ...(price === null
      ? []
      : [
          `${formatMoney(price, marketFacts[market].currency)} a unit, ${elasticity} per cent fewer units a per cent dearer`,
        ]),
    ...(weekday === null ? [] : [`launched on a ${weekdays[weekday] ?? ''}`]),
    ...(quarter === null ? [] : [`launched in ${quarters[quarter] ?? ''}`]),
  ]
}

/** "9 of 24 past campaigns would have been funded; 80 % come to 60 to 640 units". */
export function answerTitle({ replayed, funded, open, range }: WhatIfAnswer, ask: WhatIfAsk): string {
  const n = replayed.length
  if (n === 0) return 'No past campaign fits these terms'
  const share = `${grouped(funded)} of ${counted(n, 'past campaign')} would have been funded`
  const might = open === 0 ? '' : `, ${grouped(open)} more might`
  if (range === null) return `${share}${might}: too few to tell`
  const { low, high } = range
  return `${shareWords(funded, n)} funded (${grouped(funded)} of ${counted(n, 'past campaign')}${might}); 80 % come to ${ask.target.kind === 'units' ? grouped(low) : resultWords(low, ask)} to ${resultWords(high, ask)}`
}

/** What an answer rests on and what it leaves open, a sentence each. */
export function notesOf(
  { replayed, open, elsewhere }: WhatIfAnswer,
  { price, elasticity, days }: WhatIfAsk,
): readonly string[] {
  const shorter = replayed.filter(({ ranDays }) => ranDays < days).length
  return [
    'Each past campaign is replayed as it came, day by day from its start, with its offers and without the rush that another end would have brought. Those that were called off are left out.',
    ...(shorter === 0
      ? []
      : [
          shorter === 1
            ? `1 campaign ran for less than ${counted(days, 'day')}: nobody knows how it would have gone on, so its result is the least it would have been${open === 0 ? '' : ', and whether it would have been funded is open'}.`
            : `${grouped(shorter)} campaigns ran for less than ${counted(days, 'day')}: nobody knows how they would have gone on, so their results are the least they would have been${open === 0 ? '' : ', and whether they would have been funded is open'}.`,
        ]),
    ...(price === null
      ? []
      : [
          `Another price is an assumption, not a fact on record: ${elasticity} per cent fewer units for each per cent dearer${elasticity === 1 ? ', so that the same money is spent' : ''}.`,
        ]),
    ...(elsewhere === null
      ? []
      : [
          `Fewer than ${fewestCurves} campaigns are too few for a range. Of ${grouped(elsewhere.campaigns)} public campaigns that come with the program, ${shareWords(elsewhere.funded, 1)} of those of that length were funded; they know nothing of this target, price or product.`,
        ]),
  ]
}
