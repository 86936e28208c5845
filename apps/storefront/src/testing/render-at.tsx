import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter } from 'react-router'
import { vi } from 'vitest'
import { App } from '../app'
import { makeQueryClient } from '@weibao/api-client/query-client'
import { makeRoutes } from '../routes'

/** Opens the shop at an address, as a visitor would. */
export function renderAt(path: string, locale: 'zh-CN' | 'en' = 'zh-CN') {
  vi.stubGlobal('scrollTo', () => undefined)
  const client = makeQueryClient()
  client.setDefaultOptions({ queries: { retry: false, staleTime: 15_000 } })
  const router = createMemoryRouter(makeRoutes(client), { initialEntries: [path] })
  render(<App locale={locale} client={client} router={router} />)
  const address = () => router.state.location.pathname + router.state.location.search
  return { user: userEvent.setup(), router, address }
}
