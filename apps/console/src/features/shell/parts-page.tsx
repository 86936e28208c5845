import { LinkProvider, PartsPage } from '@weibao/ui'
import { RouterLink } from '../../lib/router-link'
import { useTitle } from '../../lib/use-title'

/** The design system's parts, to look at and to audit. */
export function ConsolePartsPage() {
  useTitle('Parts')
  return (
    <LinkProvider component={RouterLink}>
      <main id="main">
        <PartsPage />
      </main>
    </LinkProvider>
  )
}
