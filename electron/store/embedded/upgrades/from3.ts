import type { Step } from './step'

/** What schema 4 added. */
export const from3: Step = {
  campaign: (campaign) => ({ ...campaign, decisions: [] }),
  account: (account) => ({ ...account, dashboards: [] }),
  settings: (settings) => ({ ...settings, reportSchedules: [] }),
}
