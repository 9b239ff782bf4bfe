import { useState } from 'react'
import type { Rehearsal } from '../../shared/bulk/requests'
import type { BulkJobId } from '../../shared/ids'
import type { Refusal } from '../../shared/result'
import { ask, RefusedError, useCommand } from '../api'
import { notifySaved } from '../ui/notify'

type Phase =
  | { readonly step: 'asking' }
  | { readonly step: 'rehearsing' }
  | { readonly step: 'rehearsed'; readonly rehearsal: Rehearsal }

const unanswered: Refusal = {
  code: 'no-answer',
  message: 'The program did not answer. Nothing was changed. Try again.',
}

/** From what is asked for, over the rehearsal that says what it comes to, to the start of the job. */
export function useRehearsal() {
  const [phase, setPhase] = useState<Phase>({ step: 'asking' })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { run, running } = useCommand('bulk.start')

  return {
    phase,
    refusal,
    running,
    rehearse: async (rehearsing: () => Promise<Rehearsal>) => {
      setRefusal(null)
      setPhase({ step: 'rehearsing' })
      try {
        setPhase({ step: 'rehearsed', rehearsal: await rehearsing() })
      } catch (error) {
        setRefusal(error instanceof RefusedError ? error.refusal : unanswered)
        setPhase({ step: 'asking' })
      }
    },
    /** Answers the job's id, or null where it was refused. */
    start: async (rehearsalId: BulkJobId, title: string): Promise<BulkJobId | null> => {
      const started = await run({ rehearsalId })
      if (!started.ok) {
        setRefusal(started.refusal)
        return null
      }
      notifySaved(`Started: ${title}.`)
      return rehearsalId
    },
    leave: () => {
      if (phase.step === 'rehearsing') void ask('bulk.stopRehearsing', {})
    },
  }
}
