import { setNonce } from 'get-nonce'

/** The nonce of this load: styles that widgets write at run time carry it, or the policy of the page drops them. */
export const styleNonce: string = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

// Mantine's scroll lock asks get-nonce instead of the provider.
setNonce(styleNonce)
