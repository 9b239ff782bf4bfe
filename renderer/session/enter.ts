import type { QueryClient } from '@tanstack/react-query'
import type { Session, ShopStatus } from '../../shared/shop/requests'

const aboutTheDoor: readonly unknown[] = ['shop.status', 'session.current']

/** What the main process answered about the session is what the door shows next. */
export function noteSession(client: QueryClient, session: Session): void {
  client.setQueryData(['session.current', {}], session)
}

/** What the main process answered about the shop is what the door shows next. Another shop brings another session. */
export function noteShop(client: QueryClient, status: ShopStatus): void {
  client.setQueryData(['shop.status', {}], status)
  void client.refetchQueries({ queryKey: ['session.current'] })
}

/** Forgets everything that was shown to whoever was here before: the next person may not be allowed to see it. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey: [name] }) => !aboutTheDoor.includes(name) })
}
