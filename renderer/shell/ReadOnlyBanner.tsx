import { Button } from '@mantine/core'
import { IconLockExclamation } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, RefusedError, useAsk } from '../api'
import { noteSaved } from '../saving'
import { noteShop } from '../session/enter'
import { notifyRefused, notifySaved } from '../ui/notify'
import classes from './ReadOnlyBanner.module.css'

/** Stands above every page while nothing can be saved: why, and the way back. */
export function ReadOnlyBanner() {
  const status = useAsk('shop.status', {})
  const client = useQueryClient()
  const [trying, setTrying] = useState(false)
  if (status.state !== 'loaded' || status.value.kind !== 'open' || status.value.readOnly === null) return null
  const { readOnly } = status.value
  const tryAgain = async () => {
    setTrying(true)
    try {
      const now = await ask('shop.tryAgain', {})
      noteShop(client, now)
      if (now.kind !== 'open') return
      if (now.readOnly === null) {
        noteSaved()
        notifySaved('Changes can be saved again.')
      } else notifyRefused({ code: 'still-read-only', message: 'Changes still cannot be saved. Nothing was changed.' })
    } catch (error) {
      if (error instanceof RefusedError) notifyRefused(error.refusal)
    } finally {
      setTrying(false)
    }
  }
  return (
    <section className={classes.banner} aria-label="Reading only">
      <IconLockExclamation size={18} aria-hidden />
      <p role="alert">
        <strong>Reading only.</strong> {readOnly} Nothing can be changed until this is mended; nothing that was saved is
        lost.
      </p>
      <Button variant="default" size="compact-sm" loading={trying} onClick={() => void tryAgain()}>
        Try again
      </Button>
    </section>
  )
}
