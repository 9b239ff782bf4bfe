import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { atRest, schemes, showIn } from './pages'

/** What axe finds wrong with the page as it stands, a line each. */
export async function violations(page: Page): Promise<readonly string[]> {
  // The colours of a notice that fades are nobody's.
  await atRest(page)
  return linesOf(axeOn(page))
}

/** Those of axe's rules that it uses unasked. */
const rulesOfColours = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds wrong with the page in the light and in the dark scheme, a line each. A scheme changes colours and nothing else, so the
 * rules that do not look at colours judge the page once.
 */
export async function violationsInBothSchemes(page: Page): Promise<readonly string[]> {
  const [first, second] = schemes
  await showIn(page, first)
  const found = await linesOf(axeOn(page))
  await showIn(page, second)
  const ofColours = await linesOf(axeOn(page).withRules(rulesOfColours))
  return [...found.map((line) => `${first}: ${line}`), ...ofColours.map((line) => `${second}: ${line}`)]
}

/** What it finds in order is told in short: to describe every part of a page that is right takes it longer than to look at them. */
const axeOn = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()

async function linesOf(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations: found } = await axe.analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  )
}
