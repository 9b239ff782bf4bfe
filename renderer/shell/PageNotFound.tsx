import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../ui/EmptyState'
import { PageShell } from '../ui/PageShell'

/** An address that leads nowhere. */
export function PageNotFound() {
  return (
    <PageShell title="No such page">
      <EmptyState
        title="This address leads nowhere"
        action={
          <Button renderRoot={(props) => <Link to="/" {...props} />} variant="default">
            Go to the first page
          </Button>
        }
      >
        The page may have been called otherwise in an older version.
      </EmptyState>
    </PageShell>
  )
}
