import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useSession } from '../session/useSession'
import { pressPageKey } from '../ui/pageKeys'
import { placesFor } from './places'

/** How long `g` waits for the letter of a place. */
const patience = 1500

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')

/** Whether the focus is in a dialog, menu or choice over the page, which takes the keys itself. */
const isCovered = (): boolean =>
  document.querySelector('[aria-modal="true"], :is([role="dialog"], [role="menu"], [role="listbox"]):focus-within') !==
  null

/** The keys that work on every page: `g` and a letter go to a place, `/` searches the list, Esc goes back, `?` shows the map. */
export function useKeys(showMap: () => void): void {
  const { who } = useSession()
  const navigate = useNavigate()
  const router = useRouter()
  const leaderAt = useRef(-patience)
  const covered = useRef(false)

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || covered.current || event.ctrlKey || event.metaKey || event.altKey) return
    if (isTyping(event.target)) return
    const afterLeader = event.timeStamp - leaderAt.current < patience
    leaderAt.current = -patience
    const place = afterLeader ? placesFor(who.roles).find(({ key }) => key === event.key) : undefined
    if (place !== undefined) void navigate({ to: place.to })
    else if (event.key === 'g') leaderAt.current = event.timeStamp
    else if (event.key === '?') showMap()
    else if (event.key === '/') document.querySelector<HTMLElement>('#page [data-list-search]')?.focus()
    else if (event.key === 'j' || event.key === 'k') focusList()
    else if (event.key === 'Escape' && isBelowAPlace(router.state.location.pathname)) router.history.back()
    else if (!pressPageKey(event.key)) return
    event.preventDefault()
  })

  useEffect(() => {
    // What closes itself on Escape is gone before the event comes up here, so it is looked for on the way down.
    const lookFirst = () => {
      covered.current = isCovered()
    }
    const pressed = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', lookFirst, true)
    window.addEventListener('keydown', pressed)
    return () => {
      window.removeEventListener('keydown', lookFirst, true)
      window.removeEventListener('keydown', pressed)
    }
  }, [])
}

/** A page such as `/orders/1`, which was opened from a list. */
const isBelowAPlace = (pathname: string): boolean => pathname.split('/').filter(Boolean).length > 1

/** The page's list takes the keys, at the row that had them last. */
function focusList(): void {
  const lists = '#page :is([role="grid"], [role="treegrid"])'
  const row = document.querySelector<HTMLElement>(`${lists} [tabindex="0"][data-index]`)
  const shown = row ?? document.querySelector<HTMLElement>(`${lists} [data-index]`)
  shown?.focus()
}
