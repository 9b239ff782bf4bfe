import { Button, Popover, Text, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import classes from './FilterMenu.module.css'

interface FilterMenuProps {
  readonly label: string
  /** The choices; `close` puts them away after a choice that is complete. */
  readonly children: (close: () => void) => ReactNode
}

/** A filter's button with its choices below. What is chosen is shown by the chip, not here. */
export function FilterMenu({ label, children }: FilterMenuProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} p="sm">
        {children(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  )
}

interface ChoiceListProps<Value extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly chosen: Value | undefined
  readonly onChoose: (value: Value) => void
}

/** From this many on the choices can be searched. */
const many = 8

/** A filter that is one of a few named things; closes with the choice. */
export function ChoiceMenu<Value extends string>(props: ChoiceListProps<Value>) {
  return (
    <FilterMenu label={props.label}>
      {(close) => (
        <ChoiceList
          {...props}
          onChoose={(value) => {
            props.onChoose(value)
            close()
          }}
        />
      )}
    </FilterMenu>
  )
}

/** A few named things of which one is chosen. */
export function ChoiceList<Value extends string>({ label, choices, chosen, onChoose }: ChoiceListProps<Value>) {
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLocaleLowerCase()
  const shown = choices.filter((choice) => choice.label.toLocaleLowerCase().includes(wanted))
  return (
    <>
      {choices.length >= many && (
        <TextInput
          size="xs"
          mb={8}
          data-autofocus
          aria-label={`Search ${label.toLocaleLowerCase()}`}
          placeholder="Type to narrow down"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      <div role="group" aria-label={label} className={classes.choices}>
        {shown.map((choice) => (
          <button
            key={choice.value}
            type="button"
            className={classes.choice}
            aria-pressed={choice.value === chosen}
            onClick={() => onChoose(choice.value)}
          >
            {choice.label}
          </button>
        ))}
        {shown.length === 0 && (
          <Text size="sm" c="dimmed">
            None
          </Text>
        )}
      </div>
    </>
  )
}
