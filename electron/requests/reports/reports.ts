import type { FeatureHandlers } from '../handler'
import { compareHandlers } from './compare'
import { portfolioHandlers } from './portfolio'

export const reportsHandlers: FeatureHandlers<'reports'> = {
  ...portfolioHandlers,
  ...compareHandlers,
}
