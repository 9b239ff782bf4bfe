import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { sampleStaff } from '../../electron/sample/accounts'
import { tableHead, tableLine, type Row } from './rows'

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

/** What is measured in the real window, with shops of that size. */
interface InWindow<Size extends Readonly<Record<string, number>>> {
  /** As its command line has it, without the dashes. */
  readonly name: string
  /** What is measured unless the command line says otherwise. */
  readonly usual: Size
  /** No number may be smaller. */
  readonly least: number
  readonly measure: (electron: Electron, folder: string, size: Size, tell: (row: Row) => void) => Promise<void>
}

const say = (line: string): void => console.error(line)

/** Runs it in a folder of its own as the command line asks, prints its rows, and sets the exit code. */
export async function measureInWindow<Size extends Readonly<Record<string, number>>>(
  of: InWindow<Size>,
): Promise<void> {
  process.exitCode = await run(of).catch((error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return 1
  })
}

async function run<Size extends Readonly<Record<string, number>>>(of: InWindow<Size>): Promise<number> {
  const numbers = Object.entries(of.usual)
  const sizes = numbers.map(([key, usual]) => [key, { type: 'string', default: String(usual) } as const] as const)
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: '.' },
      electron: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      ...Object.fromEntries(sizes),
    },
  })
  const size = Object.fromEntries(numbers.map(([key]) => [key, Number(values[key as keyof typeof values])])) as Size
  if (!Object.values(size).every((count) => Number.isInteger(count) && count >= of.least)) {
    say(`npm run bench -- --${of.name} [--json] ${numbers.map(([key, usual]) => `[--${key} ${usual}]`).join(' ')}`)
    return 2
  }
  const folder = await mkdtemp(path.join(tmpdir(), `bench-${of.name}-`))
  if (!values.json) console.log(tableHead)
  try {
    await of.measure({ root: values.root, folder: values.electron }, folder, size, (row) =>
      console.log(values.json ? JSON.stringify(row) : tableLine(row)),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return 0
}
