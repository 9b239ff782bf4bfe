import { changesBetween } from '../../shared/audit/describeChange'
import type { Change } from '../../shared/audit/entry'
import type { Put } from '../store/store'

/** How a record is called in the trail, without personal data of supporters. */
function nameOf(put: Put): string {
  switch (put.kind) {
    case 'product':
      return `Product ${put.after.name}`
    case 'maker':
      return `Maker ${put.after.name}`
    case 'campaign':
      return 'Campaign'
    case 'order':
      return `Order ${put.after.number}`
    case 'account':
      return `Account ${put.after.signInName}`
    case 'bulk job':
    case 'bulk part':
      return 'Bulk job'
    case 'settings':
      return 'Shop'
  }
}

/** What a commit changes, fact by fact, as text that people read. */
export const changesOf = (puts: readonly Put[]): readonly Change[] =>
  puts.flatMap((put) => changesBetween(nameOf(put), put.before, put.after))
