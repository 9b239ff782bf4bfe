import type { Sample } from '../shops'
import { sampleAccounts } from './accounts'

/** The sample shop, as the program offers it. How it is made, and its pictures, are loaded only when it is. */
export const sampleShop: Sample = {
  accounts: sampleAccounts,
  make: async (folder, at) => (await import('./makeSampleShop')).makeSampleShop(folder, at),
}
