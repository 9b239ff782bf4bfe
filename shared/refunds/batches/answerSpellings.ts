/** How result files call their columns, small letters alone. */
export const spellings = {
  payment: ['paymentid'],
  key: ['refundkey'],
  batch: ['batch'],
  amount: ['amount'],
  refunded: ['refundedamount'],
  /** The gateway's reference of the refund. */
  refund: ['refundid'],
  status: ['status'],
  bank: ['bankreference', 'arn', 'rrn', 'arnrrn', 'utr'],
  error: ['errorcode'],
  reason: ['errordescription', 'reason'],
} as const
