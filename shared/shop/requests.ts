import { z } from 'zod'
import type { Backup, UnderWay } from '../backups/requests'
import { command, lineSchema, output, query } from '../request'
import type { Colleague } from '../staff/account'
import { passwordSchema, signInNameSchema } from '../staff/requests'

export type ShopKind = 'own' | 'sample'

/** A shop that could not be opened: which file, what is wrong with it, and what can be done. Nothing of it was changed. */
export interface OpeningFailure {
  readonly file: string
  readonly what: string
  readonly advice: string
  readonly shop: ShopKind
  /** The newest backup of it, which can be restored without signing in. */
  readonly newestBackup: Backup | null
}

/** An account of the sample shop that the sign-in page shows, password and all. */
export interface SampleAccount {
  readonly signInName: string
  readonly password: string
  readonly name: string
  readonly roleWords: string
}

export type ShopStatus =
  /** Nothing is open: the first page asks what to open. `ownExists` says whether there is a shop to go back to. */
  | {
      readonly kind: 'closed'
      readonly ownExists: boolean
      readonly sampleExists: boolean
      readonly failure: OpeningFailure | null
      /** A restore or an export of that shop. */
      readonly underWay: UnderWay | null
    }
  | {
      readonly kind: 'open'
      readonly shop: ShopKind
      readonly name: string
      readonly sampleAccounts: readonly SampleAccount[]
      /** When the last change was made durable since this start; null before the first. */
      readonly savedAt: number | null
      /** Set while a change could not be saved: a sentence for the bottom edge. */
      readonly notSaved: string | null
      /** Why the shop is open for reading alone, as a sentence; null while changes can be saved. */
      readonly readOnly: string | null
      /** How much is read, from 0 to 1, of what changes and lists wait for after the opening; null when all of it is, or no more is read by itself. */
      readonly readAhead: number | null
    }

export const shopRequests = {
  'shop.status': query('anyone', z.strictObject({}), output<ShopStatus>()),
  /** Opens a shop that exists; the sample shop is made when it is opened for the first time. Signs out whoever was signed in. */
  'shop.open': query('anyone', z.strictObject({ shop: z.enum(['own', 'sample']) }), output<ShopStatus>()),
  /** Starts an empty shop with its first account, a manager who holds all roles. Refused when there is a shop already. */
  'shop.start': query(
    'anyone',
    z.strictObject({
      shopName: lineSchema(80, 1),
      signInName: signInNameSchema,
      name: lineSchema(80, 1),
      password: passwordSchema,
    }),
    output<ShopStatus>(),
  ),
  /** Closes whatever is open and goes back to the first page. */
  'shop.close': query('anyone', z.strictObject({}), output<ShopStatus>()),
  /** Tries whether changes can be saved again. Answers whether they can: then `readOnly` of the status is null. */
  'shop.tryAgain': query('signed-in', z.strictObject({}), output<ShopStatus>()),
  /** Throws the sample shop away and makes it anew. Refused while another shop is open. */
  'shop.resetSample': query('anyone', z.strictObject({}), output<ShopStatus>()),
}

export const sessionRequests = {
  'session.current': query('anyone', z.strictObject({}), output<Session>()),
  'session.signIn': query(
    'anyone',
    z.strictObject({ signInName: z.string().max(200), password: z.string().max(1000) }),
    output<Session>(),
  ),
  /** Ends the lock with the password of whoever is signed in. */
  'session.unlock': query('anyone', z.strictObject({ password: z.string().max(1000) }), output<Session>()),
  'session.lock': query('anyone', z.strictObject({}), output<Session>()),
  'session.signOut': query('anyone', z.strictObject({}), output<Session>()),
  /** Says that someone is at the keyboard, which puts the automatic lock off. */
  'session.touch': query('signed-in', z.strictObject({}), output<Session>()),
  /** Whether whoever is signed in is told on the desktop of what turns urgent. */
  'session.alerts': query(['support', 'manager'], z.strictObject({}), output<{ readonly on: boolean }>()),
  'session.setAlerts': command(['support', 'manager'], { on: z.boolean() }, output<{ readonly on: boolean }>()),
  'session.changePassword': command(
    'signed-in',
    { current: z.string().max(1000), next: passwordSchema },
    output<{ readonly changed: true }>(),
  ),
}

export type Session =
  | { readonly kind: 'signed out' }
  | { readonly kind: 'locked'; readonly name: string }
  | { readonly kind: 'signed in'; readonly who: Colleague; readonly locksAfterMinutes: number }
