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
    case 'refund batch':
      return `Refund batch ${put.after.number}`
    case 'settings':
      return 'Shop'
  }
}

/** The lines of a batch and what a file says of a job's orders never change, and each of those orders tells of its own. */
function told<Record extends object>({ kind }: Put, record: Record | null): object | null {
  if (record === null) return null
  if (kind === 'refund batch') return { ...record, lines: null }
  return kind === 'bulk part' ? { ...record, news: null } : record
}

/** What a commit changes, fact by fact, as text that people read. */
export const changesOf = (puts: readonly Put[]): readonly Change[] =>
  puts.flatMap((put) => changesBetween(nameOf(put), told(put, put.before), told(put, put.after)))
