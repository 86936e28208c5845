import {
  createContext,
  createElement,
  use,
  type ComponentType,
  type ComponentPropsWithRef,
  type ReactNode,
} from 'react'

/** What every link-like part passes on. An app adapts its router's link to this. */
export interface LinkProps extends Omit<ComponentPropsWithRef<'a'>, 'href'> {
  readonly href: string
}

function PlainLink({ children, ...rest }: LinkProps) {
  return <a {...rest}>{children}</a>
}

const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink)

/** Gives the parts the router's link; without it they are plain anchors. */
export function LinkProvider({
  component,
  children,
}: {
  readonly component: ComponentType<LinkProps>
  readonly children: ReactNode
}) {
  return <LinkContext value={component}>{children}</LinkContext>
}

/** A link through the app's router, without any look of its own. */
export function BareLink(props: LinkProps) {
  return createElement(use(LinkContext), props)
}

/** A link in running text. */
export function TextLink({ className, ...rest }: LinkProps) {
  return <BareLink {...rest} className={className ? `wb-link ${className}` : 'wb-link'} />
}
