import { expect, test } from 'vitest'
import { decideRelease } from '../../../shared/campaigns/decideRelease'
import { later } from '../../../shared/time'
import { aCampaign, allowed, anActor, endsAt, midway, refusedBy } from '../builders'

const aManager = anActor({ name: 'Meera Iyer' })
const ask = { choice: 'drop', reasons: 'Nobody came back', changes: '' } as const
const over = later(endsAt, 1)
const launched = aCampaign()
const funded = aCampaign({ fundedAt: midway })

test('nothing is decided before the end, which is inclusive', () => {
  expect(refusedBy(decideRelease(launched, ask, aManager, endsAt)).code).toBe('not-ended')
  expect(allowed(decideRelease(launched, ask, aManager, over)).decisions).toHaveLength(1)
  const draft = aCampaign({ launchedAt: null })
  expect(refusedBy(decideRelease(draft, ask, aManager, over)).code).toBe('not-launched')
})

test('only what was funded is released; it can be dropped or relaunched as well', () => {
  const release = { ...ask, choice: 'release' } as const
  expect(refusedBy(decideRelease(launched, release, aManager, over)).code).toBe('not-funded')
  expect(allowed(decideRelease(funded, release, aManager, over)).decisions.at(-1)?.choice).toBe('release')
  expect(allowed(decideRelease(funded, ask, aManager, over)).decisions.at(-1)?.choice).toBe('drop')
})

test('reasons are needed, and changes for a relaunch alone', () => {
  expect(refusedBy(decideRelease(launched, { ...ask, reasons: ' \n' }, aManager, over)).field).toBe('reasons')
  const relaunch = { ...ask, choice: 'relaunch' } as const
  expect(refusedBy(decideRelease(launched, relaunch, aManager, over)).field).toBe('changes')
  const changed = allowed(decideRelease(launched, { ...relaunch, changes: ' Half the price ' }, aManager, over))
  expect(changed.decisions.at(-1)).toMatchObject({ changes: 'Half the price', byName: 'Meera Iyer', at: over })
  const dropped = allowed(decideRelease(launched, { ...ask, changes: 'left over' }, aManager, over))
  expect(dropped.decisions.at(-1)?.changes).toBe('')
})

test('the last decision stands, and those before it stay as they were', () => {
  const first = allowed(decideRelease(launched, ask, aManager, over))
  const second = allowed(
    decideRelease(
      first,
      { choice: 'relaunch', reasons: 'Asked for again', changes: 'Cheaper' },
      aManager,
      later(over, 1),
    ),
  )
  expect(second.decisions.map(({ choice }) => choice)).toEqual(['drop', 'relaunch'])
  expect(second.decisions[0]).toBe(first.decisions[0])
  expect({ ...second, decisions: [] }).toEqual({ ...launched, decisions: [] })
})
