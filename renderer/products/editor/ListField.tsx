import { ActionIcon, Button, Group, Input, Stack } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { moved } from '../moved'
import classes from './editor.module.css'

interface ListFieldProps<Row extends { readonly key: string }> {
  readonly label: string
  /** One row, as error messages and buttons name it: `highlight`. */
  readonly one: string
  readonly help: string
  readonly rows: readonly Row[]
  readonly most: number
  readonly error: string | undefined
  /** Why a row cannot be removed now, or null where it can. */
  readonly keeps?: (row: Row) => string | null
  readonly blank: () => Row
  readonly onChange: (rows: readonly Row[]) => void
  readonly children: (row: Row, index: number, change: (next: Row) => void) => ReactNode
}

/** A short list that is written line by line: Enter begins the next line, Alt with an arrow moves one. */
export function ListField<Row extends { readonly key: string }>(props: ListFieldProps<Row>) {
  const { label, one, help, rows, most, error, blank, onChange, children } = props
  const list = useRef<HTMLDivElement>(null)
  // The line is there only after the next rendering.
  const focusLine = (index: number) => {
    setTimeout(() => list.current?.querySelectorAll('[data-line]')[index]?.querySelector('input')?.focus(), 0)
  }
  const insertAfter = (index: number) => {
    if (rows.length >= most) return
    onChange(rows.toSpliced(index + 1, 0, blank()))
    focusLine(index + 1)
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      insertAfter(index)
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      onChange(moved(rows, index, index + (event.key === 'ArrowUp' ? -1 : 1)))
    }
  }
  return (
    <Input.Wrapper
      component="div"
      label={label}
      labelElement="div"
      description={help}
      error={error}
      role="group"
      aria-label={label}
    >
      <Stack gap={6} mt={6} ref={list}>
        {rows.map((row, index) => (
          <Line
            key={row.key}
            name={`${one} ${String(index + 1)}`}
            first={index === 0}
            last={index === rows.length - 1}
            keeps={props.keeps?.(row) ?? null}
            onKeyDown={(event) => onKeyDown(event, index)}
            onMove={(by) => onChange(moved(rows, index, index + by))}
            onRemove={() => {
              onChange(rows.toSpliced(index, 1))
              focusLine(Math.max(0, index - 1))
            }}
          >
            {children(row, index, (next) => onChange(rows.with(index, next)))}
          </Line>
        ))}
        {rows.length < most && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            w="fit-content"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => insertAfter(rows.length - 1)}
          >
            Add {one}
          </Button>
        )}
      </Stack>
    </Input.Wrapper>
  )
}

interface LineProps {
  readonly name: string
  readonly first: boolean
  readonly last: boolean
  readonly keeps: string | null
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
  readonly children: ReactNode
}

function Line({ name, first, last, keeps, onKeyDown, onMove, onRemove, children }: LineProps) {
  return (
    <Group gap={4} wrap="nowrap" data-line>
      <Group gap={6} wrap="nowrap" flex={1} onKeyDown={onKeyDown}>
        {children}
      </Group>
      <Group gap={0} wrap="nowrap">
        <ActionIcon className={classes.tool} disabled={first} onClick={() => onMove(-1)} aria-label={`Move ${name} up`}>
          <IconArrowUp size={14} />
        </ActionIcon>
        <ActionIcon className={classes.tool} disabled={last} onClick={() => onMove(1)} aria-label={`Move ${name} down`}>
          <IconArrowDown size={14} />
        </ActionIcon>
        <ActionIcon
          className={classes.tool}
          disabled={keeps !== null}
          title={keeps ?? undefined}
          onClick={onRemove}
          aria-label={`Remove ${name}`}
        >
          <IconX size={14} />
        </ActionIcon>
      </Group>
    </Group>
  )
}
