import type { Change } from '../../shared/audit/entry'
import {
  isSameMapping,
  proposedColumns,
  settlementFieldIds,
  settlementFields,
} from '../../shared/reports/reconcile/settlementFields'
import type { SettlementReading } from '../../shared/reports/reconcile/settlementReadings'
import { signatureOf } from '../../shared/sheets/fields'
import { isRemembered, rememberedOf, remembering } from '../../shared/sheets/remembered'
import type { StaffActor } from '../../shared/staff/actor'
import { note } from '../imports/runImport'
import { settingsOf } from '../settings'
import type { Shop } from '../shop'
import { NotSaved } from '../store/store'

/**
 * Keeps how a file was read for the next one with its heads, with an entry in the trail. Nothing is kept of heads that are read so
 * anyway, nor where nothing can be saved: then it is asked again.
 */
export async function rememberReading(
  shop: Shop,
  by: StaffActor,
  header: readonly string[],
  asked: Omit<SettlementReading, 'signature'>,
): Promise<void> {
  const { mapping, unit } = asked
  const reading = { signature: signatureOf(header), mapping, unit }
  const { settlementReadings = [] } = await settingsOf(shop.store.read)
  const before = rememberedOf(settlementReadings, header)
  const proposed = proposedColumns(header)
  if (before === undefined && proposed.known && isSameMapping(proposed.mapping, mapping)) return
  if (isRemembered(settlementReadings, reading)) return
  try {
    await shop.store.transact(async (tx) => {
      const settings = await settingsOf(tx.read)
      const readings = remembering(settings.settlementReadings ?? [], reading)
      tx.settings.put({ ...settings, settlementReadings: readings })
      const summary = 'Said which column is what in a settlement file'
      await note(shop, tx, 'sheets.mapSettlement', summary, changesOf(before, reading), by)
    })
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error
  }
}

function changesOf(before: SettlementReading | undefined, after: SettlementReading): readonly Change[] {
  const record = 'Settlement file'
  const facts = [
    ...settlementFieldIds.map((field) => ({
      fact: settlementFields[field].label,
      before: before?.mapping[field] ?? null,
      after: after.mapping[field],
    })),
    { fact: 'amounts', before: before?.unit ?? null, after: after.unit },
  ]
  return facts.filter((fact) => fact.before !== fact.after).map((fact) => ({ record, ...fact }))
}
