import { fullTime, isoOf, shortDay, shortTime, type Instant, type Zone } from '../../shared/time'

type WhenForm = 'short' | 'day' | 'full'

interface WhenProps {
  readonly at: Instant
  readonly zone: Zone
  readonly form?: WhenForm | undefined
}

const shown: Record<WhenForm, (at: Instant, zone: Zone) => string> = {
  short: shortTime,
  day: shortDay,
  full: fullTime,
}

/** An instant, "14 Apr, 18:02"; the full instant with its zone on hover and for screen readers. */
export function When({ at, zone, form = 'short' }: WhenProps) {
  const full = fullTime(at, zone)
  // The browser's own tooltip: a list shows this dozens of times, and it must scroll.
  return (
    <time dateTime={isoOf(at)} title={form === 'full' ? undefined : full} style={{ whiteSpace: 'nowrap' }}>
      {form === 'full' ? (
        full
      ) : (
        <>
          <span aria-hidden>{shown[form](at, zone)}</span>
          <span className="out-of-sight">{full}</span>
        </>
      )}
    </time>
  )
}
