import { Button } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { ask } from '../api'
import { drawEveryChart } from './chart/drawing'
import { tellSaved } from './takeAway'

interface SavePdfButtonProps {
  /** The page's title; stands at the top of every sheet and in the file's name. */
  readonly page: string
  /** The filters that are set, in words; they stand in the file's name. */
  readonly words?: readonly string[] | undefined
}

/** For a page's actions: the page as it stands, on paper, as a PDF file. `<PageShell secondary={<SavePdfButton page="Reports" />}>` */
export function SavePdfButton({ page, words = [] }: SavePdfButtonProps) {
  const [running, setRunning] = useState(false)
  const save = async () => {
    setRunning(true)
    await drawEveryChart()
    await tellSaved(() => ask('sheets.savePagePdf', { name: page, words: [...words] }))
    setRunning(false)
  }
  return (
    <Button
      variant="default"
      leftSection={<IconFileTypePdf size={16} aria-hidden />}
      loading={running}
      onClick={() => void save()}
    >
      Save as PDF
    </Button>
  )
}
