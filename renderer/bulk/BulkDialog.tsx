import { Modal } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { BulkDeed } from '../../shared/bulk/job'
import type { Rehearsal } from '../../shared/bulk/requests'
import type { Refusal } from '../../shared/result'
import { ask, RefusedError, useAsk, useCommand } from '../api'
import { ConsequencesDialog } from '../ui/Consequences'
import { grouped } from '../ui/counts'
import { notifySaved } from '../ui/notify'
import { TrackProgress } from '../ui/TrackProgress'
import type { AskedScope } from './BulkBar'
import { BulkFields } from './BulkFields'
import { deedTitle, moneyInWords, type DeedKind } from './deedWords'
import { rehearsalFacts } from './rehearsalFacts'

interface BulkDialogProps {
  readonly kind: DeedKind
  readonly scope: AskedScope
  readonly count: number
  readonly filters: readonly string[]
  readonly onClose: () => void
  readonly onStarted: () => void
}

type Phase =
  | { readonly step: 'asking' }
  | { readonly step: 'rehearsing'; readonly deed: BulkDeed }
  | { readonly step: 'rehearsed'; readonly deed: BulkDeed; readonly rehearsal: Rehearsal }

const unanswered: Refusal = {
  code: 'no-answer',
  message: 'The program did not answer. Nothing was changed. Try again.',
}

/** From what is asked for, over the rehearsal that says what it comes to, to the start of the job. */
export function BulkDialog({ kind, scope, count, filters, onClose, onStarted }: BulkDialogProps) {
  const [phase, setPhase] = useState<Phase>({ step: 'asking' })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const navigate = useNavigate()
  const { run, running } = useCommand('bulk.start')

  const rehearse = async (deed: BulkDeed) => {
    setRefusal(null)
    setPhase({ step: 'rehearsing', deed })
    try {
      setPhase({ step: 'rehearsed', deed, rehearsal: await ask('bulk.rehearse', { scope, deed }) })
    } catch (error) {
      setRefusal(error instanceof RefusedError ? error.refusal : unanswered)
      setPhase({ step: 'asking' })
    }
  }
  const leave = () => {
    if (phase.step === 'rehearsing') void ask('bulk.stopRehearsing', {})
    onClose()
  }
  const start = async ({ id, possible }: Rehearsal) => {
    const started = await run({ rehearsalId: id })
    if (!started.ok) {
      setRefusal(started.refusal)
      return
    }
    notifySaved(`Started: ${deedTitle[kind](possible)}.`)
    onStarted()
    onClose()
    void navigate({ to: '/bulk/$jobId', params: { jobId: id } })
  }

  if (phase.step === 'rehearsed') {
    const { rehearsal } = phase
    const owed = moneyInWords(rehearsal.owed)
    return (
      <ConsequencesDialog
        opened
        onClose={onClose}
        title={`Rehearsed: ${deedTitle[kind](rehearsal.orders)}`}
        facts={rehearsalFacts(kind, rehearsal, scope.kind === 'matching' ? filters : null)}
        confirmLabel={
          rehearsal.possible === 0
            ? 'Nothing to do'
            : `${deedTitle[kind](rehearsal.possible)}${owed === null ? '' : ` — ${owed} owed back`}`
        }
        ready={rehearsal.possible > 0}
        running={running}
        error={refusal?.message}
        onConfirm={() => void start(rehearsal)}
      />
    )
  }
  return (
    <Modal opened onClose={leave} title={deedTitle[kind](count)} size="lg" closeOnClickOutside={false}>
      {phase.step === 'asking' ? (
        <BulkFields kind={kind} refusal={refusal} onClose={onClose} onRehearse={(deed) => void rehearse(deed)} />
      ) : (
        <Rehearsing />
      )}
    </Modal>
  )
}

function Rehearsing() {
  const underWay = useAsk('bulk.rehearsing', {})
  const { tried, orders } = (underWay.state === 'loaded' ? underWay.value : null) ?? { tried: 0, orders: 0 }
  const share = orders === 0 ? 0 : Math.floor((100 * tried) / orders)
  return (
    <TrackProgress
      label="Rehearsing"
      words={`Rehearsing, nothing is changed: ${grouped(tried)} of ${grouped(orders)}`}
      share={share}
      cancel={() => ask('bulk.stopRehearsing', {})}
      cancelLabel="Stop"
    />
  )
}
