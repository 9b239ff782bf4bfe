import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import type { Column } from './column'
import classes from './ColumnMenu.module.css'
import type { ColumnLayout } from './useColumnLayout'

interface ColumnMenuProps<Row> {
  /** Every column that the list can show. */
  readonly all: readonly Column<Row>[]
  readonly layout: ColumnLayout<Row>
}

/** Chooses a list's columns and their order; at least one stays. */
export function ColumnMenu<Row>({ all, layout }: ColumnMenuProps<Row>) {
  const shown = layout.columns.map(({ id }) => id)
  const hidden = all.filter(({ id }) => !shown.includes(id))
  const move = (id: string, by: number) => {
    const place = shown.indexOf(id)
    layout.show(shown.filter((other) => other !== id).toSpliced(place + by, 0, id))
  }
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label="Columns">
          <ActionIcon variant="default" size={30} aria-label="Columns">
            <IconColumns3 size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns" p="sm" className={classes.menu}>
        <ul className={classes.columns} aria-label="Shown columns">
          {layout.columns.map(({ id, head }, place) => (
            <li key={id} className={classes.column}>
              <Checkbox
                label={head}
                checked
                disabled={shown.length === 1}
                onChange={() => layout.show(shown.filter((other) => other !== id))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Move ${head} to the left`}
                disabled={place === 0}
                onClick={() => move(id, -1)}
              >
                <IconArrowUp size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Move ${head} to the right`}
                disabled={place === shown.length - 1}
                onClick={() => move(id, 1)}
              >
                <IconArrowDown size={14} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
        {hidden.length > 0 && (
          <ul className={classes.columns} aria-label="Hidden columns">
            {hidden.map(({ id, head }) => (
              <li key={id} className={classes.column}>
                <Checkbox label={head} checked={false} onChange={() => layout.show([...shown, id])} />
              </li>
            ))}
          </ul>
        )}
        <Button variant="subtle" color="gray" size="compact-sm" disabled={!layout.changed} onClick={layout.reset}>
          As usual
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
