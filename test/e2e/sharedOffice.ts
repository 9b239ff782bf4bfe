import type { Page } from '@playwright/test'
import { expectNoProblems, lendOffice, test as withOwnOffice, type Office } from './fixtures'

interface Opened {
  readonly office: Office
  readonly page: Page
}

/**
 * For tests that leave the program as they found it: one launch serves all of them that a worker runs. `page` is its window, loaded
 * anew, with nobody signed in; which shop is open is unknown until `openSampleShopAs`. A test that fails ends its worker, and the
 * program with it: nothing of it reaches the next.
 */
export const test = withOwnOffice.extend<object, { opened: Opened }>({
  opened: [
    async ({}, use) => {
      await lendOffice(async (office) => use({ office, page: await office.open() }))
    },
    { scope: 'worker' },
  ],
  office: async ({ opened: { office, page } }, use) => {
    await use(office)
    // What a page still has to tell comes before it is left.
    await startAnew(office, page)
    expectNoProblems(office)
    office.forgetProblems()
  },
  page: async ({ opened: { page }, office: _toldAtTheEnd }, use) => {
    await use(page)
  },
})

/** Signs out, closes further windows and forgets what the window was told to be. */
async function startAnew(office: Office, page: Page): Promise<void> {
  for (const further of office.app.windows()) if (further !== page) await further.close()
  await page.evaluate(async () => {
    const { backOffice } = window as unknown as { backOffice: { ask(name: string, input: object): Promise<unknown> } }
    await backOffice.ask('session.signOut', {})
  })
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  await page.goto('app://office/')
}
