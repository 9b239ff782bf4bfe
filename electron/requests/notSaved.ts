import { doorRefusals } from '../../shared/requests'
import { refuse, type Refused } from '../../shared/result'

export const refuseNotSaved = (): Refused =>
  refuse(
    doorRefusals.notSaved,
    'This was not saved. Nothing was changed. See that the disk has room and that the data folder may be written, then try again.',
  )

/** `why` is a sentence. The same code as any change that was not saved, so that forms keep what was typed and try again. */
export const refuseReadOnly = (why: string): Refused =>
  refuse(doorRefusals.notSaved, `${why} The shop is open for reading only. Nothing was changed.`)
