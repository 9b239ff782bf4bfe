import type { Page } from '@playwright/test'
import { dialog, goTo, owner, startOwnShop } from './people'
import { expect, test } from './fixtures'

/** The smallest PNG there is: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function writeProduct(page: Page, name: string): Promise<void> {
  await goTo(page, 'Products')
  await page.getByRole('button', { name: 'New product' }).first().click()
  await dialog(page).getByLabel('Name').fill(name)
  await dialog(page).getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

  await page.getByLabel('Tagline').fill('A selfie stick and a tripod in one')
  await page.getByLabel('Description', { exact: true }).fill('Holds phones as large as the Mi Max 2.')
  await page.getByRole('button', { name: 'Add highlight' }).click()
  await page.getByRole('group', { name: 'Highlights' }).getByRole('textbox').fill('360° rotation')
  await page.getByRole('button', { name: 'Add specification' }).click()
  const specification = page.getByRole('group', { name: 'Specifications' }).getByRole('textbox')
  await specification.nth(0).fill('Shutter')
  await specification.nth(1).fill('Bluetooth 3.0 remote')
  await page.getByRole('button', { name: 'Add variant' }).click()
  await page.getByRole('group', { name: 'Variants' }).getByRole('textbox').fill('Black')
  await page.getByLabel('Price of one unit').fill('1,099')
  await page.getByRole('button', { name: 'New maker' }).click()
  await dialog(page).getByLabel('Name').fill('Xiaomi')
  await dialog(page).getByRole('button', { name: /maker/iu }).click()
  await page.getByLabel('Page address').fill('https://example.com/tripod')
  await page.getByLabel('Shipping promise, days').fill('10')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose pictures' }).click()
  await (await choosing).setFiles({ name: 'tripod.png', mimeType: 'image/png', buffer: pixel })
}

async function draftCampaign(page: Page, product: string, units: number): Promise<void> {
  await goTo(page, 'Campaigns')
  await page.getByRole('link', { name: 'New campaign' }).first().click()
  await page.getByRole('combobox', { name: 'Product' }).click()
  await page.getByRole('option', { name: product }).click()
  await page.getByLabel('Units that must be paid').fill(String(units))
  // A start that has passed: the campaign is live with its launch.
  await page.getByLabel('Starts, date').fill('1 Jan 2026')
  await page.getByLabel('Starts, date').press('Tab')
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByRole('heading', { level: 1, name: product })).toBeVisible()
}

async function launch(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approve and launch' }).click()
  await dialog(page).getByRole('button', { name: 'Launch now' }).click()
  await expect(page.getByRole('button', { name: 'Call off' })).toBeVisible()
}

/** Places an order on the phone and opens it; answers its number. */
async function placeOrder(page: Page, product: string, units: number, phone: string): Promise<string> {
  await goTo(page, 'Orders')
  await page.getByRole('button', { name: 'Place an order' }).first().click()
  const form = dialog(page)
  await form.getByRole('combobox', { name: 'Campaign' }).click()
  await page.getByRole('option', { name: new RegExp(product, 'u') }).click()
  await form.getByRole('textbox', { name: 'Units', exact: true }).fill(String(units))
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('सुनीता देवी O’Brien')
  await form.getByRole('textbox', { name: 'Phone', exact: true }).fill(phone)
  await form.getByRole('textbox', { name: 'Address', exact: true }).fill('12 MG Road')
  await form.getByRole('textbox', { name: 'PIN code', exact: true }).fill('560 001')
  await form.getByRole('textbox', { name: 'City', exact: true }).fill('Bengaluru')
  // A double click places one order.
  await form.getByRole('button', { name: /^Place/u }).dblclick()
  await form.getByRole('link', { name: 'Open the order' }).click()
  const heading = page.getByRole('heading', { level: 1, name: /^Order / })
  await expect(heading).toBeVisible()
  return (await heading.innerText()).replace('Order ', '')
}

