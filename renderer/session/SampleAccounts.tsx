import { Text } from '@mantine/core'
import type { SampleAccount } from '../../shared/shop/requests'
import classes from './SampleAccounts.module.css'

interface SampleAccountsProps {
  readonly accounts: readonly SampleAccount[]
  readonly onChoose: (account: SampleAccount) => void
}

/** The sample shop's accounts with their passwords: there is nothing to protect in it. */
export function SampleAccounts({ accounts, onChoose }: SampleAccountsProps) {
  return (
    <section aria-label="Accounts of the sample shop" className={classes.accounts}>
      <Text size="sm" c="dimmed">
        The sample shop has one account for each role. Choose one to fill it in.
      </Text>
      {accounts.map((account) => (
        <button key={account.signInName} type="button" className={classes.account} onClick={() => onChoose(account)}>
          <span className={classes.name}>{account.name}</span>
          <span className={classes.role}>{account.roleWords}</span>
          <span className={classes.secret}>
            {account.signInName} · {account.password}
          </span>
        </button>
      ))}
    </section>
  )
}
