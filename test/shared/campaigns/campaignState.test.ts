import { describe, expect, test } from 'vitest'
import { callOff } from '../../../shared/campaigns/callOff'
import { campaignStates, type Campaign, type CampaignState } from '../../../shared/campaigns/campaign'
import { campaignState, hasEnded } from '../../../shared/campaigns/campaignState'
import { discardCampaign } from '../../../shared/campaigns/discardCampaign'
import { launchCampaign } from '../../../shared/campaigns/launchCampaign'
import { addOffer, withdrawOffer } from '../../../shared/campaigns/offers'
import { saveCampaign } from '../../../shared/campaigns/saveCampaign'
import { id, type OfferId } from '../../../shared/ids'
import type { Result } from '../../../shared/result'
import { later, type Instant } from '../../../shared/time'
import {
  aCampaign,
  aDraftCampaign,
  afterEnd,
  allowed,
  anActor,
  anOffer,
  aProduct,
  createdAt,
  endsAt,
  midway,
  offerId,
  refusedBy,
  staffId,
  startsAt,
} from '../builders'
import { aSettlement } from '../settlementBuilder'

interface Situation {
  readonly campaign: Campaign
  readonly at: Instant
}

const calledOff = { at: midway, by: staffId, byName: 'Meera Iyer', reason: 'A recall' }

/** One campaign in each of its states, each with an offer that is still on. */
const offers = [anOffer()]
const situations: Record<CampaignState, Situation> = {
  draft: { campaign: aDraftCampaign({ offers }), at: createdAt },
  scheduled: { campaign: aCampaign({ offers }), at: createdAt },
  live: { campaign: aCampaign({ offers }), at: midway },
  funded: { campaign: aCampaign({ offers, fundedAt: midway }), at: midway },
  'ended, to be settled': { campaign: aCampaign({ offers }), at: afterEnd },
  settling: { campaign: aCampaign({ offers, settlement: aSettlement('failed', 'under way') }), at: afterEnd },
  succeeded: { campaign: aCampaign({ offers, settlement: aSettlement('succeeded') }), at: afterEnd },
  failed: { campaign: aCampaign({ offers, settlement: aSettlement('failed') }), at: afterEnd },
}

describe('the state of a campaign', () => {
  test.each(campaignStates)('%s', (state) => {
    const { campaign, at } = situations[state]
    expect(campaignState(campaign, at)).toBe(state)
  })

  test('is live from its first instant to its last, both inclusive', () => {
    const stateAt = (at: Instant) => campaignState(aCampaign(), at)
    expect(stateAt(later(startsAt, -1))).toBe('scheduled')
    expect(stateAt(startsAt)).toBe('live')
    expect(stateAt(endsAt)).toBe('live')
    expect(stateAt(later(endsAt, 1))).toBe('ended, to be settled')
    expect(hasEnded(aCampaign(), endsAt)).toBe(false)
    expect(hasEnded(aCampaign(), later(endsAt, 1))).toBe(true)
  })

  test('is to be settled from the moment it is called off, also before its start', () => {
    expect(campaignState(aCampaign({ calledOff }), midway)).toBe('ended, to be settled')
    expect(campaignState(aCampaign({ calledOff }), createdAt)).toBe('ended, to be settled')
  })

  test('a funded campaign is to be settled after its end as well', () => {
    expect(campaignState(aCampaign({ fundedAt: midway }), afterEnd)).toBe('ended, to be settled')
  })
})

const newOffer = id<OfferId>('offer-second')
const { name, discount, startsAt: offerStart, endsAt: offerEnd } = anOffer()

const actions = {
  save: ({ campaign, at }) => saveCampaign(campaign, { revision: 1, terms: campaign }, aProduct(), at),
  discard: ({ campaign }) => discardCampaign(campaign),
  launch: ({ campaign, at }) =>
    launchCampaign(campaign, { revision: 1, product: aProduct(), others: [] }, anActor(), at),
  addOffer: ({ campaign, at }) =>
    addOffer(campaign, { id: newOffer, offer: { name, discount, startsAt: offerStart, endsAt: offerEnd } }, at),
  withdrawOffer: ({ campaign, at }) => withdrawOffer(campaign, offerId, at),
  callOff: ({ campaign, at }) => callOff(campaign, 'A recall', anActor(), at),
} as const satisfies Record<string, (situation: Situation) => Result<Campaign>>

type Action = keyof typeof actions

const launched = { save: 'locked-at-launch', discard: 'launched', launch: 'already-launched' }
const running = { ...launched, addOffer: 'same', withdrawOffer: 'same' }
const over = { ...launched, addOffer: 'offers-closed', withdrawOffer: 'offers-closed', callOff: 'not-callable-off' }

/** What becomes of the state, or the code of the refusal, for every pair. */
const table: Record<CampaignState, Record<Action, string>> = {
  draft: {
    save: 'same',
    discard: 'same',
    launch: 'scheduled',
    addOffer: 'same',
    withdrawOffer: 'same',
    callOff: 'not-callable-off',
  },
  scheduled: { ...running, callOff: 'ended, to be settled' },
  live: { ...running, callOff: 'ended, to be settled' },
  funded: { ...running, callOff: 'not-callable-off' },
  'ended, to be settled': over,
  settling: over,
  succeeded: over,
  failed: over,
}

describe.each(campaignStates)('a campaign that is %s', (state) => {
  test.each(Object.keys(actions) as Action[])('%s', (action) => {
    const situation = situations[state]
    const result = actions[action](situation)
    const expected = table[state][action]
    if (result.ok) expect(campaignState(result.value, situation.at)).toBe(expected === 'same' ? state : expected)
    else {
      expect(result.refusal.code).toBe(expected)
      expect(result.refusal.message).toMatch(/^[A-Z].*\.$/u)
    }
  })
})

describe('calling off', () => {
  test('keeps who, when and why', () => {
    expect(allowed(callOff(aCampaign(), ' A recall ', anActor(), midway)).calledOff).toEqual(calledOff)
  })

  test('happens once, with a reason', () => {
    expect(refusedBy(callOff(aCampaign({ calledOff }), 'Again', anActor(), midway)).code).toBe('already-called-off')
    expect(refusedBy(callOff(aCampaign(), '  ', anActor(), midway))).toMatchObject({
      code: 'no-reason',
      field: 'reason',
    })
  })

  test('may happen at the last instant, and not after it', () => {
    expect(allowed(callOff(aCampaign(), 'A recall', anActor(), endsAt)).calledOff?.at).toBe(endsAt)
    expect(refusedBy(callOff(aCampaign(), 'A recall', anActor(), afterEnd)).code).toBe('not-callable-off')
  })

  test('is refused once funded, even when cancellations have left the bar below its target', () => {
    const refusal = refusedBy(callOff(aCampaign({ fundedAt: midway }), 'A recall', anActor(), later(midway, 1)))
    expect(refusal.message).toContain('funded stays')
  })
})
