import { renderToString } from 'react-dom/server'
import { createMemoryRouter } from 'react-router'
import { App } from './app'
import { HomeSkeleton } from './features/browse/home-skeleton'
import { PageSkeleton, Shell } from './features/shell/shell'
import { makeQueryClient } from '@weibao/api-client/query-client'

/**
 * Renders, in Chinese and without data, what a visitor sees before the first answer: the home page
 * with its words in place, or the neutral shape of any other page. Run once, at build time.
 */
export function renderShell(page: 'home' | 'other'): string {
  const router = createMemoryRouter(
    [
      {
        Component: Shell,
        children: [
          { index: true, Component: HomeSkeleton },
          { path: '*', Component: PageSkeleton },
        ],
      },
    ],
    { initialEntries: [page === 'home' ? '/' : '/other'] },
  )
  return renderToString(<App locale="zh-CN" client={makeQueryClient()} router={router} />)
}
