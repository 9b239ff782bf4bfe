/** The programme's mark: the progress bar bent into a ring, two thirds full. */
export function ProgrammeMark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden focusable="false">
      <circle cx="10" cy="10" r="7.5" fill="none" stroke="var(--track)" strokeWidth="4" />
      <circle
        cx="10"
        cy="10"
        r="7.5"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="4"
        strokeDasharray="31.4 47.1"
        transform="rotate(-90 10 10)"
      />
    </svg>
  )
}
