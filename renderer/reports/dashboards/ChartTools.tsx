import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconArrowsHorizontal, IconTrash } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import classes from './dashboards.module.css'

interface ChartToolsProps {
  /** The chart's name, for whoever hears the buttons. */
  readonly name: string
  readonly first: boolean
  readonly last: boolean
  readonly wide: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onWiden: () => void
  readonly onRemove: () => void
}

/** Places a chart while its dashboard is arranged. */
export function ChartTools({ name, first, last, wide, onMove, onWiden, onRemove }: ChartToolsProps) {
  return (
    <div className={classes.tools}>
      <Tool label={`Earlier: ${name}`} icon={IconArrowLeft} off={first} onPress={() => onMove(-1)} />
      <Tool label={`Later: ${name}`} icon={IconArrowRight} off={last} onPress={() => onMove(1)} />
      <Tool
        label={wide ? `Half the width: ${name}` : `Whole width: ${name}`}
        icon={IconArrowsHorizontal}
        onPress={onWiden}
      />
      <Tool label={`Remove: ${name}`} icon={IconTrash} onPress={onRemove} />
    </div>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: ComponentType<{ size: number; 'aria-hidden': true }>
  readonly off?: boolean
  readonly onPress: () => void
}

function Tool({ label, icon: Icon, off = false, onPress }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={off} onClick={onPress}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
