import type { LinkProps } from '@weibao/ui'
import { Link } from 'react-router'

/** The router's link in the shape that `ui` uses; addresses of other applications load the page. */
export function RouterLink({ href, children, ...rest }: LinkProps) {
  const isElsewhere = /^[a-z]+:|^\/(console|api|mailbox)(\/|$)/.test(href)
  if (isElsewhere || href.startsWith('#'))
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    )
  return (
    <Link to={href} {...rest}>
      {children}
    </Link>
  )
}
