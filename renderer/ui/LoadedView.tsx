import { Skeleton, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Loaded } from '../api'
import { ErrorState } from './ErrorState'
import { useShownLate } from './useShownLate'

interface LoadedViewProps<T> {
  readonly of: Loaded<T>
  /** What stands here meanwhile, of the final height. */
  readonly skeleton?: ReactNode
  readonly children: (value: T) => ReactNode
}

/** Shows what was asked for, or that it is on its way, or why it is not here. */
export function LoadedView<T>({ of, skeleton, children }: LoadedViewProps<T>) {
  const late = useShownLate(of.state === 'loading')
  if (of.state === 'loaded') return children(of.value)
  if (of.state === 'failed') return <ErrorState message={of.message} retry={of.retry} />
  return (
    <div aria-busy="true" style={{ visibility: late ? 'visible' : 'hidden' }}>
      {skeleton ?? (
        <Stack gap="sm">
          <Skeleton height={20} width="40%" />
          <Skeleton height={120} />
          <Skeleton height={120} />
        </Stack>
      )}
    </div>
  )
}
