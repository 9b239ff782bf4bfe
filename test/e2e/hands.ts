import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './people'

/** How somebody works at the window: the same day can be gone through with any. */
export interface Hands {
  readonly name: string
  /** Presses a button, a tab or a box, or opens a row. */
  readonly press: (what: Locator) => Promise<void>
  readonly write: (field: Locator, text: string) => Promise<void>
  readonly goTo: (place: 'Orders' | 'Refunds') => Promise<void>
  /** Types into the list's search. */
  readonly search: (text: string) => Promise<void>
  /** Takes the named choice of a field that offers some. */
  readonly choose: (field: Locator, choice: string) => Promise<void>
  /** Chooses the list's first `count` rows. */
  readonly chooseRows: (count: number) => Promise<void>
  readonly openRow: (index: number) => Promise<void>
}

const rowHeight = 36
/** Rows that Page Down goes on by. */
const pageOfRows = 15

const rowAt = (page: Page, index: number): Locator => page.locator(`#page [data-index="${String(index)}"]`)
const searchField = (page: Page): Locator => page.getByRole('main').getByRole('searchbox')

export const mouse = (page: Page): Hands => ({
  name: 'with the mouse',
  press: (what) => what.click(),
  write: (field, text) => field.fill(text),
  goTo: (place) => goTo(page, place),
  search: (text) => searchField(page).fill(text),
  async choose(field, choice) {
    await field.click()
    await page.getByRole('option', { name: choice }).click()
  },
  async chooseRows(count) {
    const box = (index: number) => rowAt(page, index).getByRole('checkbox')
    await box(0).click()
    await rowAt(page, 0).hover()
    await page.mouse.wheel(0, (count - pageOfRows) * rowHeight)
    await box(count - 1).click({ modifiers: ['Shift'] })
  },
  openRow: (index) => rowAt(page, index).click(),
})

/** Without a mouse. Every stop on the way must be in view and show that it has the focus. */
export const keyboard = (page: Page): Hands => {
  const { keyboard: keys } = page
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time += 1) await keys.press(key)
  }
  const toRow = async (index: number) => {
    await press('j')
    await press('Home')
    await press('PageDown', Math.floor(index / pageOfRows))
    await press('j', index % pageOfRows)
    await expect(rowAt(page, index)).toBeFocused()
    await expect(rowAt(page, index).getByRole('gridcell').nth(1)).toBeVisible()
    await expectFocusShown(page)
  }
  return {
    name: 'with the keyboard alone',
    async press(what) {
      if ((await what.getAttribute('role')) === 'tab') {
        await toTab(page, what)
        return
      }
      if ((await what.getAttribute('role')) === 'menuitem') {
        await goOn(page, what, 'ArrowDown')
        await press('Enter')
        return
      }
      await tabTo(page, what)
      await press((await what.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter')
    },
    async write(field, text) {
      await tabTo(page, field)
      await keys.type(text)
    },
    async goTo(place) {
      await press('g')
      await press(place === 'Orders' ? 'o' : 'r')
      await expect(page.getByRole('heading', { level: 1, name: place, exact: true })).toBeVisible()
    },
    async search(text) {
      await press('/')
      await expect(searchField(page)).toBeFocused()
      await keys.type(text)
      // Leaves the field as it is.
      await press('Tab')
    },
    async choose(field, choice) {
      await tabTo(page, field)
      await keys.type(choice)
      await expect(page.getByRole('option')).toHaveCount(1)
      await press('ArrowDown')
      await press('Enter')
      await expect(field).toHaveValue(choice)
    },
    async chooseRows(count) {
      await toRow(0)
      await press('x')
      await toRow(count - 1)
      await press('Shift+X')
    },
    async openRow(index) {
      await toRow(index)
      await press('Enter')
    },
  }
}

/** More stops than any page has: beyond them something cannot be reached. */
const mostStops = 120

/** Goes on with Tab until the focus is there, or back with Shift where it stands before. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  await expect(wanted).toBeEnabled()
  const isBefore = await wanted.evaluate((element) => {
    const { activeElement } = document
    const placed = activeElement?.compareDocumentPosition(element) ?? 0
    return activeElement !== document.body && (placed & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  })
  await goOn(page, wanted, isBefore ? 'Shift+Tab' : 'Tab')
}

async function goOn(page: Page, wanted: Locator, key: string): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let stop = 0; stop < mostStops && !(await hasFocus(wanted)); stop += 1) {
    await page.keyboard.press(key)
    await expectFocusShown(page)
  }
  await expect(wanted).toBeFocused()
}

/** Of tabs only the one that is shown is a stop; arrows go on from it, and show what they come to. */
async function toTab(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted.locator('xpath=..').locator('[role=tab][tabindex="0"]'))
  await goOn(page, wanted, 'ArrowRight')
}

const hasFocus = (what: Locator): Promise<boolean> => what.evaluate((element) => element === document.activeElement)

/** Whatever has the focus is in view, and a line around it, or around what it stands in, says so. */
async function expectFocusShown(page: Page): Promise<void> {
  // A notification that is just going takes its button along.
  await expect.poll(() => troublesWithFocus(page)).toEqual([])
}

const troublesWithFocus = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return []
    const name = element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)
    const { top, bottom, left, right, width, height } = element.getBoundingClientRect()
    const inView = bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth
    const outlined = (of: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(of)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
    }
    const shows = outlined(element) || (element.parentElement !== null && outlined(element.parentElement))
    return [
      ...(width > 0 && height > 0 && inView ? [] : [`“${name}” has the focus out of sight`]),
      ...(shows ? [] : [`“${name}” does not show that it has the focus`]),
    ]
  })
