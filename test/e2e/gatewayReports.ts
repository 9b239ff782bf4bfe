import type { Chance } from '../../electron/sample/chance'
import { SimulatedGateway } from '../gateway/simulatedGateway'

/** What the gateway knows the file of a batch by. */
export const uploaded = 'the batch'

/** A gateway that was given the file of a batch, and how many refunds that asks for. */
export function gatewayWith(text: string, chance: Chance) {
  const lines = text.trim().split('\r\n').slice(1)
  const captured = new Map<string, number>()
  for (const line of lines) {
    const [payment = '', amount = ''] = line.split(',')
    captured.set(payment, (captured.get(payment) ?? 0) + Number(amount))
  }
  const gateway = new SimulatedGateway(captured, chance)
  gateway.upload(uploaded, text)
  return { gateway, asked: lines.length }
}

/** Some lines are lost, some come twice, none stands where it stood. */
export function asItArrives(report: string, chance: Chance): string {
  const [head = '', ...lines] = report.split('\r\n')
  const kept = lines.filter(() => chance.is(0.6)).flatMap((line) => (chance.is(0.3) ? [line, line] : [line]))
  return [head, ...chance.shuffled(kept)].join('\r\n')
}
