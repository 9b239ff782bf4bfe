import type { RestsOn } from '../../shared/reports/forecast/forecast'
import { fewestOwn } from '../../shared/reports/forecast/ownRecord'
import { counted, grouped } from '../ui/counts'

/** "87 %"; nothing is sure before it has happened. */
export function likelyWords(probability: number): string {
  const percent = Math.round(probability * 100)
  if (percent >= 100) return 'over 99 %'
  return percent <= 0 ? 'under 1 %' : `${percent} %`
}

/** What a forecast rests on, as that sentence goes on: what it was learnt from, and what it was not. */
export const restsOnWords = ({ own, public: others }: RestsOn): string =>
  own === 0
    ? `${grouped(others)} public campaigns that come with the program: with fewer than ${fewestOwn} own campaigns behind it, this shop has too few to learn from.`
    : `${counted(own, 'own past campaign')}, and on ${grouped(others)} public ones that come with the program where the own ones say little.`
