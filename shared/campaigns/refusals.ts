import { refuse, type Refused } from '../result'

export const refuseStale = (): Refused =>
  refuse(
    'changed-elsewhere',
    'This campaign was changed elsewhere since you opened it. Nothing was saved; look at the newer version first.',
  )
