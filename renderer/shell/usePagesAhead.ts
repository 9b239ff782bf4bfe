import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from '../session/useSession'
import { placesFor } from './places'

/** Fetches the pages of this person's places while there is nothing else to do, so that none is waited for later. */
export function usePagesAhead(): void {
  const router = useRouter()
  const { who } = useSession()
  useEffect(() => {
    const waiting = requestIdleCallback(() => {
      for (const { to } of placesFor(who.roles)) void router.preloadRoute({ to })
    })
    return () => cancelIdleCallback(waiting)
  }, [router, who])
}
