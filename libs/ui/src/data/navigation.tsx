import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { BareLink } from '../actions/link'
import { Button, ButtonLink } from '../actions/button'
import { cx } from '../cx'
import { ChevronRightIcon } from '../icons/icons'
import { useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'

/** A neighbouring page: its address, or what to do. Null when there is none. */
export type PageStep = { readonly href: string } | { readonly onPress: () => void } | null

/** Back and on through a long list that is read by keys, so without page numbers. */
export function Pager({
  previous,
  next,
  summary,
  busy,
}: {
  readonly previous: PageStep
  readonly next: PageStep
  readonly summary?: ReactNode
  readonly busy?: boolean
}) {
  const t = useMessages(uiMessages)
  if (!previous && !next && !summary) return null
  return (
    <nav className="wb-pager" aria-label={t('pages')}>
      <PagerButton step={previous} label={t('previousPage')} busy={busy} />
      <span className="text-center text-sm text-ink-soft">{summary}</span>
      <PagerButton step={next} label={t('nextPage')} busy={busy} />
    </nav>
  )
}

function PagerButton({ step, label, busy }: { step: PageStep; label: string; busy?: boolean }) {
  if (step && 'href' in step) {
    return (
      <ButtonLink href={step.href} tone="quiet" size="small">
        {label}
      </ButtonLink>
    )
  }
  return (
    <Button tone="quiet" size="small" disabled={!step || busy} onClick={() => step?.onPress()}>
      {label}
    </Button>
  )
}

export interface TabItem {
  readonly id: string
  readonly label: ReactNode
  readonly count?: number
  readonly content: ReactNode
}

/** Tabs within a page: arrow keys move, only the chosen panel is there. */
export function Tabs({
  label,
  tabs,
  value,
  onChange,
  className,
}: {
  readonly label: string
  readonly tabs: readonly TabItem[]
  readonly value: string
  readonly onChange: (id: string) => void
  readonly className?: string
}) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const chosen = tabs.find((tab) => tab.id === value) ?? tabs[0]
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === chosen?.id)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const index = (to + tabs.length) % tabs.length
    onChange(tabs[index]!.id)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus()
  }
  return (
    <div className={className}>
      <div ref={list} className="wb-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            className="wb-tab"
            aria-selected={tab === chosen}
            aria-controls={tab === chosen ? `${id}-panel` : undefined}
            tabIndex={tab === chosen ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <span className="wb-tab-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      {chosen && (
        <div
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${chosen.id}`}
          tabIndex={0}
          className="pt-4"
        >
          {chosen.content}
        </div>
      )}
    </div>
  )
}

export interface LinkTab {
  readonly href: string
  readonly label: ReactNode
  readonly count?: number
  readonly current?: boolean
}

/** Tabs that are addresses. */
export function LinkTabs({
  label,
  tabs,
}: {
  readonly label: string
  readonly tabs: readonly LinkTab[]
}) {
  const row = useRef<HTMLElement>(null)
  const current = tabs.find((tab) => tab.current)?.href
  // Counts that come later make the row longer.
  const counts = tabs.map(({ count }) => count ?? '').join()
  useLayoutEffect(() => bringCurrentIntoView(row.current), [current, counts])
  return (
    <nav ref={row} className="wb-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <BareLink
          key={tab.href}
          href={tab.href}
          className="wb-tab"
          aria-current={tab.current ? 'page' : undefined}
        >
          {tab.label}
          {tab.count !== undefined && <span className="wb-tab-count">{tab.count}</span>}
        </BareLink>
      ))}
    </nav>
  )
}

/** On a phone the tab one stands on may be beyond the edge. Only the row moves, never the page. */
function bringCurrentIntoView(row: HTMLElement | null): void {
  const tab = row?.querySelector('[aria-current]')
  if (!row || !tab) return
  const edge = row.getBoundingClientRect()
  const place = tab.getBoundingClientRect()
  if (place.right > edge.right) row.scrollLeft += place.right - edge.right
  if (place.left < edge.left) row.scrollLeft -= edge.left - place.left
}

/** The way to this page; the last one is the page itself. */
export function Breadcrumbs({
  trail,
  className,
}: {
  readonly trail: readonly { readonly label: string; readonly href?: string }[]
  readonly className?: string
}) {
  const t = useMessages(uiMessages)
  return (
    <nav className={cx('wb-crumbs', className)} aria-label={t('crumbs')}>
      <ol>
        {trail.map(({ label, href }, index) => (
          <li key={`${index} ${label}`}>
            {index > 0 && <ChevronRightIcon />}
            {href ? (
              <BareLink href={href}>{label}</BareLink>
            ) : (
              <span aria-current={index === trail.length - 1 ? 'page' : undefined}>{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
