import type { OrderId, RefundId } from '../../shared/ids'
import type { RefundAction } from '../../shared/refunds/transitions'
import { useCommand } from '../api'

interface Which {
  readonly orderId: OrderId
  readonly refundId: RefundId
}

/** The steps of a refund under one roof; each command keeps its own id for its own attempts. */
export function useRefundCommands() {
  const send = useCommand('refunds.send')
  const settle = useCommand('refunds.settle')
  const fail = useCommand('refunds.fail')
  const retry = useCommand('refunds.retry')
  const release = useCommand('refunds.release')
  const steps: Record<RefundAction, (which: Which, said: string) => ReturnType<typeof retry.run>> = {
    send: (which, reference) => send.run({ ...which, reference }),
    settle: (which, bankReference) => settle.run({ ...which, bankReference }),
    fail: (which, reason) => fail.run({ ...which, reason }),
    retry: (which) => retry.run({ ...which }),
    release: (which) => release.run({ ...which }),
  }
  return {
    run: (action: RefundAction, which: Which, said: string) => steps[action](which, said),
    running: send.running || settle.running || fail.running || retry.running || release.running,
  }
}
