import type { Chance } from '../../electron/sample/chance'

/** One line of a refund file. */
interface Asked {
  readonly file: string
  readonly payment: string
  readonly amount: number
}

interface Deed extends Asked {
  /** `pending` until the bank has answered. */
  status: 'pending' | 'processed' | 'failure'
  readonly refundId: string
  readonly error: string
}

/** What the gateway paid out: what a refund is judged by, whatever the reports say. */
interface Payout {
  readonly file: string
  readonly payment: string
  readonly amount: number
}

const columns = 'Payment Id,Amount,Refund Id,Refunded Amount,status,speed,Error Code,Error Description'

/**
 * A gateway as its documents describe it: it takes files, answers the same file and payment (its idempotency key) the same, never gives
 * back more than was captured, and takes its time. Its own books are right; its reports come as they please.
 */
export class SimulatedGateway {
  readonly payouts: Payout[] = []
  readonly #deeds = new Map<string, Deed>()
  readonly #captured: ReadonlyMap<string, number>
  readonly #chance: Chance
  #counter = 0
  /** Once calm, it fails nothing any more. */
  calm = false

  constructor(captured: ReadonlyMap<string, number>, chance: Chance) {
    this.#captured = captured
    this.#chance = chance
  }

  /** Takes a file of Razorpay's columns, of that name. */
  upload(file: string, text: string): void {
    for (const line of text.trim().split('\r\n').slice(1)) {
      const [payment = '', amount = ''] = line.split(',')
      const key = `${file} ${payment}`
      if (!this.#deeds.has(key)) this.#deeds.set(key, this.#take({ file, payment, amount: Number(amount) }))
    }
  }

  #take(asked: Asked): Deed {
    this.#counter += 1
    const refundId = `rfnd_${String(this.#counter)}`
    const given = this.payouts.filter(({ payment }) => payment === asked.payment)
    const before = given.reduce((sum, { amount }) => sum + amount, 0)
    const left = (this.#captured.get(asked.payment) ?? 0) - before
    if (asked.amount > left) return { ...asked, status: 'failure', refundId: '', error: 'More than is left' }
    if (!this.calm && this.#chance.is(0.2)) {
      return { ...asked, status: 'failure', refundId: '', error: this.#chance.pick(['Account closed', 'Low balance']) }
    }
    // Accepted is paid: pending money cannot be recalled either.
    this.payouts.push({ file: asked.file, payment: asked.payment, amount: asked.amount })
    return { ...asked, status: this.#chance.is(0.4) ? 'pending' : 'processed', refundId, error: '' }
  }

  /** Banks answer some of what is pending. */
  pass(): void {
    for (const deed of this.#deeds.values()) {
      if (deed.status === 'pending' && (this.calm || this.#chance.is(0.5))) deed.status = 'processed'
    }
  }

  /** Its report on a file as its books stand now. */
  report(file: string): string {
    const lines = [...this.#deeds.values()].filter((deed) => deed.file === file).map(lineOf)
    return [columns, ...lines].join('\r\n')
  }

  /** A report as it may arrive: cut off, shuffled, with lines repeated, garbled, and of others. */
  noisyReport(file: string): string {
    const chance = this.#chance
    const [head = columns, ...lines] = this.report(file).split('\r\n')
    let kept = [...chance.shuffled(lines)]
    if (chance.is(0.3)) kept = kept.filter(() => chance.is(0.6))
    if (chance.is(0.3)) kept = kept.flatMap((line) => (chance.is(0.3) ? [line, line] : [line]))
    if (chance.is(0.2)) kept.push('pay_foreign,5000,rfnd_foreign,5000,processed,normal,,')
    if (chance.is(0.1)) kept = kept.map((line) => (chance.is(0.3) ? line.replace(/,\d+,/u, ',7,') : line))
    if (chance.is(0.1)) kept.push('', ',,,', 'not,a,line')
    const text = [head, ...kept].join(chance.is(0.3) ? '\n' : '\r\n')
    if (chance.is(0.2)) return text.slice(0, chance.whole(head.length, text.length))
    return chance.is(0.3) ? `\uFEFF${text}` : text
  }
}

const lineOf = ({ payment, amount, status, refundId, error }: Deed): string => {
  const refunded = status === 'failure' ? '' : String(amount)
  return `${payment},${String(amount)},${refundId},${refunded},${status},normal,${error === '' ? '' : 'BAD_REQUEST_ERROR'},${error}`
}
