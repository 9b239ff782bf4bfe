import { featuresOf, termsOf, type Scale } from './features'
import { between, momentShares } from './model'
import { atShare, elapsedShare, ordersOf, reachedShare, seenAt, type PastCampaign } from './seen'

/** A campaign seen once on its way, with what came of it. */
export interface Snapshot {
  readonly elapsed: number
  readonly paid: number
  readonly orders: number
  readonly features: readonly number[]
  readonly funded: boolean
  /** What was paid in the end ÷ target. */
  readonly result: number
}

/** The moments, and the middles between them. */
const snapshotShares = momentShares.flatMap((share, index) => {
  const next = momentShares[index + 1]
  return next === undefined ? [share] : [share, (share + next) / 2]
})

/** Each moment at which something new was known, once. */
export function snapshotsOf(past: PastCampaign, typicalTarget: number | null): readonly Snapshot[] {
  const snapshots: Snapshot[] = []
  for (const share of snapshotShares) {
    const seen = seenAt(past, atShare(past, share))
    const elapsed = elapsedShare(seen)
    if (elapsed === snapshots.at(-1)?.elapsed) continue
    const { funded, result, target } = past
    const features = featuresOf(seen, typicalTarget)
    const paid = Math.max(0, reachedShare(seen))
    snapshots.push({ elapsed, paid, orders: ordersOf(seen), features, funded, result: result / target })
  }
  return snapshots
}

/** A snapshot as it counts at a moment. */
export interface NearSnapshot {
  readonly snapshot: Snapshot
  readonly terms: readonly number[]
  readonly weight: number
}

/** What counts at each moment: snapshots by how near they are, those of one campaign together 1. */
export function nearMoments(
  campaigns: readonly (readonly Snapshot[])[],
  scale: Scale,
): readonly (readonly NearSnapshot[])[] {
  const moments: NearSnapshot[][] = momentShares.map(() => [])
  for (const snapshots of campaigns) {
    const places = snapshots.map(({ elapsed }) => between(momentShares, elapsed))
    const sums = momentShares.map(() => 0)
    for (const [index, part] of places) {
      sums[index] = (sums[index] ?? 0) + 1 - part
      sums[index + 1] = (sums[index + 1] ?? 0) + part
    }
    for (const [which, snapshot] of snapshots.entries()) {
      const [index, part] = places[which] ?? [0, 0]
      const terms = termsOf(snapshot.features, scale)
      if (part < 1) moments[index]?.push({ snapshot, terms, weight: (1 - part) / (sums[index] ?? 1) })
      if (part > 0) moments[index + 1]?.push({ snapshot, terms, weight: part / (sums[index + 1] ?? 1) })
    }
  }
  return moments
}
