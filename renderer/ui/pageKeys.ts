import { useEffect, useEffectEvent } from 'react'

/** What the page that is shown does on a key; the shell asks here after its own keys. */
const onPage = new Map<string, () => void>()

/** Does what the key stands for on the page that is shown; answers whether there is such a thing. */
export function pressPageKey(key: string): boolean {
  const press = onPage.get(key)
  press?.()
  return press !== undefined
}

/** A key of this page alone. It rests while someone types or a dialog is open, as all keys do. */
export function usePageKey(key: string, press: () => void): void {
  const pressed = useEffectEvent(press)
  useEffect(() => {
    const own = () => pressed()
    onPage.set(key, own)
    return () => {
      if (onPage.get(key) === own) onPage.delete(key)
    }
  }, [key])
}
