import { _electron, test as base, expect, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { presentRuntime } from '../../scripts/setup/electronRuntime.mjs'

const repository = path.resolve(import.meta.dirname, '../..')

/** The built program on a data folder of its own. */
export class Office {
  /** What went wrong in any page: errors on the console, errors thrown, broken policy. */
  private problems: string[] = []
  readonly dataFolder: string
  private provoked: RegExp[] = []
  private running: ElectronApplication | undefined

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder
  }

  /** The running program; only after open(). */
  get app(): ElectronApplication {
    if (this.running === undefined) throw new Error('The program is not open.')
    return this.running
  }

  /** Starts the program and gives its first window's page. */
  async open(): Promise<Page> {
    const runtime = presentRuntime()
    if (runtime === undefined) throw new Error('There is no Electron yet: npm run setup')
    // Playwright finds the program to start through this.
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder
    this.running = await _electron.launch({
      args: ['.', `--data-dir=${this.dataFolder}`],
      cwd: repository,
      // Chromium refuses its sandbox to root, and to root alone.
      chromiumSandbox: process.getuid?.() !== 0,
      env: { ...environment(), BACK_OFFICE_DATA: '' },
    })
    const context = this.running.context()
    context.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text())
    })
    context.on('weberror', (error) => this.problems.push(String(error.error())))
    return this.running.firstWindow()
  }

  /** Says which problems the test provokes on purpose; they may also be told later than the test goes on. */
  provokes(...problems: readonly RegExp[]): void {
    this.provoked.push(...problems)
  }

  /** The problems that the test did not provoke. */
  unexpectedProblems(): readonly string[] {
    return this.problems.filter((problem) => !this.provoked.some((pattern) => pattern.test(problem)))
  }

  /** Lets the next test begin without what this one told and provoked. */
  forgetProblems(): void {
    this.problems = []
    this.provoked = []
  }

  /** Opens a further window through the menu, as a person does, and gives its page. */
  async openAnotherWindow(): Promise<Page> {
    const opened = this.app.waitForEvent('window')
    await this.app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click()
    })
    return opened
  }

  /** Ends the program as a person does. */
  async close(): Promise<void> {
    const app = this.running
    this.running = undefined
    await app?.close()
  }

  /** Ends and starts the program on the same data. */
  async reopen(): Promise<Page> {
    await this.close()
    return this.open()
  }
}

/** The environment without what is not set: Playwright takes strings only. */
function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Lends a program that is not yet open; then it is closed and its data removed. */
export async function lendOffice(use: (office: Office) => Promise<void>): Promise<void> {
  // Backups are kept beside the data folder.
  const parent = await mkdtemp(path.join(tmpdir(), 'back-office-'))
  const office = new Office(path.join(parent, 'data'))
  try {
    await use(office)
  } finally {
    await office.close()
    await rm(parent, { recursive: true, force: true })
  }
}

export function expectNoProblems(office: Office): void {
  expect(office.unexpectedProblems(), 'problems that a page told on its console').toEqual([])
}

/**
 * `office` is the program not yet open; `page` is its first window after opening. At the end the program is closed, its
 * data is removed, and a problem that the test did not expect fails it.
 */
export const test = base.extend<{ office: Office; page: Page }>({
  office: async ({}, use) => {
    await lendOffice(async (office) => {
      await use(office)
      await office.close()
      expectNoProblems(office)
    })
  },
  page: async ({ office }, use) => {
    await use(await office.open())
  },
})

export { expect }
