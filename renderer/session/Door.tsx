import { useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Activity, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { StaffId } from '../../shared/ids'
import type { Session, ShopStatus } from '../../shared/shop/requests'
import { onDoorClosed, useAsk } from '../api'
import { openRouter } from '../routes'
import { StartPage } from '../shop/StartPage'
import { ErrorState } from '../ui/ErrorState'
import { forgetAnswers } from './enter'
import { LockScreen } from './LockScreen'
import { SignInPage } from './SignInPage'
import { useAutoLock } from './useAutoLock'
import { SessionContext, type SignedIn } from './useSession'

/**
 * What stands between the window and the pages: a shop must be open and someone signed in. Every request that finds the door
 * closed leads here, whichever page it came from.
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

type Present = Exclude<Session, { kind: 'signed out' }>

/**
 * The pages of whoever is signed in. While it is locked they stay as they are, hidden and without effects, so that unlocking leads
 * back to the same half-written form; nobody else ever gets to see them.
 */
function Inside({ session }: { readonly session: Present }) {
  const [last, setLast] = useState<SignedIn | null>(null)
  if (session.kind === 'signed in' && session !== last) setLast(session)
  const locked = session.kind === 'locked'
  const shown = session.kind === 'signed in' ? session : last
  return (
    <>
      {locked && <LockScreen name={session.name} />}
      {shown !== null && (
        <>
          <ForgetOnLeaving key={`forget ${shown.who.id}`} />
          <Activity mode={locked ? 'hidden' : 'visible'}>
            <SignedInPages key={shown.who.id} session={shown} />
          </Activity>
        </>
      )}
    </>
  )
}

function SignedInPages({ session }: { readonly session: SignedIn }) {
  const [router] = useState(() => routerFor(session.who.id))
  useFreshAfterPause()
  useAutoLock()
  return (
    <SessionContext value={session}>
      <RouterProvider router={router} />
    </SessionContext>
  )
}

/** Whose pages this window showed last. */
let lastPerson: StaffId | null = null

/** Someone else than before begins on a page of their own, not where the other one was. */
function routerFor(who: StaffId): ReturnType<typeof openRouter> {
  const afresh = lastPerson !== null && lastPerson !== who
  lastPerson = who
  return openRouter(afresh)
}

/** Forgets everything that was shown to a person as soon as somebody else, or nobody, is signed in. */
function ForgetOnLeaving() {
  const client = useQueryClient()
  useLayoutEffect(() => () => forgetAnswers(client), [client])
  return null
}

/** Hidden pages do not follow the store: what was asked while the door was locked, or not at all, is asked again. */
function useFreshAfterPause(): void {
  const client = useQueryClient()
  const before = useRef(false)
  useEffect(() => {
    if (before.current) void client.invalidateQueries()
    before.current = true
  }, [client])
}
