import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { EmptyState } from './EmptyState'

interface ErrorStateProps {
  /** What happened, as a sentence. */
  readonly message: string
  readonly retry?: (() => void) | undefined
}

/** Says what happened and that the data is as it was. */
export function ErrorState({ message, retry }: ErrorStateProps) {
  return (
    <div role="alert">
      <EmptyState
        icon={IconAlertTriangle}
        title="This could not be shown"
        action={
          retry && (
            <Button variant="default" onClick={retry}>
              Try again
            </Button>
          )
        }
      >
        {message} Nothing was changed.
      </EmptyState>
    </div>
  )
}
