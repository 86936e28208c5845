import { QueryClientProvider } from '@tanstack/react-query'
import { onRefusal, setApiLanguage } from '@weibao/api-client/http'
import { applyStoredTheme, I18nProvider, readLocale, ToastProvider } from '@weibao/ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { ProofDialog } from './features/sign-in/proof-dialog'
import { proveWhenNeeded } from './lib/proof'
import { makeQueryClient } from '@weibao/api-client/query-client'
import { makeRoutes } from './routes'
import './styles.css'

applyStoredTheme()
const locale = readLocale()
setApiLanguage(locale)
onRefusal(proveWhenNeeded)
const queryClient = makeQueryClient()
const router = createBrowserRouter(makeRoutes(queryClient), { basename: '/console' })

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <I18nProvider initialLocale={locale}>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <RouterProvider router={router} />
          <ProofDialog />
        </ToastProvider>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
