import { Button, Checkbox, FileInput, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { verdictsThatChange } from '../../../shared/refunds/batches/applyAnswer'
import { longestResult, type BatchView, type ResultPreview } from '../../../shared/refunds/batches/requests'
import { ask, RefusedError, useCommand } from '../../api'
import { grouped, refundCount } from '../../ui/counts'
import { FieldError } from '../../ui/FieldError'
import { TrackProgress } from '../../ui/TrackProgress'
import { base64Of } from '../../base64'
import { ResultReport } from './ResultReport'

interface ResultDialogProps {
  readonly batch: BatchView
  readonly onClose: () => void
}

/** Reads a result file, shows line by line what it would do, and then does it. Doing it again changes nothing. */
export function ResultDialog({ batch, onClose }: ResultDialogProps) {
  const { preview, error, choose, vouch, vouched, file, setError } = usePreview(batch)
  const { apply, done, running } = useApply(batch)
  const answers = preview?.answers ?? []
  const changing = answers.filter(({ verdict }) => verdictsThatChange.includes(verdict)).length
  const unclear = answers.filter(({ verdict }) => verdict === 'unclear').length
  const over = done !== null && !running && error === null
  return (
    <Modal opened onClose={running ? () => undefined : onClose} title={`Import a result of ${batch.name}`} size="xl">
      <Stack gap="md">
        <FieldError>{error}</FieldError>
        <FileInput
          label="Result file"
          description={fileWords[batch.route]}
          accept=".csv,text/csv,text/plain"
          placeholder="Choose a CSV file"
          disabled={running || over}
          data-autofocus
          onChange={(chosen) => void choose(chosen)}
        />
        {preview !== null && <ResultReport preview={preview} applied={over} />}
        {(unclear > 0 || vouched) && !over && (
          <Checkbox
            label={`I have just downloaded this file for ${batch.name}, and for no other batch`}
            description="Some of these payments were in another batch too, whose answer could be the same."
            checked={vouched}
            disabled={running}
            onChange={({ currentTarget }) => void vouch(currentTarget.checked)}
          />
        )}
        {done !== null && (
          <TrackProgress
            label="Progress of the import"
            words={`${grouped(done)} of ${grouped(answers.length)} read`}
            share={answers.length === 0 ? 100 : Math.floor((100 * done) / answers.length)}
          />
        )}
        <Group justify="flex-end">
          {preview !== null && changing === 0 && !over && (
            <Text size="sm">It says nothing that is not known. There is nothing to apply.</Text>
          )}
          <Button variant="default" onClick={onClose} disabled={running}>
            {over ? 'Close' : 'Leave it as it is'}
          </Button>
          {!over && (
            <Button
              disabled={changing === 0}
              loading={running}
              onClick={() => void apply(file, vouched, answers.length).then(setError)}
            >
              Apply to {refundCount(changing)}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

const fileWords: Record<BatchView['route'], string> = {
  gateway: 'The batch refund report from the gateway’s dashboard, as CSV',
  'bank transfer': 'The file as the bank’s desk gave it back, as CSV',
}

/** What the chosen file would do. */
function usePreview({ id }: BatchView) {
  const [file, setFile] = useState('')
  const [vouched, setVouched] = useState(false)
  const [preview, setPreview] = useState<ResultPreview | null>(null)
  const [error, setError] = useState<string | null>(null)
  const show = async (text: string, sure: boolean) => {
    setError(null)
    try {
      setPreview(await ask('batches.previewResult', { id, file: text, vouched: sure }))
    } catch (problem) {
      setPreview(null)
      setError(problem instanceof RefusedError ? problem.refusal.message : unreadable)
    }
  }
  const choose = async (chosen: File | null) => {
    setPreview(null)
    setVouched(false)
    setError(null)
    if (chosen === null) return
    if (chosen.size > (longestResult / 4) * 3) {
      setError('This file is too large to be a result.')
      return
    }
    const text = await base64Of(chosen).catch(() => null)
    if (text === null) setError(unreadable)
    else {
      setFile(text)
      await show(text, false)
    }
  }
  const vouch = async (sure: boolean) => {
    setVouched(sure)
    await show(file, sure)
  }
  return { preview, error, setError, choose, vouch, vouched, file }
}

const unreadable = 'This file could not be read. Nothing was changed.'

/** Applies a file a part at a time. What was applied before is known and does nothing. */
function useApply({ id }: BatchView) {
  const { run } = useCommand('batches.applyResult')
  const [done, setDone] = useState<number | null>(null)
  const [running, setRunning] = useState(false)
  /** Answers why it stopped, or null. */
  const apply = async (file: string, vouched: boolean, total: number): Promise<string | null> => {
    setRunning(true)
    setDone(0)
    try {
      for (let from: number | null = 0; from !== null;) {
        const applied: Awaited<ReturnType<typeof run>> = await run({ id, file, vouched, from })
        if (!applied.ok) {
          return `${applied.refusal.message} What was applied before stays; import the file again for the rest.`
        }
        from = applied.value.next
        setDone(from ?? total)
      }
      return null
    } finally {
      setRunning(false)
    }
  }
  return { apply, done, running }
}
