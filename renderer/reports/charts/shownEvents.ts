/** What charts of a campaign's days and hours show, by the keys of their columns. */
export const shownEvents = ['paid', 'cancelled', 'lapsed'] as const

/** Which of them a column shows. */
export const eventOf = (key: string): (typeof shownEvents)[number] =>
  shownEvents.find((event) => event === key) ?? 'paid'
