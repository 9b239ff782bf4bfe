import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { checkFolder } from '../../electron/books/checkFolder'
import { sampleStaff } from '../../electron/sample/accounts'
import { chanceFrom } from '../../electron/sample/chance'
import { violations } from './axe'
import { Office } from './fixtures'
import { asItArrives, gatewayWith, uploaded } from './gatewayReports'
import { keyboard, mouse, type Hands } from './hands'
import { dialog, mainMenu } from './people'

// A day at a busy desk, with the mouse and then without one, in one launch on one shop. `npm run e2e -- busyDesk` makes a small shop for
// it; with BACK_OFFICE_FILLED=DIR it works on a copy of that data folder (`npm run fill -- DIR --orders 250000`).

const given = process.env['BACK_OFFICE_FILLED']

/** Enough for a thousand paid orders in a live campaign and for a thousand refunds that are owed. */
const few = { orders: '24000', live: '0.2' }

interface Plan {
  readonly hands: Hands
  /** A live campaign of its own for each day: what is cancelled in one is not there for the other. */
  readonly campaign: RegExp
  readonly refunds: number
  readonly seed: number
  /** Whether each page is looked at for accessibility: once is enough. */
  readonly looks: boolean
}

/** Of orders, chosen one by one where a day chooses so. */
const thousand = 1_000

let office: Office
let page: Page
let parent: string
const told: string[] = []
const found: string[] = []

test.describe.configure({ mode: 'serial', timeout: 300_000 })

test.beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'busy-desk-'))
  const folder = path.join(parent, 'data')
  if (given === undefined) {
    const run = path.resolve(import.meta.dirname, '../../scripts/run.mjs')
    const args = [run, 'fill', folder, '--orders', few.orders, '--live', few.live]
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  } else await cp(given, folder, { recursive: true })
  office = new Office(folder)
  page = await office.open()
})

test.afterAll(async () => {
  await office.close()
  await rm(parent, { recursive: true, force: true })
  console.log([`A day at the desk, ${given ?? `${few.orders} orders`}:`, ...told].join('\n  '))
})

test('a day at the desk with the mouse', async () => {
  await day({ hands: mouse(page), campaign: /^Pankh Neck Fan/u, refunds: 500, seed: 1, looks: true })
})

test('the same day with the keyboard alone', async () => {
  await day({ hands: keyboard(page), campaign: /^Dhun Clip Speaker/u, refunds: 91, seed: 2, looks: false })
})

test('every page of the day is free of accessibility violations', () => {
  expect(found).toEqual([])
  expect(office.unexpectedProblems()).toEqual([])
})

test('the books agree at the end of the day', async () => {
  await office.close()
  const { findings } = await checkFolder(path.join(office.dataFolder, 'shops', 'own'))
  expect(findings).toEqual([])
})

async function day(plan: Plan): Promise<void> {
  /** A part of the day; how long it took is told at the end. */
  const part = async (name: string, work: () => Promise<void>): Promise<void> => {
    const began = performance.now()
    await test.step(name, work)
    told.push(`${name} ${plan.hands.name}: ${String(Math.round(performance.now() - began))} ms`)
    for (const violation of plan.looks ? await violations(page) : []) found.push(`${name}: ${violation}`)
  }
  await part('sign in', () => signIn(plan.hands))
  await part('search by a part of a phone number', () => searchByPhone(plan.hands))
  await part('filter by campaign and state', () => filter(plan))
  await part('choose the orders', () => chooseOrders(plan))
  await part('rehearse their cancellation', () => rehearse(plan.hands))
  await part('cancel them', () => cancel(plan.hands))
  await part('undo one of them', () => undoOne(plan.hands))
  await part('make a batch of refunds', () => makeBatch(plan))
  await part('hand the batch over', () => handOver(plan.hands))
  await part('read what the gateway answers', () => readAnswers(plan))
  await part('sign out', () => signOut(plan.hands))
}

