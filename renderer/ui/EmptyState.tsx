import { Text } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  readonly icon?: Icon | undefined
  /** What would be here. */
  readonly title: string
  readonly children?: ReactNode
  /** The one action that puts something here, or the filter to drop. */
  readonly action?: ReactNode
}

/** Says what would be here and how it gets here. */
export function EmptyState({ icon: IconShown, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {IconShown !== undefined && <IconShown size={32} stroke={1.25} aria-hidden className={classes.icon} />}
      <Text fw={600}>{title}</Text>
      {children !== undefined && (
        <Text size="sm" c="dimmed" maw={460} component="div">
          {children}
        </Text>
      )}
      {action}
    </div>
  )
}
