import type { Minor } from '../../money'

/** What one file says of one refund, whose lines may be several. `none` says nothing; `contradictory` lines cannot all be true. */
export interface Answer {
  /** The payment's reference, or the refund's key in a bank's file. */
  readonly subject: string
  readonly lines: readonly number[]
  readonly outcome: 'processed' | 'failed' | 'pending' | 'none' | 'contradictory'
  readonly amount: Minor
  readonly gatewayReference: string
  readonly bankReference: string
  /** Why it failed, or what contradicts itself. */
  readonly reason: string
}

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