const main = () => page.getByRole('main')
const heading = (name: RegExp | string) => main().getByRole('heading', { level: 1, name })
const button = (name: RegExp | string) => main().getByRole('button', { name, exact: typeof name === 'string' })
const inDialog = (name: RegExp | string) => dialog(page).getByRole('button', { name, exact: typeof name === 'string' })
const status = (words: RegExp) => main().getByRole('status').filter({ hasText: words })
const row = (index: number) => page.locator(`#page [data-index="${String(index)}"]`)
const listed = () => expect(main().getByRole('grid').first()).toHaveAttribute('aria-busy', 'false')

/** "1,288 orders" is 1288. */
const numberIn = (words: string): number => Number((/\d[\d,]*/u.exec(words)?.[0] ?? '').replaceAll(',', ''))

async function signIn({ write, press }: Hands): Promise<void> {
  const { signInName, password } = sampleStaff.support
  await write(page.getByLabel('Sign-in name'), signInName)
  await write(page.getByLabel('Password', { exact: true }), password)
  await press(page.getByRole('button', { name: 'Sign in', exact: true }))
  await expect(mainMenu(page)).toBeVisible()
}

async function signOut({ press }: Hands): Promise<void> {
  await press(page.getByRole('button', { name: /^Account of/u }))
  await press(page.getByRole('menuitem', { name: 'Sign out' }))
  await expect(page.getByLabel('Sign-in name')).toBeVisible()
}

async function searchByPhone({ goTo, search }: Hands): Promise<void> {
  await goTo('Orders')
  await listed()
  // Shorter parts stand in payment references too.
  const words = (await row(3).innerText()).split('\n')
  const part =
    words
      .find((word) => word.startsWith('+91'))
      ?.replaceAll(' ', '')
      .slice(4) ?? ''
  await search(part)
  await expect(button(`Drop the filter Search: ${part}`)).toBeVisible()
  await listed()
  const phones = await main().getByRole('gridcell').filter({ hasText: '+91' }).allInnerTexts()
  expect(phones.length).toBeGreaterThan(0)
  for (const phone of phones) expect(phone.replaceAll(' ', '')).toContain(part)
}

async function filter({ hands: { goTo, press }, campaign }: Plan): Promise<void> {
  await press(button(/^Drop the filter Search/u))
  await goTo('Orders')
  await press(button('Campaign'))
  await press(dialog(page).getByRole('button', { name: campaign }).first())
  await expect(button(/^Drop the filter Campaign/u)).toBeVisible()
  await press(button('State'))
  await press(dialog(page).getByRole('checkbox', { name: 'paid', exact: true }))
  await page.keyboard.press('Escape')
  await expect(button('Drop the filter State: paid')).toBeVisible()
  await listed()
  await expect(status(/^[\d,]+ orders$/u)).toBeVisible()
}

/** All that match with the mouse, a thousand of them with the keyboard. */
async function chooseOrders({ hands }: Plan): Promise<void> {
  const matching = numberIn(await status(/^[\d,]+ orders$/u).innerText())
  expect(matching).toBeGreaterThanOrEqual(thousand)
  if (hands.name === 'with the mouse') await hands.press(main().getByRole('checkbox', { name: /^Select all/u }))
  else await hands.chooseRows(thousand)
  const chosen = status(/^All [\d,]+ orders that match|orders chosen$/u)
  await expect(chosen).toBeVisible()
  expect(numberIn(await chosen.innerText())).toBe(hands.name === 'with the mouse' ? matching : thousand)
}

async function rehearse({ press, choose }: Hands): Promise<void> {
  await press(button('Cancel orders…'))
  await choose(dialog(page).getByRole('combobox', { name: 'Reason' }), 'Ordered twice')
  await press(inDialog('Rehearse'))
  await expect(dialog(page).getByText(/will be cancelled whole/u)).toBeVisible()
}

async function cancel({ press }: Hands): Promise<void> {
  const confirm = inDialog(/^Cancel [\d,]+ orders — .* owed back$/u)
  const possible = numberIn(await confirm.innerText())
  await press(confirm)
  await expect(heading(/^Cancel [\d,]+ orders/u)).toBeVisible()
  await expect(main().getByText('done', { exact: true }).first()).toBeVisible({ timeout: 120_000 })
  const done = main().getByRole('grid', { name: 'Outcomes' })
  await expect(done).toHaveAttribute('aria-rowcount', String(possible + 1))
  await expect(row(0)).toContainText(/done/iu)
}

