import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { minute } from '../shared/time'
import { followStore } from './live'
import { Door } from './session/Door'
import { styleNonce } from './styleNonce'
import { theme } from './theme'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // The main process tells what has changed; there is no network that could fail for a moment.
      staleTime: 10 * minute,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
})

export function App() {
  useEffect(() => followStore(client), [])
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
      <QueryClientProvider client={client}>
        <Notifications position="bottom-right" limit={4} />
        <Door />
      </QueryClientProvider>
    </MantineProvider>
  )
}
