import { Button, FileInput, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { verdictsThatChange } from '../../../shared/refunds/batches/applyAnswer'
import {
  answersAtOnce,
  longestResult,
  type BatchView,
  type ResultPreview,
} from '../../../shared/refunds/batches/requests'
import { ask, RefusedError, useCommand } from '../../api'
import { grouped, refundCount } from '../../ui/counts'
import { FieldError } from '../../ui/FieldError'
import { TrackProgress } from '../../ui/TrackProgress'
import { base64Of } from './base64'
import { ResultReport } from './ResultReport'

interface ResultDialogProps {
  readonly batch: BatchView
  readonly onClose: () => void
}

/** Reads a result file, shows line by line what it would do, and then does it. Doing it again changes nothing. */
export function ResultDialog({ batch, onClose }: ResultDialogProps) {
  const [preview, setPreview] = useState<ResultPreview | null>(null)
  const [error, setError] = useState<string | null>(null)
  const { apply, done, running } = useApply(batch)

  const choose = async (file: File | null) => {
    setPreview(null)
    setError(null)
    if (file === null) return
    try {
      if (file.size > (longestResult / 4) * 3) throw new Error('This file is too large to be a result.')
      setPreview(await ask('batches.previewResult', { id: batch.id, file: await base64Of(file) }))
    } catch (problem) {
      setError(
        problem instanceof RefusedError ? problem.refusal.message : 'This file could not be read. Nothing was changed.',
      )
    }
  }
  const changing = preview?.answers.filter(({ verdict }) => verdictsThatChange.includes(verdict)) ?? []
  const applyAll = async () => {
    const refused = await apply(changing.map(({ answer }) => answer))
    setError(refused)
  }
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
          disabled={running}
          data-autofocus
          onChange={(file) => void choose(file)}
        />
        {preview !== null && <ResultReport preview={preview} applied={over} />}
        {done !== null && (
          <TrackProgress
            label="Progress of the import"
            words={`${grouped(done)} of ${grouped(changing.length)} applied`}
            share={changing.length === 0 ? 100 : Math.floor((100 * done) / changing.length)}
          />
        )}
        <Group justify="flex-end">
          {preview !== null && changing.length === 0 && !over && (
            <Text size="sm">It says nothing that is not known. There is nothing to apply.</Text>
          )}
          <Button variant="default" onClick={onClose} disabled={running}>
            {over ? 'Close' : 'Leave it as it is'}
          </Button>
          {!over && (
            <Button disabled={changing.length === 0} loading={running} onClick={() => void applyAll()}>
              Apply to {refundCount(changing.length)}
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

/** Applies answers a part at a time. One that was applied before is known and does nothing. */
function useApply({ id }: BatchView) {
  const { run } = useCommand('batches.applyResult')
  const [done, setDone] = useState<number | null>(null)
  const [running, setRunning] = useState(false)
  /** Why it stopped, or null. */
  const apply = async (answers: readonly ResultPreview['answers'][number]['answer'][]): Promise<string | null> => {
    setRunning(true)
    setDone(0)
    try {
      for (let from = 0; from < answers.length; from += answersAtOnce) {
        const part = answers.slice(from, from + answersAtOnce)
        const applied = await run({ id, answers: part })
        if (!applied.ok)
          return `${applied.refusal.message} What was applied before stays; import the file again for the rest.`
        setDone(from + part.length)
      }
      return null
    } finally {
      setRunning(false)
    }
  }
  return { apply, done, running }
}
