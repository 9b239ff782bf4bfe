import { id, type NoteId } from '../ids'
import { refuse, ok, type Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { Order } from './order'

/** Adds what someone wrote about the order, in whatever state it is. Only an empty note is refused. */
export function addNote(order: Order, text: string, by: Actor, at: Instant): Result<Order> {
  if (text.trim() === '') return refuse('note-empty', 'Write the note first.', 'text')
  const note = { id: id<NoteId>(`${order.id}-n${String(order.notes.length + 1)}`), text, at, by: actorName(by) }
  return ok({ ...order, notes: [...order.notes, note] })
}
