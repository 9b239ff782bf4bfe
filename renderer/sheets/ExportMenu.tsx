import { Button, Menu } from '@mantine/core'
import { IconFileSpreadsheet, IconFileTypeCsv, IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { ExportedSheet, SheetFormat } from '../../shared/sheets/requests'
import { ask, RefusedError, useAsk } from '../api'
import { notifyRefused, notifySaved } from '../ui/notify'
import { TrackProgress } from '../ui/TrackProgress'
import { counted } from '../ui/counts'
import classes from './ExportMenu.module.css'

interface ExportMenuProps {
  readonly label?: string
  /** Small, within a bar of other actions. */
  readonly size?: 'xs'
  /** What of the list it takes. */
  readonly what?: string
  /** "order": what a row is. */
  readonly row: string
  /** Rows of the list as it stands; null while they are being counted. Nothing is exported while there are none. */
  readonly total: number | null
  /** For lists whose rows nobody counts before: whether there is anything to export. */
  readonly available?: boolean | undefined
  /** Exports the list as it stands; null where no file was chosen. */
  readonly run: (format: SheetFormat) => Promise<ExportedSheet | null>
}

/** Takes the list on screen into a file: its filters, its order, its columns. While that is under way it shows how far it has come. */
export function ExportMenu({
  label = 'Export',
  size,
  what = 'as on this page',
  row,
  total,
  available = total !== null && total > 0,
  run,
}: ExportMenuProps) {
  const [running, setRunning] = useState(false)
  const underWay = useAsk('sheets.underWay', {})
  const deed = underWay.state === 'loaded' ? underWay.value : null
  const take = async (format: SheetFormat) => {
    setRunning(true)
    try {
      const made = await run(format)
      if (made !== null) notifySaved(`${counted(made.rows, row)} in ${made.file}.`)
    } catch (error) {
      tellRefused(error)
    } finally {
      setRunning(false)
    }
  }
  if (deed?.deed === 'export') {
    const share = deed.total === 0 ? 0 : Math.floor((100 * deed.done) / deed.total)
    return (
      <div className={classes.progress}>
        <TrackProgress
          label="Exporting"
          words={`Exporting: ${share} %`}
          share={share}
          cancel={() => ask('sheets.cancel', {})}
        />
      </div>
    )
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          {...(size !== undefined && { size })}
          leftSection={<IconTableExport size={16} aria-hidden />}
          disabled={deed !== null || !available}
          loading={running}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {total !== null && (
          <Menu.Label>
            {counted(total, row)}, {what}
          </Menu.Label>
        )}
        <Menu.Item leftSection={<IconFileTypeCsv size={16} aria-hidden />} onClick={() => void take('csv')}>
          CSV
        </Menu.Item>
        <Menu.Item leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={() => void take('xlsx')}>
          Excel
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Says why something was not done; a cancelled export is what was asked for. */
export function tellRefused(error: unknown): void {
  const unanswered = { code: 'no-answer', message: 'The program did not answer. Try again.' }
  const refusal = error instanceof RefusedError ? error.refusal : unanswered
  if (refusal.code !== 'cancelled') notifyRefused(refusal)
}
