import { MantineProvider } from '@mantine/core'
import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CopyButton } from '../../../renderer/ui/CopyButton'
import type { Column } from '../../../renderer/ui/column'
import { countSelected, nothingSelected } from '../../../renderer/ui/selection'
import { DataTable, type DataTableProps } from '../../../renderer/ui/DataTable'

interface Row {
  readonly key: string
  readonly units: number
}

const columns: readonly Column<Row>[] = [
  { id: 'key', head: 'Order', cell: ({ key }) => key },
  { id: 'units', head: 'Units', align: 'right', cell: ({ units }) => units, sort: ({ units }) => units },
]

const rowsOf = (...units: readonly number[]): readonly Row[] =>
  units.map((count, index) => ({ key: `order ${String(index + 1)}`, units: count }))

type Given = Partial<DataTableProps<Row>> & { readonly rows: readonly (Row | undefined)[] }

function List(props: Given) {
  const [selection, setSelection] = useState(nothingSelected)
  return (
    <MantineProvider env="test">
      <DataTable
        ariaLabel="Orders"
        columns={columns}
        rowKey={({ key }) => key}
        empty="No orders yet"
        selection={selection}
        onSelection={setSelection}
        {...props}
      />
      <output>{countSelected(selection, props.total ?? props.rows.length)} selected</output>
    </MantineProvider>
  )
}

const shownKeys = (): readonly (string | null)[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent ?? null)

const focused = (): string => document.activeElement?.textContent ?? ''

