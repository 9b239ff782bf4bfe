import type { Remembered } from '../../sheets/remembered'
import type { SettlementFieldId } from './settlementFields'
import type { AmountUnit } from './settlementFile'

/** How settlement files of one making were read the last time, where somebody had to say it. */
export interface SettlementReading extends Remembered<SettlementFieldId> {
  readonly unit: AmountUnit
}

/** What the shop knows of gateways' files. */
export interface ReconcileSettings {
  /** The latest last; absent before the first. */
  readonly settlementReadings?: readonly SettlementReading[]
}
