import type { LinkProps } from '@weibao/ui'
import { Link } from 'react-router'

/** Addresses that the console's router does not know: the API's files, other sites. */
const ELSEWHERE = /^[a-z]+:|^\/(api|mailbox)(\/|$)/

/** The router's link in the shape that `ui` uses. Addresses are below `/console`. */
export function RouterLink({ href, children, ...rest }: LinkProps) {
  if (ELSEWHERE.test(href) || href.startsWith('#'))
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
