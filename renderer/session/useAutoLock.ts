import { useEffect } from 'react'
import { minute } from '../../shared/time'
import { ask } from '../api'

/** Often enough that no lock comes while someone works, seldom enough to cost nothing. */
const touchEvery = minute

const signs = ['keydown', 'pointerdown', 'wheel'] as const

/** Tells the main process that someone is at the keyboard, so that it does not lock. */
export function useAutoLock(): void {
  useEffect(() => {
    let touchedAt = 0
    const touch = () => {
      if (performance.now() - touchedAt < touchEvery && touchedAt !== 0) return
      touchedAt = performance.now()
      // A refusal means that it is locked already, which the door has heard of.
      ask('session.touch', {}).catch(() => undefined)
    }
    signs.forEach((sign) => window.addEventListener(sign, touch, { passive: true }))
    return () => signs.forEach((sign) => window.removeEventListener(sign, touch))
  }, [])
}
