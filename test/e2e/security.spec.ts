import type { Page } from '@playwright/test'
import { readFile, stat, writeFile, mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { expect, test as withOwnOffice } from './fixtures'
import { startOwnShop } from './people'
import { test } from './sharedOffice'

/** What the console says when something is refused; each test names what it provokes. */
const policy = /Content Security Policy/
const notLoaded = /Failed to load resource|Not allowed to (load|navigate)/

/** Status and beginning of what app:// answers, asked from inside the page. */
function fetchInside(page: Page, address: string) {
  return page.evaluate(async (url) => {
    try {
      const response = await fetch(url)
      return { status: response.status, text: (await response.text()).slice(0, 200) }
    } catch {
      return { status: 0, text: '' }
    }
  }, address)
}

/** Runs what breaks the policy on purpose and forgets what the console said of it. */
async function expectViolation(page: Page, directive: string, provoke: () => Promise<unknown>) {
  const seen = page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        }),
      ),
  )
  await provoke()
  expect(await seen).toBe(directive)
}

test.describe('a window', () => {
  test('is isolated, sandboxed and without Node, also when it is the second one', async ({ office, page }) => {
    await page.waitForLoadState()
    await office.openAnotherWindow()
    const preferences = await office.app.evaluate(({ webContents }) =>
      // The preferences that a window really got are not in Electron's types.
      webContents.getAllWebContents().map((contents) => {
        const all = (
          contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        ).getLastWebPreferences()
        const names = ['contextIsolation', 'sandbox', 'nodeIntegration', 'webviewTag', 'webSecurity']
        return Object.fromEntries(names.map((name) => [name, all[name]]))
      }),
    )
    const wanted = {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    }
    expect(preferences).toEqual([wanted, wanted])
    const reach = await page.evaluate(() =>
      ['require', 'process', 'module', 'global', 'Buffer'].filter((name) => name in window),
    )
    expect(reach).toEqual([])
  })

  test('offers the page two named functions and nothing else', async ({ page }) => {
    const bridge = await page.evaluate(() => {
      const found = (window as unknown as { backOffice: Record<string, unknown> }).backOffice
      return {
        names: Object.entries(found).map(([name, value]) => `${name}: ${typeof value}`),
        frozen: Object.isFrozen(found),
      }
    })
    expect(bridge.names.sort()).toEqual(['ask: function', 'onChanged: function'])
    expect(bridge.frozen).toBe(true)
  })

  test('tells a listener what changed and never hands it an event', async ({ office, page }) => {
    // A promise inside an object is handed over as it is: this returns when the listener listens.
    const heard = await page.evaluateHandle(() => {
      const { backOffice } = window as unknown as {
        backOffice: { onChanged(listener: (...heard: unknown[]) => void): () => void }
      }
      return {
        all: new Promise<unknown[]>((resolve) => {
          const stop = backOffice.onChanged((...all) => {
            stop()
            resolve(all)
          })
        }),
      }
    })
    await office.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().forEach((window) => window.webContents.send('changed', { topics: [] })),
    )
    expect(await heard.evaluate(({ all }) => all)).toEqual([{ topics: [] }])
  })
})

test.describe('the policy of the page', () => {
  test('comes as a response header with a nonce of its own for each load', async ({ page }) => {
    const ask = () =>
      page.evaluate(async () => {
        const response = await fetch('app://office/')
        return { header: response.headers.get('content-security-policy') ?? '', html: await response.text() }
      })
    const nonceOf = (header: string) => /'nonce-([^']+)'/.exec(header)?.[1] ?? ''
    const [first, second] = [await ask(), await ask()]
    const nonce = nonceOf(first.header)
    expect(nonce).toHaveLength(24)
    expect(first.header.replace(nonce, 'X')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-X'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect(first.html).toContain(nonce)
    expect(nonceOf(second.header)).not.toBe(nonce)
  })

  test('stops a script that came in with text', async ({ office, page }) => {
    office.provokes(policy, notLoaded)
    await expectViolation(page, 'script-src-elem', () =>
      page.evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'window.canary = "sang"'
        document.body.append(script)
      }),
    )
    await expectViolation(page, 'script-src-attr', () =>
      page.evaluate(() => {
        const image = document.createElement('img')
        image.setAttribute('onerror', 'window.canary = "sang"')
        image.src = 'data:image/png;base64,x'
        document.body.append(image)
      }),
    )
    expect(await page.evaluate(() => 'canary' in window)).toBe(false)
  })

  test('stops text from being evaluated as code', async ({ office, page }) => {
    office.provokes(policy)
    // Playwright's own evaluation is not under the policy; a timer inside the page is.
    await expectViolation(page, 'script-src', () => page.evaluate(`window.setTimeout('window.canary = "sang"', 0)`))
    expect(await page.evaluate(() => 'canary' in window)).toBe(false)
  })

  test('lets nothing come from the network or from the disk', async ({ office, page }) => {
    office.provokes(policy, notLoaded)
    for (const address of ['http://127.0.0.1:9/', 'https://example.invalid/', 'file:///etc/hostname']) {
      expect(await fetchInside(page, address), address).toEqual({ status: 0, text: '' })
    }
    const loaded = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const image = new Image()
          image.onload = () => resolve('loaded')
          image.onerror = () => resolve('refused')
          image.src = 'http://127.0.0.1:9/pixel.png'
        }),
    )
    expect(loaded).toBe('refused')
  })

  withOwnOffice('is kept by the program itself from the first page on', async ({ office, page }) => {
    await page.waitForLoadState('networkidle')
    expect(office.unexpectedProblems()).toEqual([])
  })
})

