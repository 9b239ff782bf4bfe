import { render, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { ProgressBar } from '../../../renderer/ui/ProgressBar'
import type { Campaign, CampaignState } from '../../../shared/campaigns/campaign'
import { minor } from '../../../shared/money'
import type { Instant } from '../../../shared/time'
import { aCampaign, aCount, afterEnd, aTally, midway } from '../../shared/builders'

interface Shown {
  readonly units: number
  readonly state: CampaignState
  readonly campaign?: Campaign
  readonly at?: Instant
}

function show({ units, state, campaign = aCampaign(), at = midway }: Shown): HTMLElement {
  const tally = aTally({ net: aCount({ orders: units, units, amount: minor(units * 109_900) }) })
  render(<ProgressBar campaign={campaign} tally={tally} state={state} at={at} size="page" />)
  return screen.getByRole('progressbar', { name: 'Progress to target' })
}

describe('the progress bar', () => {
  test('says its share, its measure, the money and the time left', () => {
    const bar = show({ units: 128, state: 'live' })
    expect(bar.getAttribute('aria-valuetext')).toBe('64 %, 128 of 200 units, ₹1,40,672, 7 days left')
    expect(bar.getAttribute('aria-valuenow')).toBe('64')
  })

  test('an amount target says the money first and the units second', () => {
    const campaign = aCampaign({ target: { kind: 'amount', amount: minor(50_000_000) } })
    const bar = show({ units: 128, state: 'live', campaign })
    expect(bar.getAttribute('aria-valuetext')).toBe('28 %, ₹1,40,672 of ₹5,00,000, 128 units, 7 days left')
  })

  test('99.99 % is not full: it rounds down', () => {
    const campaign = aCampaign({ target: { kind: 'units', units: 10_000 } })
    expect(show({ units: 9_999, state: 'live', campaign }).getAttribute('aria-valuetext')).toMatch(/^99 %/u)
  })

  test('beyond 100 % the number goes on while the bar stays full', () => {
    const bar = show({ units: 326, state: 'funded' })
    expect(bar.getAttribute('aria-valuetext')).toMatch(/^163 %, 326 of 200 units/u)
    expect(bar.getAttribute('aria-valuenow')).toBe('100')
  })

  test('large counts are grouped as the home market writes numbers', () => {
    const campaign = aCampaign({ target: { kind: 'units', units: 200_000 } })
    const bar = show({ units: 80_000, state: 'live', campaign })
    expect(bar.getAttribute('aria-valuetext')).toMatch(/^40 %, 80,000 of 2,00,000 units/u)
  })

  test('a failed campaign keeps its final share', () => {
    const bar = show({ units: 90, state: 'failed', at: afterEnd })
    expect(bar.getAttribute('aria-valuetext')).toBe('45 %, 90 of 200 units, ₹98,910, failed')
  })
})
