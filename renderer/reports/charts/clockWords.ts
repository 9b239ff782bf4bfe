const two = (clock: number): string => String(clock).padStart(2, '0')

/** "00" to "23". */
export const clockColumns: readonly string[] = Array.from({ length: 24 }, (_none, clock) => two(clock))

/** "20:00–21:00". */
export const clockSpan = (clock: number): string => `${two(clock)}:00–${two((clock + 1) % 24)}:00`
