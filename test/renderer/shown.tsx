import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { SessionContext } from '../../renderer/session/useSession'
import { roles, type Role } from '../../shared/staff/account'
import { createdAt, staffId } from '../shared/builders'

interface Options {
  /** Roles of whoever is signed in; all of them unless it is said. */
  readonly held?: readonly Role[]
  /** The route that the page reads its parameters from, and the address that is open. */
  readonly path?: string
  readonly address?: string
}

/** Shows a part of the window to someone who is signed in, at an address. */
export function shown(children: ReactNode, { held = roles, path = '/', address = path }: Options = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  const root = createRootRoute()
  const page = createRoute({ getParentRoute: () => root, path, component: () => children })
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: [address] }),
  })
  const who = { id: staffId, signInName: 'meera', name: 'Meera Iyer', roles: held, active: true, createdAt }
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <SessionContext value={{ kind: 'signed in', who, locksAfterMinutes: 10 }}>
          <RouterProvider router={router as never} />
        </SessionContext>
      </QueryClientProvider>
    </MantineProvider>,
  )
}
