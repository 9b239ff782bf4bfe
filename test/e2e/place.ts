import { expect, type Page } from '@playwright/test'
import { goTo } from './people'

/** A place of the program: a name for it, and how a person gets there from anywhere. */
export interface Place {
  readonly name: string
  readonly visit: (page: Page) => Promise<void>
}

export const loaded = async (page: Page): Promise<void> => {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0)
}

export const byMenu = (name: string): Place => ({
  name: name.toLowerCase(),
  visit: async (page) => {
    await goTo(page, name)
    await loaded(page)
  },
})

/** Opens the first row of a list that says so. */
export const row = (menu: string, name: string, says: RegExp, search = ''): Place => ({
  name,
  visit: async (page) => {
    await goTo(page, menu)
    if (search !== '') await page.getByRole('searchbox').fill(search)
    await page.getByRole('row', { name: says }).first().click()
    await expect(page.getByRole('main').getByRole('heading', { level: 1, name: menu, exact: true })).toBeHidden()
    await loaded(page)
  },
})

/** The place that one step leads to from another. */
export const then = (place: Place, name: string, step: (page: Page) => Promise<void>): Place => ({
  name,
  visit: async (page) => {
    await place.visit(page)
    await step(page)
    await loaded(page)
  },
})

/** The same page a step further: the walk is still there. */
export const further = (name: string, step: (page: Page) => Promise<void>): Place => ({
  name,
  visit: async (page) => {
    await step(page)
    await loaded(page)
  },
})
