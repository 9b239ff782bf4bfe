import { createContext, use } from 'react'

/** Whether what is drawn stands in the row that has the keys. Outside of lists it counts as if it did. */
export const ActiveRow = createContext(true)

/**
 * The tab index of something to press within a row. It is a stop in the row that has the keys alone: otherwise nobody would get out of
 * a long list with Tab, which draws further rows as fast as they are gone through.
 */
export const useRowStop = (): 0 | -1 => (use(ActiveRow) ? 0 : -1)
