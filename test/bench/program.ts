import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { sampleStaff } from '../../electron/sample/accounts'

/** The built program at work on a data folder. */
export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
}

/** What runs the program. */
export interface Electron {
  /** The runtime's folder. */
  readonly folder: string
  /** The repository's folder, with the program built. */
  readonly root: string
}

/** Starts the program on a data folder. */
export async function startProgram({ folder, root }: Electron, dataFolder: string): Promise<Running> {
  // Playwright finds the program to start through this.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder
  const set = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const app = await _electron.launch({
    args: ['.', `--data-dir=${dataFolder}`],
    cwd: root,
    // Chromium refuses its sandbox to root, and to root alone.
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...(Object.fromEntries(set) as Record<string, string>), BACK_OFFICE_DATA: '' },
  })
  return { app, page: await app.firstWindow() }
}

/** Signs in and waits for the first page: support staff begin with the orders, managers with the overview. */
export async function signIn(page: Page, role: 'support' | 'manager'): Promise<void> {
  const { signInName, password } = sampleStaff[role]
  await page.getByLabel('Sign-in name').fill(signInName)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: role === 'support' ? 'Orders' : 'Overview' }).waitFor()
}
