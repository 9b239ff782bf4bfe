import { useEffect, useState } from 'react'

/** What takes less than this is not worth a sign that it is on its way. */
const patience = 200

/** True once `waiting` has been true for 200 ms. */
export function useShownLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => setLate(true), patience)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [waiting])
  return late
}
