import { expect, test } from 'vitest'
import { id, type ReasonId } from '../../../shared/ids'
import {
  addReason,
  knownReason,
  renameReason,
  reorderReasons,
  retireReason,
} from '../../../shared/settings/cancelReasons'
import { firstSupportSettings, reasonsInUse, type CancelReason } from '../../../shared/settings/settings'
import { allowed, midway, refusedBy } from '../builders'

const { cancelReasons: first } = firstSupportSettings
const [changed, twice] = first.map((reason) => reason.id)
const moved = id<ReasonId>('reason-moved')
const words = (reasons: readonly CancelReason[]) => reasons.map((reason) => reason.words)
const using = (cancelReasons: readonly CancelReason[]) => ({ ...firstSupportSettings, cancelReasons })

if (changed === undefined || twice === undefined) throw new Error('a shop begins with reasons')

test('a reason is added at the end and offered at once', () => {
  const added = allowed(addReason(first, moved, 'Moved abroad'))
  expect(words(added)).toEqual([...words(first), 'Moved abroad'])
  expect(allowed(knownReason(using(added), 'Moved abroad'))).toBe('Moved abroad')
})

test('two reasons that a reader cannot tell apart are refused, retired ones too', () => {
  const retired = allowed(retireReason(first, twice, true, midway))
  expect(refusedBy(addReason(retired, moved, ' ordered  TWICE'))).toMatchObject({
    code: 'reason-known',
    field: 'words',
  })
  expect(refusedBy(renameReason(first, changed, 'Ordered twice')).message).toContain('on the list already')
  expect(allowed(renameReason(first, changed, 'changed their mind'))[0]?.words).toBe('changed their mind')
})

test('a retired reason is offered no more and can be brought back', () => {
  const retired = allowed(retireReason(first, twice, true, midway))
  expect(words(reasonsInUse(using(retired)))).not.toContain('Ordered twice')
  expect(refusedBy(knownReason(using(retired), 'Ordered twice'))).toMatchObject({
    code: 'reason-unknown',
    field: 'reason',
  })
  expect(allowed(retireReason(retired, twice, false, midway))).toEqual(first)
})

test('the last reason that is offered stays: nothing could be cancelled without one', () => {
  const one = first.slice(0, 1)
  expect(refusedBy(retireReason(one, changed, true, midway)).code).toBe('last-reason')
})

test('the order is taken only where it names each reason once', () => {
  const ids = first.map((reason) => reason.id)
  expect(allowed(reorderReasons(first, ids.toReversed()))).toEqual(first.toReversed())
  expect(refusedBy(reorderReasons(first, ids.slice(1))).code).toBe('list-changed')
  expect(refusedBy(reorderReasons(first, [changed, ...ids.slice(1, -1), changed])).code).toBe('list-changed')
})

test('what is not on the list is refused', () => {
  expect(refusedBy(renameReason(first, moved, 'Moved abroad')).code).toBe('no-such-reason')
  expect(refusedBy(retireReason(first, moved, true, midway)).code).toBe('no-such-reason')
})
