import { ActionIcon, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useRowStop } from './activeRow'

interface CopyButtonProps {
  readonly value: string
  /** What is copied: "phone number". */
  readonly what: string
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ value, what }: CopyButtonProps) {
  const clipboard = useClipboard({ timeout: 1500 })
  const stop = useRowStop()
  const label = clipboard.copied ? 'Copied' : `Copy ${what}`
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" tabIndex={stop} aria-label={label} onClick={() => clipboard.copy(value)}>
        {clipboard.copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </ActionIcon>
    </Tooltip>
  )
}
