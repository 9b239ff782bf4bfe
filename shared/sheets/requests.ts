import { z } from 'zod'
import { orderColumnIds } from '../orders/columns'
import { idSchema, type BulkJobId, type OrderId } from '../ids'
import { bulkOutcomes, bulkScopeSchema } from '../bulk/requests'
import { orderSorts } from '../orders/requests'
import { refundColumnIds } from '../refunds/columns'
import { refundFilterSchema } from '../refunds/requests'
import type { Currency, Minor } from '../money'
import { lineSchema, output, query, sliceShape, type Slice } from '../request'
import { courierFieldIds, type CourierFieldId } from './courierFields'
import { mappingSchema, type Mapping } from './fields'
import { chartFileSchema, madeReportSchema, pagePdfSchema, scheduleId } from './takeaway'
import { importFieldIds, type ImportFieldId } from './importFields'

export const sheetFormats = ['csv', 'xlsx'] as const
export type SheetFormat = (typeof sheetFormats)[number]

/** Where reports are written to. */
export interface ReportFolder {
  /** Null until one was chosen on this machine. */
  readonly folder: string | null
}

/** A long deed that is under way; in rows, or in bytes while a file is read. */
export interface SheetDeed {
  readonly deed: 'export' | 'rehearse' | 'import' | 'reconcile'
  readonly done: number
  readonly total: number
  readonly cancellable: boolean
}

/** A CSV file that was chosen. */
export interface ChosenFile {
  readonly fileId: string
  /** Its name without its folder. */
  readonly file: string
  readonly header: readonly string[]
  /** Its first rows. */
  readonly rows: readonly (readonly string[])[]
}

/** A file of another program, with what is needed to say which column is what. */
export interface MappedFile<Id extends string> extends ChosenFile {
  readonly mapping: Mapping<Id>
  /** Whether the mapping is that of the last file of this making, and not a guess. */
  readonly remembered: boolean
}

/** A file of a storefront's orders. */
export type ChosenImport = MappedFile<ImportFieldId>

export interface RowProblem {
  /** Of the file, counted from one. */
  readonly line: number
  /** Null where the whole row is meant. */
  readonly field: ImportFieldId | null
  /** The column's head in the file; null where it has none. */
  readonly column: string | null
  /** What is wrong and what to do, as a sentence. */
  readonly what: string
}

/** What an import would come to. */
export interface ImportReport {
  readonly rows: number
  /** Rows with a problem; nothing is imported while there are any. */
  readonly bad: number
  /** Rows whose orders came with an earlier import; they stay as they are. */
  readonly known: number
  /** Orders that would come. */
  readonly ready: number
  /** Of these, paid in time, and with money that came late and would be owed back. */
  readonly paid: number
  readonly late: number
  readonly campaigns: readonly {
    readonly label: string
    readonly currency: Currency
    readonly orders: number
    readonly units: number
    readonly amount: Minor
  }[]
  /** Of the first thousand bad rows. */
  readonly problems: readonly RowProblem[]
}

/** A courier's file. */
export interface ChosenCourierFile extends MappedFile<CourierFieldId> {
  /** Of the rows that name none, as the last time; empty before the first. */
  readonly carrier: string
}

export const courierVerdicts = ['ships', 'gets its number', 'delivered', 'known', 'refused', 'no such order'] as const
export type CourierVerdict = (typeof courierVerdicts)[number]

/** What one row of a courier's file would do. */
export interface CourierRow {
  /** Of the file, counted from one. */
  readonly line: number
  /** As the file names it. */
  readonly order: string
  readonly orderId: OrderId | null
  readonly trackingNumber: string
  readonly verdict: CourierVerdict
  /** A sentence about it. */
  readonly says: string
}

/** What a courier's file would do. Nothing was changed for it. */
export interface CourierReport {
  /** What starts it as a bulk job. */
  readonly rehearsalId: BulkJobId
  readonly rows: number
  /** Orders that would change. */
  readonly orders: number
  readonly counts: Readonly<Record<CourierVerdict, number>>
}

/** The file's name without its folder, and how many rows are in it. */
export interface ExportedSheet {
  readonly file: string
  readonly rows: number
}

const format = z.enum(sheetFormats)

/** The columns as they stand on screen, each once. */
const columnsOf = <Id extends string>(ids: readonly [Id, ...Id[]]) =>
  z
    .array(z.enum(ids))
    .min(1)
    .max(ids.length)
    .refine((chosen) => new Set(chosen).size === chosen.length, 'Each column stands once.')

export const fileId = z.string().min(1).max(100)

const mapping = mappingSchema(importFieldIds)

const rowsOfRehearsal = { rehearsalId: idSchema<BulkJobId>(), verdict: z.enum(courierVerdicts).nullable() }

const exported = output<ExportedSheet | null>()

/** The name without its folder. */
export interface SavedFile {
  readonly file: string
}

