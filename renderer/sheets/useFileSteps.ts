import { useState } from 'react'
import { RefusedError, useAsk } from '../api'

/** Why a step with a file was not done. */
interface FileProblem {
  readonly message: string
  /** What the program calls the column that it is about; null where it is about the whole file. */
  readonly field: string | null
}

/** The steps of a page that reads a file: what goes on, one at a time, and what came in the way of the last one. */
export function useFileSteps() {
  const underWay = useAsk('sheets.underWay', {})
  const deed = underWay.state === 'loaded' ? underWay.value : null
  const [problem, setProblem] = useState<FileProblem | null>(null)
  const [running, setRunning] = useState(false)
  const fail = (error: unknown) => setProblem(problemOf(error))
  const run = async (step: () => Promise<void>) => {
    setRunning(true)
    setProblem(null)
    try {
      await step()
    } catch (error) {
      fail(error)
    } finally {
      setRunning(false)
    }
  }
  return { deed, busy: running || deed !== null, problem, run, fail }
}

function problemOf(error: unknown): FileProblem | null {
  if (!(error instanceof RefusedError)) return { message: 'The program did not answer. Try again.', field: null }
  const { code, message, field } = error.refusal
  return code === 'cancelled' ? null : { message, field: field?.replace('mapping.', '') ?? null }
}
