import { z } from 'zod'
import { idSchema, type OrderId, type RefundBatchId, type RefundId } from '../../ids'
import { currencies, type Minor } from '../../money'
import { command, minorSchema, output, query } from '../../request'
import { refundFilterSchema, type RefundRow } from '../requests'
import type { Answer } from './answer'
import type { Verdict } from './applyAnswer'
import { batchRoutes, mostInBatch, type BatchState, type RefundBatch } from './batch'
import type { DraftBatch } from './draft'
import { mostRows, type UnreadRow } from './resultFile'

/** Some refunds, or all that are owed and match a filter of the queue, the longest owed first. */
const chosenSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('refunds'),
    refunds: z
      .array(z.strictObject({ orderId: idSchema<OrderId>(), refundId: idSchema<RefundId>() }))
      .min(1)
      .max(mostInBatch),
  }),
  z.strictObject({
    kind: z.literal('matching'),
    filter: refundFilterSchema,
    except: z.array(idSchema<RefundId>()).max(mostInBatch),
  }),
])
export type ChosenRefunds = z.output<typeof chosenSchema>

/** A batch as lists show it. */
export interface BatchView extends Omit<RefundBatch, 'lines'> {
  readonly name: string
  readonly state: BatchState
  readonly count: number
}

export interface BatchDraft {
  readonly batches: readonly DraftBatch[]
  /** The first of those that go nowhere. */
  readonly leftOut: readonly { readonly refundId: RefundId; readonly orderNumber: string; readonly why: string }[]
  readonly leftOutCount: number
  /** Matching refunds beyond those that were looked at; they can follow in another batch. */
  readonly more: number
}

/** What one answer of a file would do to the batch's refund. */
export interface AnswerPreview {
  readonly answer: Answer
  readonly verdict: Verdict
  readonly says: string
  readonly orderNumber: string | null
}

export interface ResultPreview {
  readonly answers: readonly AnswerPreview[]
  readonly unread: readonly UnreadRow[]
  /** Refunds of the batch that are on their way and not in the file: they stay sent. */
  readonly unanswered: number
}

export type VerdictCounts = Readonly<Partial<Record<Verdict, number>>>

const which = { id: idSchema<RefundBatchId>() }
const done = output<{ readonly id: RefundBatchId }>()

/** Of a result file, as base64: some 3 MB. */
export const longestResult = 4_000_000

/** Answers of one command: few enough that others are not kept waiting. */
export const answersAtOnce = 200

const resultShape = {
  ...which,
  file: z.base64().max(longestResult, 'This file is too large to be a result.'),
  /** Someone has said that the file is this batch's, also where it could be another's. */
  vouched: z.boolean(),
}

export const batchesRequests = {
  /** Newest first. */
  'batches.list': query(['support', 'manager'], z.strictObject({}), output<readonly BatchView[]>()),
  /** With its refunds, in the file's order; null where there is none. */
  'batches.one': query(
    ['support', 'manager'],
    z.strictObject(which),
    output<{ readonly batch: BatchView; readonly rows: readonly RefundRow[] } | null>(),
  ),
  'batches.draft': query(['support'], z.strictObject({ chosen: chosenSchema }), output<BatchDraft>()),
  /** Holds the refunds for the batch. Refused where it comes to something else than `expected`. */
  'batches.make': command(
    ['support'],
    {
      route: z.enum(batchRoutes),
      currency: z.enum(currencies),
      chosen: chosenSchema,
      expected: z.strictObject({ count: z.number().int().min(1).max(mostInBatch), total: minorSchema }),
    },
    output<{ readonly id: RefundBatchId; readonly name: string; readonly count: number; readonly total: Minor }>(),
  ),
  /** Has a place chosen and writes the batch's file there: the same bytes each time. Answers its name, null where none was chosen. */
  'batches.saveFile': query(['support'], z.strictObject(which), output<{ readonly saved: string | null }>()),
  /** Notes that its file was handed over. */
  'batches.send': command(['support'], which, done),
  'batches.withdraw': command(['support'], which, done),
  /** What a result file would do. Changes nothing. */
  'batches.previewResult': query(['support'], z.strictObject(resultShape), output<ResultPreview>()),
  /** Applies a part of a result, from the given answer on; `next` is where to go on, null at its end. Each answer counts once. */
  'batches.applyResult': command(
    ['support'],
    { ...resultShape, from: z.number().int().min(0).max(mostRows) },
    output<{ readonly verdicts: VerdictCounts; readonly next: number | null }>(),
  ),
}
