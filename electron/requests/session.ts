import { doorRefusals } from '../../shared/requests'
import { ok, refuse, type Refused } from '../../shared/result'
import { changePassword } from '../../shared/staff/changeAccount'
import type { FeatureHandlers, Front, FrontHandlers } from './handler'
import { present } from './present'

type SessionHandlers = Pick<FrontHandlers, Extract<keyof FrontHandlers, `session.${string}`>>

const refuseClosed = (): Refused => refuse(doorRefusals.notOpen, 'No shop is open.')

const facts = async ({ session, shops }: Front) => ok(await session.facts(shops.current))

export const sessionHandlers: SessionHandlers = {
  'session.current': (_input, front) => facts(front),
  'session.signIn': async ({ signInName, password }, { session, shops }) =>
    shops.current === null ? refuseClosed() : session.signIn(shops.current, signInName, password),
  'session.unlock': async ({ password }, { session, shops }) =>
    shops.current === null ? refuseClosed() : session.unlock(shops.current, password),
  'session.lock': (_input, front) => {
    front.session.lock()
    return facts(front)
  },
  'session.signOut': (_input, front) => {
    front.session.signOut()
    return facts(front)
  },
  'session.alerts': async (_input, front) => {
    const here = await present(front)
    if (!here.ok) return here
    const { shop, actor } = here.value
    return ok({ on: (await shop.store.read.staff.one(actor.staffId))?.alerts === true })
  },
  'session.touch': (_input, front) => {
    front.session.touch()
    return facts(front)
  },
}

export const sessionCommands: FeatureHandlers<'session'> = {
  'session.setAlerts': ({ on }, desk) =>
    desk.commit(async ({ tx, by }) => {
      const account = by.kind === 'staff' ? await tx.staff.get(by.staffId) : null
      if (account === null) return refuse(doorRefusals.notSignedIn, 'Sign in first.')
      tx.staff.put({ ...account, alerts: on })
      return ok({
        reply: { on },
        subject: { staffId: account.id },
        summary: `${account.signInName} is ${on ? 'now' : 'no longer'} told of what turns urgent`,
      })
    }),

  'session.changePassword': async ({ current, next }, desk) => {
    const proven = await desk.prove(current, 'current')
    if (!proven.ok) return proven
    const kept = await desk.passwords.hash(next)
    return desk.commit(async ({ tx, by }) => {
      const account = by.kind === 'staff' ? await tx.staff.get(by.staffId) : null
      if (account === null) return refuse(doorRefusals.notSignedIn, 'Sign in first.')
      tx.staff.put(changePassword(account, kept))
      return ok({
        reply: { changed: true },
        subject: { staffId: account.id },
        summary: `Changed the password of ${account.signInName}`,
      })
    })
  },
}
