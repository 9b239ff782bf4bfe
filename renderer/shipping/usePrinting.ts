import { useState } from 'react'
import type { RequestOutput } from '../../shared/requests'
import { ask, RefusedError } from '../api'
import type { AskedScope } from '../bulk/BulkBar'
import { notifyRefused } from '../ui/notify'

export type Sheets = RequestOutput<'shipping.parcels'>

/** The parcels that stand ready to be printed; null while the list is shown. */
export function usePrinting() {
  const [sheets, setSheets] = useState<Sheets | null>(null)
  return {
    sheets,
    begin: async (scope: AskedScope) => {
      try {
        setSheets(await ask('shipping.parcels', { scope }))
      } catch (error) {
        const unanswered = { code: 'no-answer', message: 'The program did not answer. Try again.' }
        notifyRefused(error instanceof RefusedError ? error.refusal : unanswered)
      }
    },
    end: () => setSheets(null),
  }
}
