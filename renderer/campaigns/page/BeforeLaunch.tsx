import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CampaignView } from '../../../shared/campaigns/requests'
import type { Instant } from '../../../shared/time'
import { useMay } from '../../session/useSession'
import { Panel } from '../../ui/Panel'
import classes from './page.module.css'
import { useLaunchTrial } from './useLaunchTrial'

interface BeforeLaunchProps {
  readonly view: CampaignView
  readonly at: Instant
}

/** What stands between a draft and its launch. */
export function BeforeLaunch({ view, at }: BeforeLaunchProps) {
  const mayLaunch = useMay('manager')
  const trial = useLaunchTrial(view, at)
  if (trial === null) return null
  const next = mayLaunch ? 'Approve and launch it when the terms are right.' : 'It waits for a manager’s approval.'
  return (
    <Panel title="Before the launch">
      {trial.ok ? (
        <p className={classes.standing} data-tone="teal">
          <IconCircleCheck size={18} aria-hidden />
          <span>Nothing stands in the way. {next}</span>
        </p>
      ) : (
        <p className={classes.standing} data-tone="yellow">
          <IconAlertTriangle size={18} aria-hidden />
          <span>
            It cannot be launched yet: {trial.refusal.message}{' '}
            {trial.refusal.code.startsWith('product-') && (
              <Link to="/products/$productId" params={{ productId: view.campaign.productId }} className={classes.link}>
                Open the product
              </Link>
            )}
          </span>
        </p>
      )}
    </Panel>
  )
}
