import { describe, expect, test } from 'vitest'
import { mostRows, readResult } from '../../../../shared/refunds/batches/resultFile'
import { allowed, refusedBy } from '../../builders'

const report = [
  'Payment Id',
  'Amount',
  'Refund Id',
  'Refunded Amount',
  'status',
  'speed',
  'Error Code',
  'Error Description',
]

const read = (rows: readonly (readonly string[])[], header: readonly string[] = report) =>
  readResult(
    header,
    rows.map((cells, index) => ({ line: index + 2, cells, problem: null })),
    'Batch 7',
  )

const paid = ['pay_1', '109900', 'rfnd_1', '109900', 'processed', 'normal', '', '']
const failed = ['pay_2', '50000', '', '', 'failure', 'normal', 'BAD_REQUEST_ERROR', 'The refund amount is too high']

describe('the gateway’s report', () => {
  test('says of each payment what became of its refund', () => {
    expect(allowed(read([paid, failed]))).toEqual({
      answers: [
        {
          subject: 'pay_1',
          lines: [2],
          outcome: 'processed',
          amount: 109_900,
          gatewayReference: 'rfnd_1',
          bankReference: '',
          reason: '',
        },
        {
          subject: 'pay_2',
          lines: [3],
          outcome: 'failed',
          amount: 50_000,
          gatewayReference: '',
          bankReference: '',
          reason: 'BAD_REQUEST_ERROR: The refund amount is too high',
        },
      ],
      unread: [],
    })
  })

  test('counts what was refunded, not what was asked for', () => {
    const short = ['pay_1', '109900', 'rfnd_1', '100', 'processed', 'normal', '', '']
    expect(allowed(read([short])).answers).toMatchObject([{ amount: 100 }])
  })

  test('may repeat a line; what it contradicts counts for nothing', () => {
    const other = paid.with(2, 'rfnd_2')
    expect(allowed(read([paid, paid])).answers).toMatchObject([{ lines: [2, 3], outcome: 'processed' }])
    expect(allowed(read([paid, paid.with(4, 'failure')])).answers).toMatchObject([{ outcome: 'contradictory' }])
    expect(allowed(read([paid, other])).answers).toMatchObject([{ outcome: 'contradictory' }])
    expect(allowed(read([paid, paid.with(1, '5').with(3, '5')])).answers).toMatchObject([{ outcome: 'contradictory' }])
    expect(allowed(read([paid.with(4, 'pending'), paid])).answers).toMatchObject([{ outcome: 'processed' }])
  })

  test('never gives two payments one refund', () => {
    const { answers } = allowed(read([paid, paid.with(0, 'pay_9')]))
    expect(answers.map(({ outcome }) => outcome)).toEqual(['contradictory', 'contradictory'])
  })

  test('says line by line what it cannot mean', () => {
    const { answers, unread } = allowed(
      read([
        paid.with(0, ' '),
        paid.with(1, '1,099.5'),
        paid.with(4, 'perhaps'),
        paid.with(4, '').with(2, ''),
        ['pay_3'],
      ]),
    )
    expect(unread).toEqual([
      { line: 2, why: 'This line names no payment.' },
      { line: 3, why: 'The amount cannot be read.' },
      { line: 4, why: 'The status “perhaps” is not known.' },
      { line: 6, why: 'The amount cannot be read.' },
    ])
    expect(answers).toMatchObject([{ subject: 'pay_1', outcome: 'none' }])
  })

  test('is refused where it is another file', () => {
    expect(refusedBy(read([], ['Order', 'Total'])).message).toContain('Payment Id')
    expect(refusedBy(read([], ['Payment Id', 'Amount', 'speed'])).message).toContain('Status')
    const endless = Array.from({ length: mostRows + 1 }, () => paid)
    expect(refusedBy(read(endless)).code).toBe('too-long')
  })
})

test('the bank’s desk writes amounts behind a point, and its columns stand where it likes', () => {
  const header = ['Status', 'Bank reference', 'Refund key', 'Amount', 'Reason']
  const rows = [
    ['Paid', 'UTR55', 'refund-o1-r1', '1,099.00', ''],
    ['Returned', '', 'refund-o2-r1', '500.5', 'Account closed'],
    ['', '', 'refund-o3-r1', '7', ''],
  ]
  expect(allowed(read(rows, header)).answers).toMatchObject([
    { subject: 'refund-o1-r1', outcome: 'processed', amount: 109_900, bankReference: 'UTR55' },
    { subject: 'refund-o2-r1', outcome: 'failed', amount: 50_050, reason: 'Account closed' },
    { subject: 'refund-o3-r1', outcome: 'none', amount: 700 },
  ])
})

test('a line that names another batch is not read as one of this', () => {
  const header = ['Batch', 'Refund key', 'Amount', 'Status']
  const { answers, unread } = allowed(
    read(
      [
        ['Batch 7', 'refund-o1-r1', '1', 'Paid'],
        ['Batch 6', 'refund-o2-r1', '1', 'Paid'],
      ],
      header,
    ),
  )
  expect(answers).toHaveLength(1)
  expect(unread).toEqual([{ line: 3, why: 'This line belongs to Batch 6.' }])
})
