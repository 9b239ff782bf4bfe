const scheme = 'data-mantine-color-scheme'

/** Paper is white: whatever is printed, by the system's dialog or into a PDF, is printed in the light scheme. */
export function printInLight(): void {
  const root = document.documentElement
  let shown: string | null = null
  window.addEventListener('beforeprint', () => {
    shown = root.getAttribute(scheme)
    root.setAttribute(scheme, 'light')
  })
  window.addEventListener('afterprint', () => {
    if (shown !== null) root.setAttribute(scheme, shown)
    shown = null
  })
}
