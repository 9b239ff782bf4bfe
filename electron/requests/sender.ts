/** The page that sent a request, as the program sees it. */
export interface Sender {
  /** Whether one of our own windows holds the page. */
  readonly ourWindow: boolean
  /** Whether it is the window's own page and not one embedded in it. */
  readonly mainFrame: boolean
  readonly url: string
}

/** Whether a request may come from there: the main frame of one of our windows, at the program's own address. */
export function isOurs({ ourWindow, mainFrame, url }: Sender): boolean {
  if (!ourWindow || !mainFrame || !URL.canParse(url)) return false
  const { protocol, host, username, password, port } = new URL(url)
  return protocol === 'app:' && host === 'office' && username === '' && password === '' && port === ''
}
