export const paymentModes = ['UPI', 'card', 'net banking', 'wallet', 'EMI'] as const
export type PaymentMode = (typeof paymentModes)[number]
