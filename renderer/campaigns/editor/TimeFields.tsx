import { Group } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { day, endOfDay, fullTime } from '../../../shared/time'
import { Panel } from '../../ui/Panel'
import { ZonedDateTime } from '../../ui/ZonedDateTime'
import { zoneOf } from './termsForm'
import type { TermsEditing } from './useTermsEditor'

/** When the campaign runs: a start to the second, and a last day that counts to its end. */
export function TimeFields({ editing }: { readonly editing: TermsEditing }) {
  const { form, errors, change } = editing
  const zone = zoneOf(form.market)
  return (
    <Panel title="Timeline">
      <Group align="start" grow>
        <ZonedDateTime
          label="Starts"
          description="A launch after this instant starts at once."
          zone={zone}
          value={form.startsAt}
          error={errors.startsAt}
          onChange={(startsAt) => change({ startsAt })}
        />
        <DateInput
          label="Last day"
          description={
            form.endDay === null
              ? 'The whole day counts.'
              : `Ends ${fullTime(endOfDay(form.endDay, zone), zone)}, that second included.`
          }
          placeholder="Choose a day"
          valueFormat="D MMM YYYY"
          value={form.endDay}
          error={errors.endDay}
          onChange={(picked) => change({ endDay: picked === null ? null : day(picked) })}
        />
      </Group>
    </Panel>
  )
}