async function pay(page: Page, reference: string): Promise<void> {
  await page.getByRole('button', { name: 'Record payment' }).click()
  await dialog(page).getByRole('combobox', { name: 'Payment mode' }).click()
  await page.getByRole('option', { name: 'UPI' }).click()
  await dialog(page).getByRole('textbox', { name: 'Gateway reference' }).fill(reference)
  await dialog(page)
    .getByRole('button', { name: /^Record/u })
    .click()
  await expect(dialog(page)).toBeHidden()
}

async function cancelUnits(page: Page, units: number): Promise<void> {
  await page.getByRole('button', { name: 'Cancel units' }).click()
  await dialog(page).getByRole('textbox', { name: 'Units to cancel' }).fill(String(units))
  await dialog(page).getByRole('combobox', { name: 'Reason' }).click()
  await page.getByRole('option', { name: 'Changed their mind' }).click()
  await dialog(page)
    .getByRole('button', { name: /owed back$/u })
    .click()
  await expect(dialog(page)).toBeHidden()
}

const bar = (page: Page) => page.getByRole('main').getByRole('progressbar', { name: 'Progress to target' }).first()

test('a product is funded and shipped, another called off and its money given back', async ({ office, page }) => {
  test.setTimeout(240_000)
  let first = ''
  await test.step('the first start makes a shop and its first account', () => startOwnShop(page))

  await test.step('a product is written and becomes ready', async () => {
    await writeProduct(page, 'Mi Selfie Stick Tripod')
    await page.getByRole('button', { name: 'Mark ready' }).click()
    await expect(page.getByRole('button', { name: 'Mark ready' })).toBeHidden()
  })

  await test.step('its campaign is drafted and launched', async () => {
    await draftCampaign(page, 'Mi Selfie Stick Tripod', 3)
    await launch(page)
  })

  await test.step('a second window follows the first without reloading', async () => {
    const campaign = page.url()
    const second = await office.openAnotherWindow()
    await second.evaluate((address) => {
      window.location.hash = new URL(address).hash
    }, campaign)
    await expect(bar(second)).toHaveAttribute('aria-valuenow', '0')
    first = await placeOrder(page, 'Tripod', 2, '98450 12345')
    await pay(page, 'upi-1')
    await expect(page.getByText('paid', { exact: true }).first()).toBeVisible()
    await expect(bar(second)).toHaveAttribute('aria-valuenow', '66')
    await placeOrder(page, 'Tripod', 2, '98450 67890')
    await pay(page, 'upi-2')
    await expect(bar(second)).toHaveAttribute('aria-valuenow', '100')
    await expect(bar(second)).toHaveAttribute('aria-valuetext', /^133 %, 4 of 3 units/u)
    await second.close()
  })

  await test.step('a unit is cancelled, the rest is shipped and delivered, the campaign stays funded', async () => {
    await cancelUnits(page, 1)
    await expect(page.getByRole('main').getByText('₹1,099').first()).toBeVisible()
    await page.getByRole('button', { name: 'Ship', exact: true }).click()
    await dialog(page).getByRole('combobox', { name: 'Carrier' }).fill('Delhivery')
    await dialog(page).getByRole('textbox', { name: 'Tracking number' }).fill('DL123456789')
    await dialog(page).getByRole('button', { name: /^Ship/u }).click()
    await expect(page.getByText(/Shipped on .*no longer cancellable/u)).toBeVisible()
    await page.getByRole('button', { name: 'Mark as delivered' }).click()
    await expect(page.getByText('delivered', { exact: true }).first()).toBeVisible()
  })

  await test.step('another product of the same words is called off', async () => {
    await goTo(page, 'Products')
    await page.getByRole('link', { name: 'Mi Selfie Stick Tripod' }).first().click()
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /copy/u })).toBeVisible()
    await page.getByLabel('Name', { exact: true }).fill('Mi Bluetooth Audio Receiver')
    await expect(page.getByRole('heading', { level: 1, name: 'Mi Bluetooth Audio Receiver' })).toBeVisible()
    await page.getByRole('button', { name: 'Mark ready' }).click()
    await expect(page.getByRole('button', { name: 'Mark ready' })).toBeHidden()
    await draftCampaign(page, 'Mi Bluetooth Audio Receiver', 100)
    await launch(page)
    const campaign = page.url()
    await placeOrder(page, 'Receiver', 5, '98450 12345')
    await pay(page, 'upi-3')
    await page.evaluate((address) => {
      window.location.hash = new URL(address).hash
    }, campaign)
    await page.getByRole('button', { name: 'Call off' }).click()
    await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('The maker withdrew')
    await dialog(page).getByRole('button', { name: 'Call off — ₹5,495 to be paid back' }).click()
    await expect(dialog(page)).toBeHidden()
  })

  await test.step('it is settled with the password, and its money is owed back', async () => {
    await goTo(page, 'Settlement')
    await page.getByRole('row', { name: /Mi Bluetooth Audio Receiver/u }).click()
    await page.getByRole('button', { name: 'Approve the settlement' }).click()
    await dialog(page).getByLabel(`Password of ${owner.name}`).fill('not the password')
    const settle = dialog(page).getByRole('button', { name: 'Settle as failed — ₹5,495 owed back' })
    await settle.click()
    await expect(
      dialog(page)
        .getByText(/password/iu)
        .last(),
    ).toBeVisible()
    await expect(settle).toBeVisible()
    await dialog(page).getByLabel(`Password of ${owner.name}`).fill(owner.password)
    await settle.click()
    await page.getByRole('link', { name: 'Statement' }).click()
    await expect(page.getByRole('article', { name: /statement of Mi Bluetooth Audio Receiver/u })).toBeVisible()
  })

  await test.step('the refund is sent, fails, is owed again and settles under one identity', async () => {
    await goTo(page, 'Refunds')
    const step = async (tab: string, button: string, field: string | null, said: string, confirm: RegExp) => {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`, 'u') }).click()
      await page
        .getByRole('row', { name: /Mi Bluetooth Audio Receiver/u })
        .getByRole('button', { name: button })
        .click()
      if (field !== null) await dialog(page).getByLabel(field).fill(said)
      await dialog(page).getByRole('button', { name: confirm }).click()
      await expect(page.getByRole('row', { name: /Mi Bluetooth Audio Receiver/u })).toBeHidden()
      if (await dialog(page).isVisible()) await page.keyboard.press('Escape')
    }
    await step('Owed', 'Sent…', 'Gateway reference', 'rfnd_1', /as sent$/u)
    await step('Sent', 'Failed…', 'Reason', 'Account closed', /as failed$/u)
    await step('Failed', 'Owe again…', null, '', /again$/u)
    await step('Owed', 'Sent…', 'Gateway reference', 'rfnd_1b', /as sent$/u)
    await step('Sent', 'Settled…', 'Bank reference', 'RRN 123456', /as settled$/u)
    await page.getByRole('tab', { name: /^Settled/u }).click()
    await expect(page.getByRole('row', { name: /Mi Bluetooth Audio Receiver/u })).toBeVisible()
  })

  await test.step('after a restart everything is as it was', async () => {
    const again = await office.reopen()
    await again.getByLabel('Sign-in name').fill(owner.signInName)
    await again.getByLabel('Password', { exact: true }).fill(owner.password)
    await again.getByRole('button', { name: 'Sign in', exact: true }).click()
    await goTo(again, 'Orders')
    await again.getByRole('searchbox', { name: 'Search orders' }).fill(first)
    await again.getByRole('row', { name: new RegExp(first, 'u') }).click()
    await expect(again.getByText('सुनीता देवी O’Brien').first()).toBeVisible()
    await goTo(again, 'Campaigns')
    await expect(again.getByRole('row', { name: /Mi Bluetooth Audio Receiver.*failed/u })).toBeVisible()
    await expect(again.getByRole('row', { name: /Mi Selfie Stick Tripod.*funded/u })).toBeVisible()
  })
})
