import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'

interface SearchFieldProps {
  readonly value: string
  /** Called when typing pauses. */
  readonly onChange: (text: string) => void
  readonly label: string
  readonly placeholder?: string | undefined
}

const pause = 200

/** The search of a list. `/` focuses it, Escape empties and leaves it. */
export function SearchField({ value, onChange, label, placeholder }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [last, setLast] = useState(value)
  // The address changed otherwise than by typing: a chip was dropped, or Back was pressed.
  if (value !== last) {
    setLast(value)
    if (value !== typed.trim()) setTyped(value)
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string, wait: number) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setLast(text.trim())
      onChange(text.trim())
    }, wait)
  }
  return (
    <TextInput
      type="search"
      size="xs"
      w={260}
      aria-label={label}
      placeholder={placeholder ?? label}
      value={typed}
      data-list-search
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        typed === '' ? (
          <Kbd size="xs" aria-hidden>
            /
          </Kbd>
        ) : (
          <CloseButton size="sm" aria-label="Empty the search" onClick={() => type('', 0)} />
        )
      }
      onChange={({ currentTarget }) => type(currentTarget.value, pause)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') type(typed, 0)
        if (event.key !== 'Escape') return
        event.stopPropagation()
        if (typed === '') event.currentTarget.blur()
        else type('', 0)
      }}
    />
  )
}
