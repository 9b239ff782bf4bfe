import type { ErrorComponentProps } from '@tanstack/react-router'
import { ErrorState } from '../ui/ErrorState'
import { PageShell } from '../ui/PageShell'

/** A page that broke while it was drawn: a defect of ours, never shown as a stack. */
export function PageFailed({ reset }: ErrorComponentProps) {
  return (
    <PageShell title="This page">
      <ErrorState message="The page broke while it was drawn." retry={reset} />
    </PageShell>
  )
}
