import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ResultDialog } from '../../../renderer/refunds/batches/ResultDialog'
import type { AnswerPreview, BatchView, ResultPreview } from '../../../shared/refunds/batches/requests'
import { answersAtOnce } from '../../../shared/refunds/batches/requests'
import { minor } from '../../../shared/money'
import { ok, refuse } from '../../../shared/result'
import { aBatchId } from '../../shared/orderBuilders'
import { midway } from '../../shared/builders'
import { anAnswer } from '../../shared/refunds/batches/aBatch'
import { aBridge } from '../aBridge'
import { press } from '../press'
import { shown } from '../shown'

const batch: BatchView = {
  id: aBatchId,
  number: 7,
  name: 'Batch 7',
  state: 'sent',
  count: 300,
  route: 'gateway',
  currency: 'INR',
  total: minor(1000),
  madeAt: midway,
  madeBy: 'Meera Iyer',
  sentAt: midway,
  sentBy: 'Meera Iyer',
  withdrawnAt: null,
  answered: 0,
  doubted: 0,
  lastResultAt: null,
}

const answers = (count: number, verdict: AnswerPreview['verdict']): readonly AnswerPreview[] =>
  Array.from({ length: count }, (_, index) => ({
    answer: anAnswer(index + 1),
    verdict,
    says: 'The supporter has the money.',
    orderNumber: '100001-1',
  }))

const giveFile = async () => {
  const field = await waitFor(() => {
    const input = document.querySelector('input[type=file]')
    if (input === null) throw new Error('there is no field for a file')
    return input
  })
  fireEvent.change(field, { target: { files: [new File(['Payment Id'], 'report.csv')] } })
}

function withPreview(preview: ResultPreview) {
  const bridge = aBridge(async ({ name, input }) => {
    if (name === 'batches.previewResult') return ok(preview)
    const { from } = input as { readonly from: number }
    const next = from + answersAtOnce
    return ok({ verdicts: {}, next: next < preview.answers.length ? next : null })
  })
  shown(<ResultDialog batch={batch} onClose={() => undefined} />)
  return bridge
}

test('a result is shown line by line before it is applied, and applied in parts', async () => {
  const { asked } = withPreview({ answers: answers(300, 'settled'), unread: [{ line: 9, why: 'Odd.' }], unanswered: 2 })
  await giveFile()
  await screen.findByText(/1 not readable, 300 settled/u)
  await screen.findByText(/2 refunds of the batch are not in it/u)
  expect(asked.map(({ name }) => name)).toEqual(['batches.previewResult'])
  await press('Apply to 300 refunds')
  await screen.findByText('300 of 300 read')
  const applied = asked.filter(({ name }) => name === 'batches.applyResult').map(({ input }) => input)
  expect(applied).toMatchObject([{ from: 0 }, { from: answersAtOnce }])
})

test('where a payment was in another batch too, whoever imports it says that the file is of this one', async () => {
  const { asked } = withPreview({ answers: answers(1, 'unclear'), unread: [], unanswered: 0 })
  await giveFile()
  fireEvent.click(await screen.findByLabelText(/I have just downloaded this file for Batch 7/u))
  await expect.poll(() => asked.at(-1)?.input).toMatchObject({ vouched: true })
})

test('a file that was applied before has nothing to apply', async () => {
  withPreview({ answers: answers(3, 'already known'), unread: [], unanswered: 0 })
  await giveFile()
  await screen.findByText(/There is nothing to apply/u)
  expect((await screen.findByText('Apply to 0 refunds')).closest('button')?.disabled).toBe(true)
})

test('a file that is no result says why, and changes nothing', async () => {
  aBridge(async () => refuse('no-result', 'This is no result file.', 'file'))
  shown(<ResultDialog batch={batch} onClose={() => undefined} />)
  await giveFile()
  await screen.findByText('This is no result file.')
})