test.describe('app://', () => {
  const outside = [
    'app://office/../package.json',
    'app://office/%2e%2e/%2e%2e/package.json',
    'app://office/..%2f..%2fpackage.json',
    'app://office/..%5c..%5cpackage.json',
    'app://office/%2e%2e%2fmain%2fmain.js',
    'app://office//etc/hostname.json',
    'app://office/%2fetc%2fhostname.json',
    'app://office/index.html%00.js',
    'app://office/%ff.js',
    'app://office/pictures/..%2fwindow.json',
    'app://office/pictures/..%2f..%2fsecret.png',
    'app://office/pictures/%2e%2e%2fsecret.png',
    'app://elsewhere/index.html',
  ]

  test('gives nothing from outside its folders', async ({ office, page }) => {
    office.provokes(policy, notLoaded)
    for (const address of outside) {
      const { status, text } = await fetchInside(page, address)
      expect([0, 400, 404], `${address} → ${String(status)} ${text}`).toContain(status)
    }
  })

  withOwnOffice(
    'gives a picture from the data folder, and neither a link out of it nor anything that is no picture',
    async ({ office, page }) => {
      office.provokes(notLoaded)
      await startOwnShop(page)
      const shop = path.join(office.dataFolder, 'shops', 'own')
      const pictures = path.join(shop, 'pictures')
      await mkdir(pictures, { recursive: true })
      await writeFile(path.join(pictures, 'stick.png'), 'picture')
      await writeFile(path.join(pictures, 'page.html'), 'page')
      await writeFile(path.join(pictures, 'drawing.svg'), '<svg/>')
      await writeFile(path.join(shop, 'secret.png'), 'secret')
      await symlink(path.join(shop, 'secret.png'), path.join(pictures, 'link.png'))

      expect(await fetchInside(page, 'app://office/pictures/stick.png')).toEqual({ status: 200, text: 'picture' })
      for (const name of ['page.html', 'drawing.svg', 'link.png', 'absent.png']) {
        expect((await fetchInside(page, `app://office/pictures/${name}`)).status, name).toBe(404)
      }
    },
  )

  test('takes no writing', async ({ office, page }) => {
    office.provokes(notLoaded)
    const status = await page.evaluate(async () => (await fetch('app://office/', { method: 'POST', body: 'x' })).status)
    expect(status).toBe(405)
  })
})

test.describe('what a page may not do', () => {
  test('leaving for another address is refused', async ({ office, page }) => {
    office.provokes(policy, notLoaded)
    const before = page.url()
    for (const address of [
      'https://example.invalid/',
      'file:///etc/hostname',
      'app://office/pictures/x.png',
      'data:text/html,x',
    ]) {
      await page.evaluate((url) => {
        const link = document.createElement('a')
        link.href = url
        document.body.append(link)
        link.click()
        link.remove()
      }, address)
      // A question to the main process comes back only after it has dealt with the click.
      await office.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
      expect(page.url(), address).toBe(before)
    }
  })

  test('opening windows and embedding pages is refused', async ({ office, page }) => {
    office.provokes(policy)
    const opened = await page.evaluate(() => [
      window.open('https://example.invalid/'),
      window.open('app://office/'),
      window.open(''),
    ])
    expect(opened).toEqual([null, null, null])
    await page.evaluate(() => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'app://office/')
      const frame = document.createElement('iframe')
      frame.src = 'app://office/'
      document.body.append(view, frame)
    })
    const contents = await office.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((each) => each.getType()),
    )
    expect(contents).toEqual(['window'])
  })

  test('every other permission and every device is refused', async ({ page }) => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'storage-access']
      const answers = names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => `${name}: ${state}`,
          () => `${name}: denied`,
        ),
      )
      return Promise.all(answers)
    })
    expect(states.filter((state) => !state.endsWith(': denied'))).toEqual([])
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
    const located = await page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('located'),
            (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : error.message),
          ),
        ),
    )
    expect(located).toBe('denied')
    const camera = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        () => 'denied',
      ),
    )
    expect(camera).toBe('denied')
  })
})

test('what a page may do is put a text on the clipboard, and not read it', async ({ page }) => {
  // Using it needs the focus, which a machine without a window manager gives to nobody; the permission itself shows.
  const states = await page.evaluate(() =>
    Promise.all(
      ['clipboard-write', 'clipboard-read'].map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName })
        return `${name}: ${state}`
      }),
    ),
  )
  expect(states).toEqual(['clipboard-write: granted', 'clipboard-read: denied'])
})

test.describe('what is on the disk', () => {
  withOwnOffice('can be read by this user alone', async ({ office, page }) => {
    await page.waitForLoadState()
    const mode = async (...place: string[]) =>
      ((await stat(path.join(office.dataFolder, ...place))).mode & 0o777).toString(8)
    expect(await mode()).toBe('700')
    expect(await mode('program.log')).toBe('600')
    await office.close()
    expect(await mode('window.json')).toBe('600')
  })

  withOwnOffice('the log says that the program opened and names no folder of this user', async ({ office, page }) => {
    await page.waitForLoadState()
    await office.close()
    const log = await readFile(path.join(office.dataFolder, 'program.log'), 'utf8')
    expect(log).toContain('opened')
    expect(log).not.toContain(office.dataFolder)
  })
})
