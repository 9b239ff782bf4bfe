import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, RefusedError } from '../api'
import { forgetAnswers, noteShop } from '../session/enter'
import { ConsequencesDialog } from '../ui/Consequences'
import { notifySaved } from '../ui/notify'

/** Makes the sample shop anew, after saying what that throws away. */
export function ResetSample() {
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const reset = async () => {
    setRunning(true)
    setError(null)
    try {
      noteShop(client, await ask('shop.resetSample', {}))
      forgetAnswers(client)
      setAsked(false)
      notifySaved('The sample shop is as on its first day.')
    } catch (refused) {
      setError(refused instanceof RefusedError ? refused.message : 'The program did not answer. Try again.')
    } finally {
      setRunning(false)
    }
  }
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAsked(true)}>
        Reset the sample shop
      </Button>
      <ConsequencesDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title="Reset the sample shop"
        facts={[
          'Everything that was done in the sample shop is thrown away, in every window.',
          'It is made anew with dates around today.',
          'A shop of your own is not touched.',
        ]}
        confirmLabel="Throw it away and make it anew"
        error={error}
        running={running}
        onConfirm={() => void reset()}
      />
    </>
  )
}
