import { z } from 'zod'
import { minorSchema } from '../../request'

export const outcomes = ['processed', 'failed', 'pending', 'none', 'contradictory'] as const

const reference = z.string().max(200)

/** What one file says of one refund, whose lines may be several. `none` says nothing; `contradictory` lines cannot all be true. */
export const answerSchema = z.strictObject({
  /** The payment's reference, or the refund's key in a bank's file. */
  subject: reference.min(1),
  lines: z.array(z.number().int().min(1)).min(1).max(5000),
  outcome: z.enum(outcomes),
  amount: minorSchema,
  gatewayReference: reference,
  bankReference: reference,
  reason: reference,
})
export type Answer = z.output<typeof answerSchema>

/** One answer for each subject. What a file repeats counts once; what it contradicts counts for nothing but its contradiction. */
export function inOneVoice(answers: readonly Answer[]): readonly Answer[] {
  const bySubject = new Map<string, Answer>()
  for (const answer of answers) {
    const said = bySubject.get(answer.subject)
    bySubject.set(answer.subject, said === undefined ? answer : united(said, answer))
  }
  const all = [...bySubject.values()]
  const owners = new Map<string, number>()
  for (const { gatewayReference } of all) owners.set(gatewayReference, (owners.get(gatewayReference) ?? 0) + 1)
  // One refund of the gateway's is never the refund of two payments.
  return all.map((answer) =>
    answer.gatewayReference !== '' && (owners.get(answer.gatewayReference) ?? 0) > 1
      ? contradictory(answer, 'Two payments have the same Refund Id.')
      : answer,
  )
}

/** What came later says more: pending becomes processed or failed. Those two exclude each other. */
const weights: Record<Answer['outcome'], number> = { none: 0, pending: 1, failed: 2, processed: 2, contradictory: 3 }

function united(left: Answer, right: Answer): Answer {
  const lines = [...left.lines, ...right.lines]
  const [more, less] = weights[left.outcome] >= weights[right.outcome] ? [left, right] : [right, left]
  const both = {
    ...more,
    lines,
    gatewayReference: more.gatewayReference || less.gatewayReference,
    bankReference: more.bankReference || less.bankReference,
    reason: more.reason || less.reason,
  }
  const differ = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other
  if (weights[left.outcome] === weights[right.outcome] && left.outcome !== right.outcome) {
    return contradictory(both, 'One line says paid, another failed.')
  }
  if (left.amount !== right.amount) return contradictory(both, 'Its lines name different amounts.')
  return differ(left.gatewayReference, right.gatewayReference) || differ(left.bankReference, right.bankReference)
    ? contradictory(both, 'Its lines name different references.')
    : both
}

const contradictory = (answer: Answer, reason: string): Answer => ({ ...answer, outcome: 'contradictory', reason })
