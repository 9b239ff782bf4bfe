import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { BarList } from '../../../../renderer/ui/chart/BarList'
import { HeatMap } from '../../../../renderer/ui/chart/HeatMap'
import { minor } from '../../../../shared/money'
import { chartTable } from '../../../../shared/reports/chartTable'
import { shown } from '../../shown'
import { laidOut } from './laidOut'

laidOut()

const map = (onOpen?: (place: { readonly line: number; readonly column: number }) => void) =>
  shown(
    <HeatMap
      name="Orders by hour"
      title="Most orders come on Tuesday at 10"
      head="Weekday, orders by hour"
      lines={['Monday', 'Tuesday']}
      columns={['09', '10']}
      value={{ kind: 'count', unit: 'order' }}
      cells={[
        [0, 3],
        [null, 12],
      ]}
      onOpen={onOpen}
    />,
  )

test('every cell says what it is; what is not known is not nothing', async () => {
  map()
  const cells = await screen.findAllByRole('gridcell')
  expect(cells.map((cell) => cell.getAttribute('aria-label'))).toEqual([
    'Monday, 09: 0 orders',
    'Monday, 10: 3 orders',
    'Tuesday, 09: not known',
    'Tuesday, 10: 12 orders',
  ])
  expect(cells.map(({ textContent }) => textContent)).toEqual(['0', '3', '–', '12'])
})

test('arrow keys go from cell to cell and not beyond; Enter opens', async () => {
  const open = vi.fn()
  map(open)
  const grid = await screen.findByRole('grid', { name: 'Orders by hour' })
  fireEvent.focus(grid)
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight']) fireEvent.keyDown(grid, { key })
  expect(screen.getByRole('status').textContent).toBe('Tuesday, 10: 12 orders')
  expect(screen.getByRole('gridcell', { selected: true }).id).toBe(grid.getAttribute('aria-activedescendant'))
  fireEvent.keyDown(grid, { key: 'Enter' })
  expect(open).toHaveBeenCalledExactlyOnceWith({ line: 1, column: 1 })
})

test('its table has a line a row and the dash of what is not known', async () => {
  map()
  fireEvent.click(await screen.findByRole('button', { name: 'Show as table: Orders by hour' }))
  const rows = within(screen.getByRole('region', { name: /table$/u })).getAllByRole('row')
  expect(rows.map(({ textContent }) => textContent)).toEqual(['Weekday, orders by hour0910', 'Monday03', 'Tuesday–12'])
})

test('a list of bars leads from each bar to what is behind it', async () => {
  const open = vi.fn()
  const table = chartTable(
    [
      { kind: 'text', key: 'mode', head: 'Mode' },
      { kind: 'money', currency: 'INR', key: 'paid', head: 'Paid' },
    ],
    [
      { mode: 'UPI', paid: minor(500_00) },
      { mode: 'Card', paid: minor(0) },
    ],
  )
  shown(<BarList name="Paid by mode" title="UPI brings all" table={table} bar="paid" onOpen={open} />)
  const chart = await screen.findByRole('application')
  fireEvent.focus(chart)
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('UPIPaid₹500'))
  fireEvent.keyDown(chart, { key: 'ArrowDown' })
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('CardPaid₹0'))
  fireEvent.keyDown(chart, { key: 'Enter' })
  expect(open).toHaveBeenCalledExactlyOnceWith(1)
})
