import { expect, test } from 'vitest'
import { runGateway } from '../gateway/runGateway'

/** `npm run gateway` does ten thousand. */
const runs = 150

test('through a gateway that loses, repeats, delays and reorders its replies nobody is refunded twice or forgotten', async () => {
  for (let seed = 1; seed <= runs; seed += 1) {
    const { refunds, doubleRefunds, forgotten, troubles } = await runGateway(seed)
    expect({ seed, doubleRefunds, forgotten, troubles }).toEqual({ seed, doubleRefunds: 0, forgotten: 0, troubles: [] })
    expect(refunds).toBeGreaterThan(0)
  }
}, 60_000)
