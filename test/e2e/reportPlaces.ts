import { expect, type Page } from '@playwright/test'
import { byMenu, further, row, then, type Place } from './place'

const takeAway = (page: Page, chart: string) => page.getByRole('button', { name: `Take away: ${chart}` })

const charts = (says: RegExp): Place =>
  then(row('Campaigns', 'campaign', says), 'campaign charts', async (page) => {
    await page.getByRole('tab', { name: 'Charts' }).click()
    await expect(takeAway(page, 'The three totals')).toBeVisible()
  })

/** A campaign's charts, and what another campaign would have come to under other terms. */
export const campaignReports: readonly Place[] = [
  charts(/Tripod.*live/u),
  then(charts(/failed/u), 'what if', async (page) => {
    await page.getByRole('link', { name: 'What if …' }).click()
    await expect(takeAway(page, 'One by one')).toBeVisible()
  }),
]

const byTab = (name: string, tab: string, step: (page: Page) => Promise<void>): Place =>
  then(byMenu('Reports'), name, async (page) => {
    await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: tab }).click()
    await step(page)
  })

async function choose(page: Page, select: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: select, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}

async function arrangeDashboard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New dashboard' }).click()
  await page.getByLabel('Name').fill('Mornings')
  await page.getByRole('button', { name: 'Begin' }).click()
  const chosen = [
    ['Paid, day by day'],
    ['Progress of a campaign', 'Mi Selfie Stick Tripod'],
    ['Shipping promises'],
  ] as const
  for (const [chart, campaign] of chosen) {
    await choose(page, 'Chart', chart)
    if (campaign !== undefined) await choose(page, 'Campaign', campaign)
    await page.getByRole('button', { name: 'Add chart' }).click()
    await expect(page.getByRole('button', { name: new RegExp(`^Remove: ${chart}`, 'u') })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Whole width: Shipping promises' }).click()
  await expect(page.getByRole('button', { name: 'Half the width: Shipping promises' })).toBeVisible()
}

/** The reports of the whole shop. */
export const shopReports: readonly Place[] = [
  byMenu('Reports'),
  further('chart as table', async (page) => {
    // By keys: what a button tells under the pointer lies beside the page.
    await page.getByRole('button', { name: 'Show as table: Money held' }).press('Enter')
    await expect(page.getByRole('region', { name: /, table$/u })).toBeVisible()
  }),
  byTab('compare', 'Compare', (page) => expect(page.getByRole('grid', { name: 'Compared campaigns' })).toBeVisible()),
  byTab('money', 'Money', (page) => expect(page.getByRole('region', { name: 'Open refunds by age' })).toBeVisible()),
  further('reconcile', (page) => page.getByRole('link', { name: 'Reconcile a settlement file' }).click()),
  byTab('after the end', 'After the end', (page) =>
    expect(page.getByRole('grid', { name: 'Ended campaigns' }).getByRole('row').nth(1)).toBeVisible(),
  ),
  further('release report', async (page) => {
    await page
      .getByRole('row', { name: /to be decided/u })
      .first()
      .click()
    await expect(takeAway(page, 'Paid units per day')).toBeVisible()
  }),
  byTab('dashboard arranged', 'Dashboards', arrangeDashboard),
  further('dashboard', async (page) => {
    await page.getByRole('button', { name: 'Done' }).click()
    await choose(page, 'Report', 'Mornings')
    await page.getByRole('button', { name: 'Have it written' }).click()
    await expect(page.getByRole('button', { name: 'Stop writing' })).toBeVisible()
  }),
]
