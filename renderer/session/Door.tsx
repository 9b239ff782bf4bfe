import { useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Activity, useEffect } from 'react'
import type { ShopStatus } from '../../shared/shop/requests'
import { onDoorClosed, useAsk } from '../api'
import { router } from '../routes'
import { StartPage } from '../shop/StartPage'
import { ErrorState } from '../ui/ErrorState'
import { LockScreen } from './LockScreen'
import { noteRoles, SessionContext, type SignedIn } from './useSession'
import { SignInPage } from './SignInPage'
import { useAutoLock } from './useAutoLock'

/**
 * What stands between the window and the pages: a shop must be open and someone signed in. Every request that finds the door closed
 * leads here, whichever page it came from.
 */
export function Door() {
  const client = useQueryClient()
  useEffect(
    () =>
      onDoorClosed(() => {
        void client.invalidateQueries({ queryKey: ['session.current'] })
        void client.invalidateQueries({ queryKey: ['shop.status'] })
      }),
    [client],
  )
  const status = useAsk('shop.status', {})
  if (status.state === 'failed') return <ErrorState message={status.message} retry={status.retry} />
  if (status.state === 'loading') return null
  if (status.value.kind === 'closed') return <StartPage status={status.value} />
  return <OpenShop status={status.value} />
}

function OpenShop({ status }: { readonly status: Extract<ShopStatus, { kind: 'open' }> }) {
  const session = useAsk('session.current', {})
  if (session.state === 'failed') return <ErrorState message={session.message} retry={session.retry} />
  if (session.state === 'loading') return null
  if (session.value.kind === 'signed out') return <SignInPage status={status} />
  return <Inside session={session.value} />
}

function Inside({ session }: { readonly session: SignedIn | { readonly kind: 'locked'; readonly name: string } }) {
  return session.kind === 'signed in' ? <SignedInPages session={session} /> : <LockScreen name={session.name} />
}

function SignedInPages({ session }: { readonly session: SignedIn }) {
  noteRoles(session.who.roles)
  useAutoLock()
  return (
    <SessionContext value={session}>
      <Activity>
        <RouterProvider router={router} />
      </Activity>
    </SessionContext>
  )
}
