import { LinkProvider, PartsPage } from '@weibao/ui'
import { RouterLink } from '../../lib/router-link'

/** The design system's parts, to look at and to audit. */
export function ConsolePartsPage() {
  return (
    <LinkProvider component={RouterLink}>
      <main id="main">
        <PartsPage />
      </main>
    </LinkProvider>
  )
}
