import { useRouter } from '@tanstack/react-router'
import { useEffect, type RefObject } from 'react'

/**
 * Another page begins at its top, a page that one comes back to where it was left. The router's own way would carry the
 * place of one page's list over to the next page's.
 */
export function usePageScroll(page: RefObject<HTMLElement | null>): void {
  const router = useRouter()
  useEffect(() => {
    const places = new Map<string, number>()
    const stopLeaving = router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
      if (fromLocation !== undefined && pathChanged) places.set(fromLocation.href, page.current?.scrollTop ?? 0)
    })
    const stopShowing = router.subscribe('onRendered', ({ toLocation, pathChanged }) => {
      if (pathChanged) page.current?.scrollTo(0, places.get(toLocation.href) ?? 0)
    })
    return () => {
      stopLeaving()
      stopShowing()
    }
  }, [router, page])
}
