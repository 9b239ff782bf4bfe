import { useState } from 'react'
import { ask } from '../api'
import type { AskedScope } from '../bulk/BulkBar'
import { tellRefused } from '../sheets/ExportMenu'
import { counted } from '../ui/counts'
import { notifySaved } from '../ui/notify'

/** Writes the courier's manifest of the orders that are meant into a file that is chosen. */
export function useManifest() {
  const [running, setRunning] = useState(false)
  return {
    running,
    save: async (scope: AskedScope, descending: boolean) => {
      setRunning(true)
      try {
        const made = await ask('sheets.exportManifest', { scope, descending })
        if (made !== null) notifySaved(`${counted(made.rows, 'parcel')} in ${made.file}.`)
      } catch (error) {
        tellRefused(error)
      } finally {
        setRunning(false)
      }
    },
  }
}
