import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { PasswordHash } from '../../shared/staff/account'

/** How much work one password is, as scrypt counts it. */
export interface PasswordCost {
  readonly n: number
  readonly r: number
  readonly p: number
}

/** OWASP's parameters for scrypt: 128 MB of memory and about a third of a second for each password. */
export const usualCost: PasswordCost = { n: 2 ** 17, r: 8, p: 1 }

export interface Passwords {
  /** The form in which a password is kept, with a salt of its own. */
  hash(password: string): Promise<PasswordHash>
  /** Whether it is the password. Takes as long where there is none to compare with, so that time tells nobody which names exist. */
  fits(password: string, kept: PasswordHash | null): Promise<boolean>
}

const keyLength = 32

const bookkeeping = 1024 * 1024

/** More than this is no hash of ours, and computing it could stop the program. */
const mostMemory = 1024 * 1024 * 1024

/** Passwords by scrypt. The cost applies to new hashes; kept ones are checked with the parameters they were made with. */
export function createPasswords(cost: PasswordCost = usualCost): Passwords {
  return {
    async hash(password) {
      const salt = randomBytes(16)
      const key = await derive(password, salt, cost)
      return { ...cost, salt: salt.toString('base64'), hash: key.toString('base64') }
    },
    async fits(password, kept) {
      const salt = kept === null ? randomBytes(16) : Buffer.from(kept.salt, 'base64')
      const key = await derive(password, salt, kept ?? cost)
      const wanted = kept === null ? randomBytes(keyLength) : Buffer.from(kept.hash, 'base64')
      return wanted.length === key.length && timingSafeEqual(wanted, key)
    },
  }
}

function derive(password: string, salt: Buffer, { n, r, p }: PasswordCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const memory = 128 * n * r
    if (memory > mostMemory) {
      reject(new Error('These scrypt parameters need too much memory.'))
      return
    }
    // One spelling for what looks the same: keyboards differ in how they compose accents (NIST SP 800-63B, 3.1.1.2).
    const text = password.normalize('NFKC')
    // Node refuses more than 32 MB unless told otherwise; its own bookkeeping comes on top.
    scrypt(text, salt, keyLength, { N: n, r, p, maxmem: 2 * memory + bookkeeping }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}
