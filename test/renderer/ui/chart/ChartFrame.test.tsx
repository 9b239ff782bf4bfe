import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { Line, LineChart, XAxis } from 'recharts'
import { expect, test, vi } from 'vitest'
import { ChartFrame } from '../../../../renderer/ui/chart/ChartFrame'
import { ChartTip } from '../../../../renderer/ui/chart/ChartTip'
import { lineLook, plotLook } from '../../../../renderer/ui/chart/chartTheme'
import { minor } from '../../../../shared/money'
import { chartTable, type ChartPoint, type ChartTable } from '../../../../shared/reports/chartTable'
import { ok } from '../../../../shared/result'
import { india } from '../../../shared/builders'
import { aBridge } from '../../aBridge'
import { press } from '../../press'
import { shown } from '../../shown'
import { laidOut } from './laidOut'

laidOut()

const columns = [
  { kind: 'day', zone: india, key: 'day', head: 'Day' },
  { kind: 'money', currency: 'INR', key: 'paid', head: 'Paid' },
] as const
const table = chartTable(columns, [
  { day: '2018-04-14', paid: minor(109_900) },
  { day: '2018-04-15', paid: null },
  { day: '2018-04-16', paid: minor(0) },
])

function frame(of: ChartTable, onOpen?: (row: number) => void, drawn?: (points: readonly ChartPoint[]) => void) {
  return shown(
    <ChartFrame name="Paid per day" title="₹1,099 paid in 3 days" words={['Tripod']} table={of} onOpen={onOpen}>
      {(points) => {
        drawn?.(points)
        return (
          <LineChart data={[...points]} {...plotLook}>
            <XAxis dataKey="day" />
            <ChartTip />
            <Line dataKey="paid" {...lineLook} />
          </LineChart>
        )
      }}
    </ChartFrame>,
  )
}

test('the table shows the numbers of the chart: a dash for what is missing, 0 for 0', async () => {
  frame(table)
  fireEvent.click(await screen.findByRole('button', { name: 'Show as table: Paid per day' }))
  const rows = within(screen.getByRole('region', { name: '₹1,099 paid in 3 days, table' })).getAllByRole('row')
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'Day (Asia/Kolkata)Paid (INR)',
    '14 Apr 2018₹1,099',
    '15 Apr 2018–',
    '16 Apr 2018₹0',
  ])
})

test('a row of the table leads where its point does', async () => {
  const open = vi.fn()
  frame(table, open)
  fireEvent.click(await screen.findByRole('button', { name: 'Show as table: Paid per day' }))
  await press('15 Apr 2018')
  expect(open).toHaveBeenCalledExactlyOnceWith(1)
})

test('arrow keys go along the points, what is there is told, and Enter opens it', async () => {
  const open = vi.fn()
  frame(table, open)
  const chart = await screen.findByRole('application')
  fireEvent.focus(chart)
  fireEvent.keyDown(chart, { key: 'ArrowRight' })
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('15 Apr 2018Paid–'))
  fireEvent.keyDown(chart, { key: 'Enter' })
  expect(open).toHaveBeenCalledExactlyOnceWith(1)
})

test('a chart without any number says so, and there is nothing to take away', async () => {
  frame(chartTable(columns, [{ day: '2018-04-14', paid: null }]))
  expect(await screen.findByText('There are no numbers yet')).toBeDefined()
  expect(screen.queryByRole('button')).toBeNull()
})

test('a chart is drawn as soon as there is a first number', async () => {
  function Filling() {
    const [filled, setFilled] = useState(false)
    return (
      <>
        <button onClick={() => setFilled(true)}>First order</button>
        <ChartFrame name="Paid per day" title="Paid" table={filled ? table : chartTable(columns, [])}>
          {(points) => (
            <LineChart data={[...points]} {...plotLook}>
              <Line dataKey="paid" {...lineLook} />
            </LineChart>
          )}
        </ChartFrame>
      </>
    )
  }
  shown(<Filling />)
  await press('First order')
  expect(await screen.findByRole('application')).toBeDefined()
})

test('what is drawn is never more than there are pixels', async () => {
  const drawn = vi.fn<(points: readonly ChartPoint[]) => void>()
  const many = Array.from({ length: 5000 }, (_each, paid) => ({ day: '2018-04-14', paid: minor(paid % 700) }))
  frame(chartTable(columns, many), undefined, drawn)
  await screen.findByRole('button', { name: 'Take away: Paid per day' })
  const points = drawn.mock.lastCall?.[0] ?? []
  expect(points.length).toBeLessThanOrEqual(600)
  expect(points.map(({ paid }) => paid)).toContain(699)
})

test('the numbers that are taken away are those of the chart, whichever are drawn', async () => {
  const bridge = aBridge(async () => ok({ file: 'Paid per day.csv' }))
  frame(table)
  fireEvent.click(await screen.findByRole('button', { name: 'Take away: Paid per day' }))
  await press('Numbers (CSV)')
  await waitFor(() =>
    expect(bridge.asked).toEqual([
      { name: 'sheets.saveChart', input: { kind: 'csv', name: 'Paid per day', words: ['Tripod'], table } },
    ]),
  )
})
