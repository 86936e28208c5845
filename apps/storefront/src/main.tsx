import { setApiLanguage } from '@weibao/api-client/http'
import { readLocale } from '@weibao/ui'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { App } from './app'
import { makeQueryClient } from '@weibao/api-client/query-client'
import { keepTyped } from './lib/keep-typed'
import { makeRoutes } from './routes'
import './styles.css'

const locale = readLocale()
setApiLanguage(locale)
const client = makeQueryClient()
const router = createBrowserRouter(makeRoutes(client))
const root = createRoot(document.getElementById('root')!)
const render = () =>
  keepTyped('search', () =>
    flushSync(() => root.render(<App locale={locale} client={client} router={router} />)),
  )

// The prerendered page is Chinese: it stays until the whole page can take its place without a flash.
if (locale === 'zh-CN' && !router.state.initialized) {
  const stop = router.subscribe(({ initialized }) => {
    if (!initialized) return
    stop()
    render()
  })
} else {
  render()
}
