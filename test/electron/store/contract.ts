import { describe } from 'vitest'
import type { Store } from '../../../electron/store/store'
import { auditContract } from './auditContract'
import { commitContract } from './commitContract'
import { orderContract } from './orderContract'
import { refundContract } from './refundContract'
import { shopContract } from './shopContract'

/** Where a store of one implementation keeps its data during one test. */
export interface StorePlace {
  /** Opens what is there; the one before must be closed. */
  open(): Promise<Store>
  /** From now on commits cannot be made durable, or can again. */
  fail(failing: boolean): void
  /** Gives back what the test used. */
  leave(): Promise<void>
}

export type NewPlace = () => Promise<StorePlace>

/** What every implementation of the port must do, whatever it keeps the data in. */
export function storeContract(name: string, newPlace: NewPlace): void {
  describe(name, () => {
    describe('commits', () => commitContract(newPlace))
    describe('the shop', () => shopContract(newPlace))
    describe('orders', () => orderContract(newPlace))
    describe('refunds', () => refundContract(newPlace))
    describe('the audit trail', () => auditContract(newPlace))
  })
}
