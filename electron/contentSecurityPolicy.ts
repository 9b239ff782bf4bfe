/**
 * What the page may load: its own parts and nothing else. Styles that the widgets write at run time carry the nonce of
 * this load; there is no way for text in a record to become a script.
 * In development the hot-reload client is allowed too: its one inline script by nonce, its socket by address.
 */
export function contentSecurityPolicy(nonce: string, development?: { readonly socket: string }): string {
  const nonceSource = nonce === '' ? '' : ` 'nonce-${nonce}'`
  return [
    `default-src 'none'`,
    `script-src 'self'${development === undefined ? '' : nonceSource}`,
    `style-src 'self'${nonceSource}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${development === undefined ? '' : ` ${development.socket}`}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}
