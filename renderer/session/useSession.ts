import { createContext, use } from 'react'
import type { Session } from '../../shared/shop/requests'
import type { Role } from '../../shared/staff/account'

export type SignedIn = Extract<Session, { kind: 'signed in' }>

export const SessionContext = createContext<SignedIn | null>(null)

/** Whoever is signed in. Only below the shell, where there is always someone. */
export function useSession(): SignedIn {
  const session = use(SessionContext)
  if (session === null) throw new Error('Pages are shown to someone who is signed in.')
  return session
}

/** Whether the person signed in holds any of the roles. Only for what is shown; the main process decides again. */
export function useMay(...anyOf: readonly Role[]): boolean {
  const { who } = useSession()
  return anyOf.some((role) => who.roles.includes(role))
}
