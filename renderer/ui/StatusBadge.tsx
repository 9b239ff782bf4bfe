import { faceOf, type StatesByKind } from './tones'
import { ToneBadge } from './ToneBadge'

type StatusBadgeProps = {
  [Kind in keyof StatesByKind]: { readonly kind: Kind; readonly state: StatesByKind[Kind] }
}[keyof StatesByKind]

/** A state as colour, icon and word; the same all over the program. */
export function StatusBadge({ kind, state }: StatusBadgeProps) {
  const { tone, icon } = faceOf(kind, state)
  return (
    <ToneBadge tone={tone} icon={icon}>
      {state}
    </ToneBadge>
  )
}
