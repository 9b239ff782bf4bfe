import type { FeatureHandlers } from '../handler'
import { portfolioHandlers } from './portfolio'

export const reportsHandlers: FeatureHandlers<'reports'> = {
  ...portfolioHandlers,
}
