import type { Township } from '@weibao/contracts/township'
import { BareLink, useBilingual, useMessages } from '@weibao/ui'
import { browseMessages } from './browse.messages'

/** The townships as stations along the river; a strip one walks on a phone, two rows on a desk. */
export function TownshipStrip({ townships }: { townships: readonly Township[] }) {
  const t = useMessages(browseMessages)
  const say = useBilingual()
  return (
    <ul
      tabIndex={-1}
      className="-mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-2 md:mx-0 md:grid md:grid-cols-5 md:overflow-visible md:px-0"
    >
      {townships.map((township, index) => (
        <li key={township.code} className="w-40 shrink-0 snap-start md:w-auto">
          <BareLink
            href={`/products?township=${township.code}`}
            className="wb-card grid h-full content-between gap-3 p-4 text-ink no-underline hover:border-indigo"
          >
            <TownshipMark order={index} />
            <span className="grid">
              <span className="font-display text-base font-bold text-indigo">
                {say(township.name)}
              </span>
              <span className="text-sm text-ink-soft">
                {t('townshipCount', { count: township.productCount })}
              </span>
            </span>
          </BareLink>
        </li>
      ))}
    </ul>
  )
}

const ridges = [
  'M2 30 14 14l8 8 10-16 14 20 8-7 8 11',
  'M2 28 12 20l10-12 9 10 8-6 10 12 13 4',
  'M2 30 10 22l8 4 12-18 10 12 8-4 14 14',
  'M2 26 16 10l10 12 8-8 12 12 8-4 8 8',
  'M2 30 14 24l8-14 12 10 6-6 12 10 10 4',
]

/** One-colour mark: a ridge of its own over the river, its station marked. */
function TownshipMark({ order }: { order: number }) {
  const station = 8 + ((order * 17) % 48)
  return (
    <svg viewBox="0 0 64 40" fill="none" aria-hidden="true" className="h-10 w-16 text-indigo">
      <path
        d={ridges[order % ridges.length]}
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path d="M2 36c8-3 14 3 22 0s14 3 22 0 12 2 16 0" stroke="currentColor" opacity="0.45" />
      <path d={`M${station} 29l4 4-4 4-4-4Z`} className="fill-madder" />
    </svg>
  )
}
