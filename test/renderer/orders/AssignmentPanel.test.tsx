import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AssignmentPanel } from '../../../renderer/orders/AssignmentPanel'
import { NoteField } from '../../../renderer/orders/NoteField'
import { pressPageKey } from '../../../renderer/ui/pageKeys'
import { ok, refuse } from '../../../shared/result'
import { staffId } from '../../shared/builders'
import { anOrder, placedAt } from '../../shared/orderBuilders'
import { aBridge } from '../aBridge'
import { press } from '../press'
import { shown } from '../shown'
import { writeProse } from '../write'

const mine = { at: placedAt, by: 'Ravi Menon', to: { staffId, name: 'Meera Iyer' } }

test('a on an order assigns it to whoever is there, once', async () => {
  const { asked } = aBridge(async ({ name }) => ok(name === 'orders.assignees' ? [] : { id: anOrder().id }))
  shown(<AssignmentPanel order={anOrder()} />)
  await screen.findByText('Assign to me')
  expect(pressPageKey('a')).toBe(true)
  pressPageKey('a')
  await waitFor(() => expect(asked.filter(({ name }) => name === 'orders.assign')).toHaveLength(1))
  expect(asked.at(-1)?.input).toMatchObject({ id: anOrder().id, to: staffId })
})

test('one who has the order is not offered it again', async () => {
  const { asked } = aBridge(async () => ok([{ id: staffId, name: 'Meera Iyer' }]))
  shown(<AssignmentPanel order={anOrder({ assignments: [mine] })} />)
  await screen.findByDisplayValue('Meera Iyer (you)')
  expect(screen.queryByText('Assign to me')).toBeNull()
  pressPageKey('a')
  expect(asked.map(({ name }) => name)).toEqual(['orders.assignees'])
})

test('n goes to the note, and what could not be added stays in the field with the reason', async () => {
  const { asked } = aBridge(async () => refuse('note-empty', 'Write the note first.', 'text'))
  shown(<NoteField orderId={anOrder().id} />)
  const field = await screen.findByLabelText('Note')
  pressPageKey('n')
  expect(document.activeElement).toBe(field)
  await writeProse('Note', 'Called back')
  await press('Add the note')
  await screen.findByText('Write the note first.')
  expect(field).toHaveProperty('value', 'Called back')
  expect(asked[0]).toMatchObject({ name: 'orders.addNote', input: { text: 'Called back' } })
})

test('a page that is left takes its keys with it', async () => {
  aBridge(async () => ok([]))
  const { unmount } = shown(<NoteField orderId={anOrder().id} />)
  await screen.findByLabelText('Note')
  unmount()
  expect(pressPageKey('n')).toBe(false)
})
