import { IconCheck } from '@tabler/icons-react'
import type { CampaignState } from '../../shared/campaigns/campaign'
import { evenPace, progressOf, type BarTerms } from '../../shared/campaigns/progress'
import type { Tally } from '../../shared/campaigns/tally'
import { formatMoney, minor } from '../../shared/money'
import { timeLeft, type Instant } from '../../shared/time'
import { grouped, unitCount } from './counts'
import classes from './ProgressBar.module.css'

interface ProgressBarProps {
  readonly campaign: BarTerms
  readonly tally: Pick<Tally, 'net'>
  readonly state: CampaignState
  readonly at: Instant
  /** row: a list's line; card: bar over its numbers; page: large. */
  readonly size?: 'row' | 'card' | 'page' | undefined
}

const percentOf = (basisPoints: number): number => Math.floor(basisPoints / 100)

function words({ campaign, tally, state, at }: ProgressBarProps) {
  const { reached, target, share } = progressOf(campaign, tally)
  const percent = `${percentOf(share)} %`
  const measured =
    campaign.target.kind === 'units'
      ? `${grouped(reached)} of ${unitCount(target)}`
      : `${formatMoney(minor(reached), campaign.currency)} of ${formatMoney(minor(target), campaign.currency)}`
  const other =
    campaign.target.kind === 'units' ? formatMoney(tally.net.amount, campaign.currency) : unitCount(tally.net.units)
  return { percent, measured, other, time: timeWords(campaign, state, at) }
}

function timeWords(campaign: BarTerms, state: CampaignState, at: Instant): string {
  const byState: Record<CampaignState, () => string> = {
    draft: () => 'not launched',
    scheduled: () => 'not begun',
    live: () => timeLeft(campaign.endsAt, at),
    funded: () => timeLeft(campaign.endsAt, at),
    'ended, to be settled': () => 'ended, to be settled',
    settling: () => 'settling',
    succeeded: () => 'succeeded',
    failed: () => 'failed',
  }
  return byState[state]()
}

/**
 * The programme's emblem: paid net of cancellations against the target, with a tick where an even pace would be. Teal with a
 * check from 100 % on, hatched beyond it, grey once the campaign has failed.
 */
export function ProgressBar(props: ProgressBarProps) {
  const { campaign, tally, state, at, size = 'row' } = props
  const { share } = progressOf(campaign, tally)
  const { percent, measured, other, time } = words(props)
  const percentage = share / 100
  const look = state === 'failed' ? 'failed' : share >= 10_000 ? 'funded' : 'running'
  const running = state === 'live' || state === 'funded'
  // Beyond 100 % the whole width stands for what was reached; the target's place moves left.
  const scale = Math.max(100, percentage)
  const solid = (Math.min(100, percentage) / scale) * 100
  const beyond = percentage > 100 ? 100 - solid : 0
  const pace = (evenPace(campaign, at) * 10_000) / scale
  return (
    <div className={classes.progress} data-size={size} data-look={look}>
      <div
        className={classes.track}
        role="progressbar"
        aria-label="Progress to target"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, percentOf(share))}
        aria-valuetext={`${percent}, ${measured}, ${other}, ${time}`}
      >
        <div className={classes.fill} style={{ width: `${solid}%` }} />
        {beyond > 0 && (
          <div className={classes.beyond} style={{ insetInlineStart: `${solid}%`, width: `${beyond}%` }} />
        )}
        {running && share < 10_000 && <div className={classes.pace} style={{ insetInlineStart: `${pace}%` }} />}
      </div>
      <span className={classes.percent} aria-hidden>
        {look === 'funded' && <IconCheck size={14} stroke={2.5} />}
        {percent}
      </span>
      {size !== 'row' && (
        <span className={classes.words} aria-hidden>
          {measured} · {other} · {time}
        </span>
      )}
    </div>
  )
}