describe('a list', () => {
  // jsdom lays nothing out: the list is given the height of a window.
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900)
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(36)
    HTMLElement.prototype.scrollTo = () => {}
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test('j and k move, Enter opens, x selects', async () => {
    const opened = vi.fn<(row: Row) => void>()
    render(<List rows={rowsOf(1, 2, 3)} onOpen={opened} />)
    const user = userEvent.setup()
    act(() => screen.getAllByRole('row')[1]?.focus())
    await user.keyboard('jj')
    expect(focused()).toContain('order 3')
    await user.keyboard('k')
    expect(focused()).toContain('order 2')
    await user.keyboard('{Enter}')
    expect(opened.mock.calls).toEqual([[{ key: 'order 2', units: 2 }]])
    await user.keyboard('x')
    expect(screen.getAllByRole('row', { selected: true }).map((row) => row.textContent)).toEqual(['order 22'])
  })

  test('a row is told to be near when the pointer or the keys come to it, before it is opened', async () => {
    const near = vi.fn<(row: Row) => void>()
    render(<List rows={rowsOf(1, 2, 3)} onNear={near} />)
    near.mockClear()
    const user = userEvent.setup()
    await user.hover(screen.getAllByRole('row')[3] as HTMLElement)
    act(() => screen.getAllByRole('row')[1]?.focus())
    await user.keyboard('j')
    expect(near.mock.calls.flat().map(({ key }) => key)).toEqual(['order 3', 'order 1', 'order 2'])
  })

  test('only one row takes part in the tab order', () => {
    render(<List rows={rowsOf(1, 2, 3)} />)
    expect(screen.getAllByRole('row').filter((row) => row.tabIndex === 0 && row.hasAttribute('tabindex'))).toHaveLength(
      1,
    )
  })

  test('what can be pressed in a row is a stop in the row with the keys alone, so Tab leads out of a long list', async () => {
    const copying: readonly Column<Row>[] = [
      ...columns,
      { id: 'copy', head: 'Copy', cell: ({ key }) => <CopyButton value={key} what={key} /> },
    ]
    render(<List rows={rowsOf(1, 2, 3)} columns={copying} />)
    const stops = () => screen.getAllByRole('button', { name: /^Copy/u }).map(({ tabIndex }) => tabIndex)
    act(() => screen.getAllByRole('row')[1]?.focus())
    expect(stops()).toEqual([0, -1, -1])
    await userEvent.setup().keyboard('j')
    expect(stops()).toEqual([-1, 0, -1])
  })

  test('a head sorts by its values and says how', async () => {
    render(<List rows={rowsOf(2, 10, 1)} />)
    const user = userEvent.setup()
    const head = () => screen.getByRole('columnheader', { name: 'Units' })
    expect(head().getAttribute('aria-sort')).toBe('none')
    await user.click(screen.getByRole('button', { name: 'Units' }))
    expect(head().getAttribute('aria-sort')).toBe('ascending')
    expect(shownKeys()).toEqual(['order 3', 'order 1', 'order 2'])
    await user.click(screen.getByRole('button', { name: 'Units' }))
    expect(head().getAttribute('aria-sort')).toBe('descending')
    expect(shownKeys()).toEqual(['order 2', 'order 1', 'order 3'])
  })

  test('of 100,000 rows only those in view are in the page, and their range is asked for', () => {
    const onRange = vi.fn<(offset: number, limit: number) => void>()
    render(<List rows={new Array<undefined>(100_000)} total={100_000} onRange={onRange} />)
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('100001')
    const [offset, limit] = onRange.mock.calls.at(-1) ?? []
    expect(offset).toBe(0)
    expect(limit).toBeGreaterThan(10)
  })

  const boxes = () => screen.getAllByLabelText('Select this row')
  const selectedCount = () => screen.getByText(/ selected$/u).textContent

  test('"all" means all that the list has, however few are in the page, and says how many (givewp #2334)', async () => {
    render(<List rows={[...rowsOf(1, 2, 3), ...new Array<undefined>(249_997)]} total={250_000} />)
    const user = userEvent.setup()
    await user.click(screen.getByLabelText('Select all 2,50,000'))
    expect(selectedCount()).toBe('250000 selected')
    await user.click(boxes()[1] as HTMLElement)
    expect(selectedCount()).toBe('249999 selected')
    expect(
      boxes()
        .map((box) => (box as HTMLInputElement).checked)
        .slice(0, 3),
    ).toEqual([true, false, true])
    await user.click(screen.getByLabelText('Select all 2,50,000'))
    expect(selectedCount()).toBe('250000 selected')
  })

  test('Shift chooses all rows from the one before, with the mouse and with x', async () => {
    render(<List rows={rowsOf(1, 2, 3, 4, 5, 6)} />)
    const user = userEvent.setup()
    await user.click(boxes()[1] as HTMLElement)
    await user.keyboard('{Shift>}')
    await user.click(boxes()[3] as HTMLElement)
    await user.keyboard('{/Shift}')
    expect(selectedCount()).toBe('3 selected')
    act(() => screen.getAllByRole('row')[6]?.focus())
    await user.keyboard('{Shift>}X{/Shift}')
    expect(selectedCount()).toBe('5 selected')
  })

  test('a range whose rows are not all here is asked for, never cut short', async () => {
    const asked = vi.fn<(offset: number, limit: number) => void>()
    const rows = [...rowsOf(1, 2), undefined, undefined, ...rowsOf(5)]
    render(<List rows={rows} onSelectRange={asked} />)
    const user = userEvent.setup()
    await user.click(boxes()[1] as HTMLElement)
    await user.keyboard('{Shift>}')
    // Rows that have not come yet have no box.
    await user.click(boxes()[2] as HTMLElement)
    expect(asked.mock.calls).toEqual([[1, 4]])
    expect(selectedCount()).toBe('1 selected')
  })

  test('nothing at all and nothing found are said differently', () => {
    const { rerender } = render(<List rows={[]} />)
    expect(screen.getByText('No orders yet')).toBeTruthy()
    rerender(<List rows={[]} nothingFound="No order fits" />)
    expect(screen.getByText('No order fits')).toBeTruthy()
  })

  test('a row opens to its detail with Enter and closes again', async () => {
    render(<List rows={rowsOf(1, 2)} detail={({ key }) => `what changed in ${key}`} />)
    const user = userEvent.setup()
    act(() => screen.getAllByRole('row')[1]?.focus())
    await user.keyboard('{Enter}')
    expect(screen.getByText('what changed in order 1')).toBeTruthy()
    expect(screen.getByRole('row', { expanded: true }).textContent).toContain('order 1')
    await user.keyboard('{Enter}')
    expect(screen.queryByText('what changed in order 1')).toBeNull()
  })
})
