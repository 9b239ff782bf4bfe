import type { Role } from '../../shared/staff/account'
import type { SampleAccount } from '../../shared/shop/requests'

interface SampleMember extends SampleAccount {
  readonly role: Role
}

/** Three members of staff, one a role. Their passwords are no secret: the sign-in page of the sample shop shows them. */
export const sampleStaff = {
  merchandiser: {
    signInName: 'asha',
    password: 'asha-sample-shop',
    name: 'Asha Nair',
    roleWords: 'Merchandiser: products, campaign drafts, the order of the list',
    role: 'merchandiser',
  },
  support: {
    signInName: 'ravi',
    password: 'ravi-sample-shop',
    name: 'Ravi Menon',
    roleWords: 'Support: orders, cancellations, refunds, shipping',
    role: 'support',
  },
  manager: {
    signInName: 'meera',
    password: 'meera-sample-shop',
    name: 'Meera Iyer',
    roleWords: 'Manager: approves launches and settlements, calls off, staff accounts',
    role: 'manager',
  },
} as const satisfies Record<Role, SampleMember>

export const sampleAccounts: readonly SampleAccount[] = Object.values(sampleStaff).map(
  ({ signInName, password, name, roleWords }) => ({ signInName, password, name, roleWords }),
)
