import { QueryClientProvider } from '@tanstack/react-query'
import { setApiLanguage } from '@weibao/api-client/http'
import { I18nProvider, readLocale, ToastProvider } from '@weibao/ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { makeQueryClient } from './lib/query-client'
import { makeRoutes } from './routes'
import './styles.css'

const locale = readLocale()
setApiLanguage(locale)
const queryClient = makeQueryClient()
const router = createBrowserRouter(makeRoutes(queryClient))

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <I18nProvider initialLocale={locale}>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
