import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { mainMenu, openSampleShopAs } from './people'
import { test } from './sharedOffice'

const rounds = 5

/** Milliseconds from the click on a place of the menu to the frame that shows its heading and its rows. */
async function changeTo(page: Page, place: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const link = [...document.querySelectorAll<HTMLElement>('nav a')].find((each) =>
          each.innerText.startsWith(name),
        )
        const begun = performance.now()
        const look = () => {
          const there = document.querySelector('main h1')?.textContent.startsWith(name) === true
          if (there && document.querySelector('main [aria-busy=true]') === null) resolve(performance.now() - begun)
          else requestAnimationFrame(look)
        }
        link?.click()
        requestAnimationFrame(look)
      }),
    place,
  )
}

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

test('how long a page change takes is told', async ({ page }) => {
  await openSampleShopAs(page, 'manager')
  const places = ['Products', 'Campaigns', 'Orders', 'Refunds', 'Settlement', 'Audit', 'Overview']
  const times = new Map<string, number[]>(places.map((place) => [place, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const place of places) times.get(place)?.push(await changeTo(page, place))
  const told = places.map((place) => `${place} ${Math.round(middle(times.get(place) ?? []))} ms`)
  const all = [...times.values()].flat()
  console.log(
    `page change, median of ${rounds}: ${told.join(', ')}; all ${Math.round(middle(all))} ms, worst ${Math.round(Math.max(...all))} ms`,
  )
  await expect(mainMenu(page)).toBeVisible()
})
