import type { Role } from '../../shared/staff/account'

/** What each role may do, as the account form says it (programme rules, "Who works with it"). */
export const roleFacts: Record<Role, { readonly label: string; readonly may: string }> = {
  merchandiser: { label: 'Merchandiser', may: 'Products, campaign drafts, offers and previews' },
  support: { label: 'Support', may: 'Orders, payments, cancellations, shipping and refunds' },
  manager: { label: 'Manager', may: 'Launches, settlements, calling off, audit trail and accounts' },
}
