import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatMoney } from '../../../shared/money'
import type { BatchView } from '../../../shared/refunds/batches/requests'
import { ask, RefusedError, useCommand } from '../../api'
import { ConsequencesDialog } from '../../ui/Consequences'
import { refundCount } from '../../ui/counts'
import { notifyRefused, notifySaved } from '../../ui/notify'
import { ResultDialog } from './ResultDialog'

/** What can be done with a batch now. */
export function BatchActions({ batch }: { readonly batch: BatchView }) {
  const [open, setOpen] = useState<'send' | 'withdraw' | 'result' | null>(null)
  const close = () => setOpen(null)
  const { state } = batch
  return (
    <>
      {state !== 'withdrawn' && (
        <Button variant={state === 'to be sent' ? 'filled' : 'default'} onClick={() => void saveFile(batch)}>
          {state === 'to be sent' ? 'Save the file…' : 'Save the file again…'}
        </Button>
      )}
      {state === 'to be sent' && (
        <>
          <Button variant="default" onClick={() => setOpen('send')}>
            Mark as sent…
          </Button>
          <Button variant="default" onClick={() => setOpen('withdraw')}>
            Withdraw…
          </Button>
        </>
      )}
      {(state === 'sent' || state === 'answered') && <Button onClick={() => setOpen('result')}>Import result…</Button>}
      {open === 'send' && <SendDialog batch={batch} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog batch={batch} onClose={close} />}
      {open === 'result' && <ResultDialog batch={batch} onClose={close} />}
    </>
  )
}

async function saveFile({ id, state }: BatchView): Promise<void> {
  try {
    const { saved } = await ask('batches.saveFile', { id })
    if (saved === null) return
    notifySaved(
      state === 'to be sent'
        ? `Saved as ${saved}. Mark the batch as sent once it is uploaded.`
        : `Saved as ${saved}, as it was before.`,
    )
  } catch (error) {
    const message = error instanceof RefusedError ? error.refusal.message : 'The program did not answer.'
    notifyRefused({ code: 'not-written', message })
  }
}

interface DialogProps {
  readonly batch: BatchView
  readonly onClose: () => void
}

function SendDialog({ batch, onClose }: DialogProps) {
  const { run, running } = useCommand('batches.send')
  const [error, setError] = useState<string | null>(null)
  const { id, name, count, total, currency } = batch
  const amount = formatMoney(total, currency)
  const send = async () => {
    const sent = await run({ id })
    if (!sent.ok) {
      setError(sent.refusal.message)
      return
    }
    notifySaved(`${name} noted as sent: ${refundCount(count)}, ${amount}.`)
    onClose()
  }
  return (
    <ConsequencesDialog
      opened
      onClose={onClose}
      title={`Mark ${name} as sent`}
      facts={[
        `${refundCount(count)} are on their way then, ${amount} in all. None of them can be sent in another way.`,
        'A batch that is sent cannot be withdrawn. Only an answer makes one of its refunds owed again.',
        'The due clocks begin now.',
      ]}
      acknowledge="Its file was handed over, once."
      confirmLabel={`Mark as sent — ${amount}`}
      error={error}
      running={running}
      onConfirm={() => void send()}
    />
  )
}

function WithdrawDialog({ batch, onClose }: DialogProps) {
  const { run, running } = useCommand('batches.withdraw')
  const [error, setError] = useState<string | null>(null)
  const { id, name, count } = batch
  const withdraw = async () => {
    const withdrawn = await run({ id })
    if (!withdrawn.ok) {
      setError(withdrawn.refusal.message)
      return
    }
    notifySaved(`${name} withdrawn.`)
    onClose()
  }
  return (
    <ConsequencesDialog
      opened
      onClose={onClose}
      title={`Withdraw ${name}`}
      facts={[
        `${refundCount(count)} are free again, to be sent by hand or with another batch.`,
        'A file that was saved of it must not be used any more.',
      ]}
      acknowledge="Its file was not handed over."
      confirmLabel={`Withdraw ${name}`}
      error={error}
      running={running}
      onConfirm={() => void withdraw()}
    />
  )
}
