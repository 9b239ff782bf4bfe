import { fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Column } from '../../../renderer/ui/column'
import { ColumnMenu } from '../../../renderer/ui/ColumnMenu'
import { DataTable } from '../../../renderer/ui/DataTable'
import { useColumnLayout } from '../../../renderer/ui/useColumnLayout'
import { staffId } from '../../shared/builders'
import { shown } from '../shown'

interface Row {
  readonly key: string
}

const all: readonly Column<Row>[] = ['Number', 'Phone', 'City', 'Total'].map((head) => ({
  id: head.toLowerCase(),
  head,
  width: '100px',
  cell: ({ key }) => `${head} of ${key}`,
}))
const usual = ['number', 'phone', 'total']
const kept = `columns of orders for ${staffId}`

function List() {
  const layout = useColumnLayout('orders', all, usual)
  return (
    <>
      <ColumnMenu all={all} layout={layout} />
      <DataTable
        ariaLabel="Orders"
        columns={layout.columns}
        onResize={layout.resize}
        onFit={layout.fit}
        rows={[{ key: 'one' }]}
        rowKey={({ key }) => key}
        empty="No orders yet"
      />
    </>
  )
}

const heads = async (): Promise<readonly (string | null)[]> =>
  (await screen.findAllByRole('columnheader')).map(({ textContent }) => textContent)
const track = () => screen.getAllByRole('row')[0]?.style.gridTemplateColumns
const open = async () => {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Columns' }))
  return user
}

describe('the columns of a list', () => {
  beforeEach(() => localStorage.clear())
  afterEach(() => localStorage.clear())

  test('are the usual ones until somebody chooses, and that choice is found again', async () => {
    const first = shown(<List />)
    expect(await heads()).toEqual(['Number', 'Phone', 'Total'])
    const user = await open()
    await user.click(screen.getByLabelText('Phone'))
    await user.click(screen.getByLabelText('City'))
    expect(await heads()).toEqual(['Number', 'Total', 'City'])
    first.unmount()
    shown(<List />)
    expect(await heads()).toEqual(['Number', 'Total', 'City'])
  })

  test('stand in the order that was chosen', async () => {
    shown(<List />)
    const user = await open()
    await user.click(screen.getByRole('button', { name: 'Move Total to the left' }))
    expect(await heads()).toEqual(['Number', 'Total', 'Phone'])
    expect(screen.getByRole('button', { name: 'Move Number to the left' }).hasAttribute('disabled')).toBe(true)
  })

  test('the last one cannot be hidden', async () => {
    localStorage.setItem(kept, JSON.stringify({ shown: ['total'], widths: {} }))
    shown(<List />)
    await open()
    const list = screen.getByRole('list', { name: 'Shown columns' })
    expect(within(list).getByLabelText('Total').hasAttribute('disabled')).toBe(true)
  })

  test('take the width that they are given by key, and fit again', async () => {
    shown(<List />)
    const edge = await screen.findByRole('button', { name: /^Width of Phone/u })
    fireEvent.keyDown(edge, { key: 'ArrowRight' })
    // jsdom lays nothing out, so the column was 0 px wide: what is too narrow to be read is brought into bounds.
    expect(track()).toBe('100px 48px 100px')
    fireEvent.keyDown(edge, { key: 'Home' })
    expect(track()).toBe('100px 100px 100px')
  })

  test('a kept choice that cannot be read, or names what no longer exists, is no reason to show nothing', async () => {
    localStorage.setItem(kept, '{"shown":["gone"],"widths":{}}')
    const first = shown(<List />)
    expect(await heads()).toEqual(['Number', 'Phone', 'Total'])
    first.unmount()
    localStorage.setItem(kept, 'not a layout')
    shown(<List />)
    expect(await heads()).toEqual(['Number', 'Phone', 'Total'])
  })
})
