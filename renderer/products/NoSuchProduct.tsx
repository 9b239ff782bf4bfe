import { IconPackageOff } from '@tabler/icons-react'
import { EmptyState } from '../ui/EmptyState'
import { PageShell } from '../ui/PageShell'

export function NoSuchProduct() {
  return (
    <PageShell title="No such product" crumbs={[{ label: 'Products', link: { to: '/products' } }]}>
      <EmptyState icon={IconPackageOff} title="There is no product at this address">
        The address may be incomplete. All products are on the list, archived ones behind its switch.
      </EmptyState>
    </PageShell>
  )
}
