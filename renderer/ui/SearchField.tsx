import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'

interface SearchFieldProps {
  readonly value: string
  /** Called with each letter, or when typing pauses. */
  readonly onChange: (text: string) => void
  /** Milliseconds without a further letter before it asks: for lists that take long to search. */
  readonly pause?: number | undefined
  readonly label: string
  readonly placeholder?: string | undefined
}

/** The search of a list. `/` focuses it, Escape empties and leaves it. */
export function SearchField({ value, onChange, pause = 0, label, placeholder }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [last, setLast] = useState(value)
  /** What was asked for and has not come back as the value yet: whoever types is ahead of the address. */
  const [asked, setAsked] = useState<readonly string[]>([])
  if (value !== last) {
    setLast(value)
    const answered = asked.indexOf(value)
    setAsked(asked.slice(answered < 0 ? asked.length : answered + 1))
    // The address changed otherwise than by typing: a chip was dropped, or Back was pressed.
    if (answered < 0) setTyped(value)
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string, wait: number) => {
    setTyped(text)
    clearTimeout(timer.current)
    const wanted = text.trim()
    const ask = () => {
      if (wanted === (asked.at(-1) ?? value)) return
      setAsked((others) => [...others, wanted])
      onChange(wanted)
    }
    if (wait === 0) ask()
    else timer.current = setTimeout(ask, wait)
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