async function undoOne({ press, openRow }: Hands): Promise<void> {
  await openRow(0)
  await expect(heading(/^Order /u)).toBeVisible()
  await press(button('Undo the cancellation'))
  await expect(button('Undo the cancellation')).toBeHidden()
  await expect(main().getByText('paid', { exact: true }).first()).toBeVisible()
}

async function makeBatch({ hands: { goTo, press, chooseRows }, refunds }: Plan): Promise<void> {
  await goTo('Refunds')
  await press(main().getByRole('tab', { name: /^Owed/u }))
  await listed()
  await chooseRows(refunds)
  await expect(status(/refunds chosen$/u)).toHaveText(`${String(refunds)} refunds chosen`)
  await press(button('Make a batch…'))
  await press(inDialog(/^Make a batch of [\d,]+ refunds/u).first())
  await expect(heading(/^Batch \d+/u)).toBeVisible()
}

const batchFile = (): string => path.join(parent, 'batch.csv')

async function handOver({ press }: Hands): Promise<void> {
  await office.app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, batchFile())
  await rm(batchFile(), { force: true })
  await press(button('Save the file…'))
  await expect(async () => expect((await readFile(batchFile(), 'utf8')).length).toBeGreaterThan(0)).toPass()
  await press(button('Mark as sent…'))
  await press(dialog(page).getByRole('checkbox'))
  await press(inDialog(/^Mark as sent — /u))
  await expect(dialog(page)).toBeHidden()
  await expect(button('Import result…')).toBeVisible()
}

/** The first report never arrives; the second and the third arrive in the wrong order, the third twice. */
async function readAnswers({ hands, seed }: Plan): Promise<void> {
  const chance = chanceFrom(seed)
  const { gateway, asked } = gatewayWith(await readFile(batchFile(), 'utf8'), chance)
  gateway.pass()
  const second = asItArrives(gateway.report(uploaded), chance)
  gateway.pass()
  const third = asItArrives(gateway.report(uploaded), chance)
  expect(await imported(hands, third)).toBe(true)
  await imported(hands, second)
  expect(await imported(hands, third)).toBe(false)
  gateway.calm = true
  gateway.pass()
  await imported(hands, gateway.report(uploaded), { justDownloaded: true })
  const settled = async (tab: RegExp) => numberIn(await main().getByRole('tab', { name: tab }).innerText())
  const paidOut = gateway.payouts.length
  await expect(async () => expect(await settled(/^Settled/u)).toBe(paidOut)).toPass()
  expect(await settled(/^Failed in this batch/u)).toBe(asked - paidOut)
  expect(await settled(/^To be looked into/u)).toBe(0)
}

/** Has a result read into the batch; answers whether it said anything new. */
async function imported({ press }: Hands, report: string, { justDownloaded = false } = {}): Promise<boolean> {
  const file = path.join(parent, 'result.csv')
  await writeFile(file, report)
  await press(button('Import result…'))
  const chooser = page.waitForEvent('filechooser')
  await press(dialog(page).getByRole('button', { name: 'Result file' }))
  await (await chooser).setFiles(file)
  const says = dialog(page).getByRole('status')
  await expect(says).toContainText('This file would do this')
  // Payments that another batch tried before could be answered for that one: someone has to say that they are not.
  const vouching = dialog(page).getByRole('checkbox')
  if (justDownloaded && (await vouching.isVisible())) {
    await press(vouching)
    await expect(says).not.toContainText('unclear')
  }
  const apply = inDialog(/^Apply to/u)
  const isNew = await apply.isEnabled()
  if (isNew) {
    await press(apply)
    await expect(says).toContainText('Applied')
  }
  await press(inDialog(isNew ? 'Close' : 'Leave it as it is').last())
  await expect(dialog(page)).toBeHidden()
  return isNew
}
