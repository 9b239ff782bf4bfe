import { Button, Group, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import type { OrderId } from '../../shared/ids'
import { useCommand } from '../api'
import { usePageKey } from '../ui/pageKeys'
import classes from './order.module.css'

const longest = 2000

/** Adds a note to the order: `n` goes there, Ctrl Enter saves, Esc leaves what was typed for later. */
export function NoteField({ orderId }: { readonly orderId: OrderId }) {
  const { run, running } = useCommand('orders.addNote')
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  usePageKey('n', () => field.current?.focus())
  const empty = text.trim() === ''
  const save = async () => {
    if (empty) return
    const result = await run({ id: orderId, text })
    if (result.ok) setText('')
    setError(result.ok ? null : result.refusal.message)
  }
  return (
    <form
      className={classes.noteField}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Textarea
        ref={field}
        aria-label="Note"
        placeholder="Write a note"
        description="Seen by staff alone; it cannot be changed or removed later"
        rows={2}
        resize="vertical"
        maxLength={longest}
        value={text}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        }}
      />
      {!empty && (
        <Group justify="flex-end">
          <Button type="submit" size="xs" loading={running}>
            Add the note
          </Button>
        </Group>
      )}
    </form>
  )
}
