import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { printInLight } from './printInLight'

/** Puts the program on the page. */
export function start(): void {
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no root.')
  printInLight()
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
