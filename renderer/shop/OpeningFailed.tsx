import { Title } from '@mantine/core'
import type { UnderWay } from '../../shared/backups/requests'
import type { OpeningFailure } from '../../shared/shop/requests'
import { CopyButton } from '../ui/CopyButton'
import { Rescue } from './Rescue'
import classes from './OpeningFailed.module.css'

interface OpeningFailedProps {
  readonly failure: OpeningFailure
  readonly underWay: UnderWay | null
}

/** Names the file that stopped the opening, what is wrong with it and what can be done. */
export function OpeningFailed({ failure, underWay }: OpeningFailedProps) {
  return (
    <section className={classes.failure} role="alert" aria-labelledby="opening-failed">
      <Title order={1} id="opening-failed">
        {failure.shop === 'sample' ? 'The sample shop could not be opened' : 'The shop could not be opened'}
      </Title>
      <p className={classes.file}>
        <code>{failure.file}</code>
        <CopyButton value={failure.file} what="the file's name" />
      </p>
      <p>{sentence(failure.what)}</p>
      <p>
        <strong>What can be done:</strong> {failure.advice}
      </p>
      <Rescue failure={failure} underWay={underWay} />
    </section>
  )
}

/** Says what is wrong as a sentence, also where it was told as what follows the file's name ("is not whole"). */
const sentence = (what: string): string => (/^\p{Ll}/u.test(what) ? `It ${what}.` : what)
