import { createContext } from 'react'

/** The element of the header into which a page writes where it is. */
export const CrumbsPlace = createContext<HTMLElement | null>(null)
