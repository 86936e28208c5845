import { QueryClientProvider } from '@tanstack/react-query'
import { onRefusal } from '@weibao/api-client/http'
import { I18nProvider, ToastProvider } from '@weibao/ui'
import { render } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { ProofDialog } from '../features/sign-in/proof-dialog'
import { proveWhenNeeded } from '../lib/proof'
import { makeQueryClient } from '@weibao/api-client/query-client'
import { makeRoutes } from '../routes'

/** The whole console at an address, in Chinese, as `main.tsx` puts it together. */
export function openConsole(address: string) {
  onRefusal(proveWhenNeeded)
  // NOTE jsdom knows the name only.
  window.scrollTo = () => undefined
  const client = makeQueryClient()
  client.setDefaultOptions({ queries: { retry: false, staleTime: 15_000 } })
  const router = createMemoryRouter(makeRoutes(client), { initialEntries: [address] })
  render(
    <I18nProvider>
      <QueryClientProvider client={client}>
        <ToastProvider>
          <RouterProvider router={router} />
          <ProofDialog />
        </ToastProvider>
      </QueryClientProvider>
    </I18nProvider>,
  )
  return { router, address: () => router.state.location.pathname + router.state.location.search }
}
