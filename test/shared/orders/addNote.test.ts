import { expect, test } from 'vitest'
import { addNote } from '../../../shared/orders/addNote'
import { later, minute } from '../../../shared/time'
import { allowed, anActor, refusedBy } from '../builders'
import { anOrder, aShipment, placedAt } from '../orderBuilders'

const at = later(placedAt, minute)

test('a note says who and when and is added to those before it, whatever the state of the order', () => {
  const first = allowed(addNote(anOrder({ shipment: aShipment() }), 'Asked where it is', anActor(), at))
  const second = allowed(addNote(first, 'Called back', anActor({ name: 'Ravi Menon' }), later(at, minute)))
  expect(second.notes).toEqual([
    { id: 'o0000000001-n1', text: 'Asked where it is', at, by: 'Meera Iyer' },
    { id: 'o0000000001-n2', text: 'Called back', at: later(at, minute), by: 'Ravi Menon' },
  ])
})

test('an empty note is refused at its field', () => {
  expect(refusedBy(addNote(anOrder(), ' \n', anActor(), at))).toMatchObject({ code: 'note-empty', field: 'text' })
})
