import { app, net } from 'electron'
import { contentSecurityPolicy } from './contentSecurityPolicy'

/** The address of the development server with hot reload, or undefined in a packaged program, which never asks for one. */
export function devServerAddress(): string | undefined {
  return app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
}

/**
 * Answers with what the development server has. The page keeps its address and an equivalent policy, so that what breaks
 * the policy is seen while it is written and not first in the built program.
 */
export async function forwardToDevServer(server: string, request: Request, nonce: string): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const accept = request.headers.get('accept') ?? '*/*'
  const found = await net.fetch(new URL(pathname + search, server).href, { headers: { accept } })
  const type = found.headers.get('content-type') ?? 'application/octet-stream'
  const headers = {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy(nonce, { socket: server.replace(/^http/, 'ws') }),
    'x-content-type-options': 'nosniff',
  }
  if (!type.startsWith('text/html')) return new Response(found.body, { status: found.status, headers })
  return new Response((await found.text()).replaceAll('%STYLE_NONCE%', nonce), { status: found.status, headers })
}
