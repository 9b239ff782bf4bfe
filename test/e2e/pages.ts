import { expect, type Page } from '@playwright/test'
import { dialog, goTo, mainMenu, openSampleShopAs, signOut } from './people'
import { byMenu, loaded, row, then, type Place } from './place'
import { campaignReports, shopReports } from './reportPlaces'

const product: Place = {
  name: 'product',
  visit: async (page) => {
    await goTo(page, 'Products')
    await page.getByRole('main').getByRole('link', { name: 'Mi Selfie Stick Tripod' }).first().click()
    await loaded(page)
  },
}

const settled: Place = {
  name: 'settlement closed',
  visit: async (page) => {
    await goTo(page, 'Settlement')
    await page
      .getByRole('grid', { name: /^Closed/u })
      .getByRole('row', { name: /failed/u })
      .first()
      .click()
    await expect(page.getByRole('link', { name: 'Statement' })).toBeVisible()
    await loaded(page)
  },
}

/** Every page of the sample shop that a manager sees, in the order of a walk through it. */
const managersPlaces: readonly Place[] = [
  byMenu('Overview'),
  byMenu('My queue'),
  byMenu('Products'),
  product,
  then(product, 'product preview', (page) => page.getByRole('link', { name: 'Preview' }).click()),
  byMenu('Campaigns'),
  row('Campaigns', 'campaign live', /live/u),
  ...campaignReports,
  row('Campaigns', 'campaign failed', /failed/u),
  row('Campaigns', 'campaign draft', /draft/u),
  byMenu('Orders'),
  row('Orders', 'order', /shipped|paid/u),
  byMenu('Refunds'),
  byMenu('Settlement'),
  row('Settlement', 'settlement preview', /to be settled/u),
  settled,
  then(settled, 'statement', (page) => page.getByRole('link', { name: 'Statement' }).click()),
  ...shopReports,
  byMenu('Audit'),
  byMenu('Staff'),
  {
    name: 'account',
    visit: async (page) => {
      await page.getByRole('button', { name: /^Account of/u }).click()
      await page.getByRole('menuitem', { name: /account/iu }).click()
      await loaded(page)
    },
  },
  {
    name: 'backups',
    visit: async (page) => {
      await page.getByRole('button', { name: /^Account of/u }).click()
      await page.getByRole('menuitem', { name: 'Backups' }).click()
      await loaded(page)
    },
  },
  {
    name: 'settings',
    visit: async (page) => {
      await page.getByRole('button', { name: /^Account of/u }).click()
      await page.getByRole('menuitem', { name: 'Settings' }).click()
      await expect(page.getByRole('list', { name: /^Reasons for cancelling/u })).toBeVisible()
    },
  },
]

/** What a merchandiser sees and a manager does not: the editors. */
const merchandisersPlaces: readonly Place[] = [
  { ...product, name: 'product editor' },
  {
    name: 'new campaign',
    visit: async (page) => {
      await goTo(page, 'Campaigns')
      await page.getByRole('link', { name: 'New campaign' }).first().click()
      await expect(page.getByRole('heading', { level: 1, name: 'New campaign' })).toBeVisible()
    },
  },
]

const withActions = row('Orders', 'order with actions', / paid (?:UPI|card|net banking|wallet|EMI)/u)

const supportsPlaces: readonly Place[] = [
  withActions,
  {
    name: 'ready reply',
    visit: async (page) => {
      await withActions.visit(page)
      await page.getByRole('heading', { level: 1 }).click()
      await page.keyboard.press('y')
      await expect(dialog(page).getByRole('region', { name: 'The reply' })).toBeVisible()
    },
  },
  {
    name: 'cancelling',
    visit: async (page) => {
      await page.keyboard.press('Escape')
      await expect(dialog(page)).toBeHidden()
      await page.getByRole('button', { name: 'Cancel units' }).click()
      await expect(dialog(page).getByText(/can be undone for/u)).toBeVisible()
    },
  },
  {
    name: 'cancellation to undo',
    visit: async (page) => {
      await dialog(page).getByRole('combobox', { name: 'Reason' }).click()
      await page.getByRole('option', { name: 'Ordered twice' }).click()
      await dialog(page)
        .getByRole('button', { name: /owed back$/u })
        .click()
      await expect(page.getByRole('button', { name: 'Undo the cancellation' })).toBeVisible()
    },
  },
  {
    name: 'placing an order',
    visit: async (page) => {
      await goTo(page, 'Orders')
      await page.getByRole('button', { name: 'Place an order' }).first().click()
      await expect(dialog(page)).toBeVisible()
    },
  },
]

const rounds = { manager: managersPlaces, merchandiser: merchandisersPlaces, support: supportsPlaces } as const

export type Walker = keyof typeof rounds

const allWalkers: readonly Walker[] = ['manager', 'merchandiser', 'support']

/** Goes through every page of the sample shop, from its sign-in page on, as each of these; `look` is called on each. */
export async function walkSampleShop(
  page: Page,
  look: (name: string) => Promise<void>,
  walkers: readonly Walker[] = allWalkers,
): Promise<void> {
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await look('sign-in')
  for (const walker of walkers) {
    await openSampleShopAs(page, walker)
    for (const place of rounds[walker]) {
      await place.visit(page)
      await look(place.name)
    }
    if (await dialog(page).isVisible()) await page.keyboard.press('Escape')
    await signOut(page)
  }
}

export const schemes = ['light', 'dark'] as const

/** Shows the page in that scheme, its colours settled. */
export async function showIn(page: Page, colorScheme: (typeof schemes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
  await atRest(page)
}

/** Resolves when nothing in the page moves or fades that comes to an end. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map((animation) => animation.finished))
  })

/** Names that stand in the main menu, without their badges. */
export const menuNames = async (page: Page): Promise<readonly string[]> =>
  (await mainMenu(page).getByRole('link').allInnerTexts()).map((text) => text.split('\n')[0] ?? '')
