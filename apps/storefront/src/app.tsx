import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { I18nProvider, ToastProvider, type Locale } from '@weibao/ui'
import { StrictMode } from 'react'
import { RouterProvider, type createMemoryRouter } from 'react-router'

interface AppProps {
  readonly locale: Locale
  readonly client: QueryClient
  readonly router: ReturnType<typeof createMemoryRouter>
}

/** What every page stands in: language, server state, toasts, addresses. */
export function App({ locale, client, router }: AppProps) {
  return (
    <StrictMode>
      <I18nProvider initialLocale={locale}>
        <QueryClientProvider client={client}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>
  )
}
