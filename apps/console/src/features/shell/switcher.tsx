import { useSuspenseQuery } from '@tanstack/react-query'
import {
  BareLink,
  CheckIcon,
  ChevronDownIcon,
  Monogram,
  useBilingual,
  useMessages,
} from '@weibao/ui'
import { useRef } from 'react'
import { baseOf, workplacesOf, type Acting } from '../../lib/acting'
import { sessionQuery } from '../sign-in/session.queries'
import { shellMessages } from './shell.messages'

/** Whom one acts for, and everybody else one could act for. The address is what decides. */
export function Switcher({ acting }: { acting: Acting }) {
  const t = useMessages(shellMessages)
  const say = useBilingual()
  const box = useRef<HTMLDetailsElement>(null)
  const { data: session } = useSuspenseQuery(sessionQuery)
  const places = workplacesOf(session)
  const here = acting.memberships[0]!
  const roles = acting.memberships.map(({ role }) => t(`role_${role}`)).join(' · ')
  const face = (
    <>
      <Monogram
        seed={here.organisationId}
        letter={here.shortName.zh.slice(0, 1)}
        size={36}
        className="rounded-small"
      />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-3 leading-snug font-semibold">{say(here.shortName)}</span>
        <span className="block truncate text-xs text-ink-soft">{roles}</span>
      </span>
    </>
  )
  const frame = 'flex min-h-14 items-center gap-3 rounded-control border border-line px-3 py-2'
  if (places.length < 2) return <div className={frame}>{face}</div>
  return (
    <details
      ref={box}
      className="relative"
      onKeyDown={(event) => closeOnEscape(event, box.current)}
    >
      <summary className={`${frame} list-none hover:bg-paper-sunk`}>
        {face}
        <ChevronDownIcon label={t('switchTo')} />
      </summary>
      <ul className="absolute inset-x-0 top-full z-30 mt-1 grid rounded-control border border-line bg-paper-raised py-1 shadow-card">
        {places.map((place) => (
          <li key={place.organisationId}>
            <BareLink
              href={baseOf(place) ?? '/'}
              onClick={() => box.current?.removeAttribute('open')}
              aria-current={place.organisationId === acting.organisationId ? 'true' : undefined}
              className="flex min-h-11 items-center gap-2 px-3 py-1.5 text-ink no-underline hover:bg-paper-sunk"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate">{say(place.shortName)}</span>
                <span className="block text-xs text-ink-soft">{t(`role_${place.role}`)}</span>
              </span>
              {place.organisationId === acting.organisationId && <CheckIcon />}
            </BareLink>
          </li>
        ))}
      </ul>
    </details>
  )
}

function closeOnEscape(event: React.KeyboardEvent, box: HTMLDetailsElement | null): void {
  if (event.key !== 'Escape' || !box?.open) return
  event.stopPropagation()
  box.open = false
  box.querySelector('summary')?.focus()
}
