import { useQueryClient } from '@tanstack/react-query'
import { ask } from '../api'
import { noteSession } from './enter'

/** How whoever is signed in leaves the desk: for a moment, or for good. */
export function useLeave(): { readonly lock: () => Promise<void>; readonly signOut: () => Promise<void> } {
  const client = useQueryClient()
  return {
    lock: async () => noteSession(client, await ask('session.lock', {})),
    signOut: async () => noteSession(client, await ask('session.signOut', {})),
  }
}