const saved = output<SavedFile | null>()

/** Exports of lists have personal data in them: only those may ask who see it on screen. Charts and pages are the asker's own screen. */
export const sheetsRequests = {
  'sheets.underWay': query(['support', 'manager'], z.strictObject({}), output<SheetDeed | null>()),
  'sheets.cancel': query(['support', 'manager'], z.strictObject({}), output<{ readonly cancelled: boolean }>()),
  /**
   * Writes the list as it stands on screen, or what is chosen of it, into a file that is chosen in the system's own dialog. Answers when it is complete; null
   * where no file was chosen. Refused while another one is under way.
   */
  'sheets.exportOrders': query(
    ['support', 'manager'],
    z.strictObject({
      scope: bulkScopeSchema,
      sort: z.enum(orderSorts),
      descending: z.boolean(),
      columns: columnsOf(orderColumnIds),
      format,
    }),
    exported,
  ),
  'sheets.exportRefunds': query(
    ['support', 'manager'],
    z.strictObject({ filter: refundFilterSchema, columns: columnsOf(refundColumnIds), format }),
    exported,
  ),
  /** What came of each order of a bulk job, or of those with one outcome. */
  'sheets.exportJob': query(
    ['support', 'manager'],
    z.strictObject({ id: idSchema<BulkJobId>(), outcome: z.enum(bulkOutcomes).nullable(), format }),
    exported,
  ),
  /** What a courier needs of the parcels that can ship, in the order of the queue. A CSV file, as couriers take them. */
  'sheets.exportManifest': query(
    ['support'],
    z.strictObject({ scope: bulkScopeSchema, descending: z.boolean() }),
    exported,
  ),
  /** Has a courier's file chosen in the system's own dialog; null where none was. */
  'sheets.chooseCourierFile': query(['support'], z.strictObject({}), output<ChosenCourierFile | null>()),
  /**
   * Says row by row what the chosen file would do, by the rules of shipping, and changes nothing: `bulk.start` does it. `carrier` counts
   * for rows that name none. Refused where any row cannot be read, as the file may then be cut short.
   */
  'sheets.rehearseCourierFile': query(
    ['support'],
    z.strictObject({ fileId, mapping: mappingSchema(courierFieldIds), carrier: lineSchema(60) }),
    output<CourierReport>(),
  ),
  /** In the order of the file. Refused where another one was rehearsed since. */
  'sheets.courierRows': query(
    ['support'],
    z.strictObject({ ...rowsOfRehearsal, ...sliceShape }),
    output<Slice<CourierRow>>(),
  ),
  /** Writes them into a CSV file that is chosen; null where none was. */
  'sheets.saveCourierRows': query(['support'], z.strictObject(rowsOfRehearsal), exported),
  /** Has a storefront's file chosen in the system's own dialog; null where none was. */
  'sheets.chooseImport': query(['support', 'manager'], z.strictObject({}), output<ChosenImport | null>()),
  /** Goes through the chosen file by every rule and changes nothing. */
  'sheets.rehearseImport': query(['support', 'manager'], z.strictObject({ fileId, mapping }), output<ImportReport>()),
  /** Writes the problems of the last rehearsal into a CSV file that is chosen; null where none was. */
  'sheets.saveProblems': query(['support', 'manager'], z.strictObject({}), exported),
  /**
   * Imports all orders of the file or none. Refused where a row has a problem, or where it no longer comes to `orders`, as the rehearsal
   * said. Once it is decided every order comes, also when the program ends before: it goes on at the next opening.
   */
  'sheets.startImport': query(
    ['support', 'manager'],
    z.strictObject({ fileId, mapping, orders: z.number().int().min(1).max(10_000_000) }),
    output<{ readonly orders: number }>(),
  ),
  /** Writes a chart into a file that is chosen in the system's own dialog; null where none was. Refuses what is no picture of its kind. */
  'sheets.saveChart': query('signed-in', chartFileSchema, saved),
  /** Prints the page of the asking window into a PDF file that is chosen; null where none was. */
  'sheets.savePagePdf': query('signed-in', pagePdfSchema, saved),
  /** Where reports are written to on this machine. */
  'sheets.reportFolder': query(['manager'], z.strictObject({}), output<ReportFolder>()),
  /** Has that folder chosen in the system's own dialog; answers the one that stands afterwards. */
  'sheets.chooseReportFolder': query(['manager'], z.strictObject({}), output<ReportFolder>()),
  /** Has a scheduled report made now, whether it is due or not. */
  'sheets.writeReport': query(['manager'], z.strictObject({ id: scheduleId }), output<{ readonly written: boolean }>()),
  /** The page that was opened to make the report has it ready: it is printed, and written with the numbers of its charts. */
  'sheets.deliverReport': query(['manager'], madeReportSchema, output<{ readonly files: readonly string[] }>()),
}
