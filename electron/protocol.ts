import { protocol, type Session } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { contentSecurityPolicy } from './contentSecurityPolicy'
import { forwardToDevServer } from './devServer'

/** The one address of the program's page. Nothing is ever loaded from file:// or from the network. */
export const pageAddress = 'app://office/'

const picturesPrefix = 'pictures/'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const pictureTypes = new Set(['image/png', 'image/jpeg', 'image/webp'])

interface Sources {
  /** Folder of the built renderer. */
  readonly pages: string
  /** Folder of the open shop's pictures, which may not exist yet; null while no shop is open. */
  readonly pictures: () => string | null
  /** Address of the development server, in development only. */
  readonly devServer: string | undefined
}

/** Tells Chromium, before the app is ready, that app:// is a secure origin with its own storage and compiled-code cache. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves app://office/ in this session: the page, its parts, and pictures/NAME from the data folder. */
export function serveProtocol(session: Session, sources: Sources): void {
  session.protocol.handle('app', (request) => answer(request, sources))
}

async function answer(request: Request, sources: Sources): Promise<Response> {
  const url = new URL(request.url)
  if (url.host !== 'office') return refusal(404)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
  const asked = decodedPath(url.pathname)
  if (asked === undefined) return refusal(400)

  if (asked.startsWith(picturesPrefix)) return picture(sources.pictures(), asked.slice(picturesPrefix.length))
  const nonce = randomBytes(16).toString('base64')
  if (sources.devServer !== undefined) return forwardToDevServer(sources.devServer, request, nonce)
  // A path without an ending is a place inside the program; the page itself finds it.
  return path.posix.extname(asked) === '' ? page(sources.pages, nonce) : part(sources.pages, asked, nonce)
}

/** The path that was asked for, decoded and relative, or undefined where it tries to be more than a plain path. */
function decodedPath(pathname: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  const parts = decoded.split('/').slice(1)
  const plain = parts.every((part) => part !== '.' && part !== '..' && !/[\\:\0]/.test(part))
  const doubled = parts.slice(0, -1).some((part) => part === '')
  return decoded.startsWith('/') && plain && !doubled ? parts.join('/') : undefined
}

/** The real file behind a plain relative path, or undefined where there is none inside the folder (links included). */
async function fileInside(folder: string, relative: string): Promise<string | undefined> {
  try {
    const root = await realpath(folder)
    const file = await realpath(path.join(root, relative))
    return file.startsWith(root + path.sep) ? file : undefined
  } catch {
    return undefined
  }
}

async function page(folder: string, nonce: string): Promise<Response> {
  const file = await fileInside(folder, 'index.html')
  if (file === undefined) return refusal(404)
  const html = await readFile(file, 'utf8')
  return new Response(html.replaceAll('%STYLE_NONCE%', nonce), {
    headers: headersFor('text/html; charset=utf-8', nonce),
  })
}

async function part(folder: string, relative: string, nonce: string): Promise<Response> {
  const type = contentTypes[path.extname(relative).toLowerCase()]
  const file = type === undefined ? undefined : await fileInside(folder, relative)
  if (type === undefined || file === undefined) return refusal(404)
  return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(type, nonce) })
}

async function picture(folder: string | null, relative: string): Promise<Response> {
  const type = contentTypes[path.extname(relative).toLowerCase()]
  const known = folder !== null && type !== undefined && pictureTypes.has(type)
  const file = known ? await fileInside(folder, relative) : undefined
  if (type === undefined || file === undefined) return refusal(404)
  return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(type, '') })
}

function headersFor(type: string, nonce: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: headersFor('text/plain', '') })
}
