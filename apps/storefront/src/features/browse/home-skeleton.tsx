import { TextLink, useMessages } from '@weibao/ui'
import type { ReactNode } from 'react'
import { Bone } from '../../lib/bone'
import { browseMessages } from './browse.messages'
import { Hero } from './hero'
import { SectionHead } from './section-head'

/** The home page before its data: its words, and every part in the size it will have. */
export function HomeSkeleton() {
  const t = useMessages(browseMessages)
  return (
    <div className="grid gap-10 md:gap-14">
      <Hero />
      <section className="grid gap-4">
        <SectionHead
          title={t('seasonTitle')}
          note={t('seasonNote')}
          more={<TextLink href="/products?season=true">{t('seasonMore')}</TextLink>}
        />
        <Tiles count={8} />
      </section>
      <section className="grid gap-4">
        <SectionHead title={t('townshipTitle')} note={t('townshipNote')} />
        <ul
          aria-hidden="true"
          className="-mx-4 flex gap-3 overflow-hidden px-4 pb-2 md:mx-0 md:grid md:grid-cols-5 md:px-0"
        >
          {times(10, (key) => (
            <li key={key} className="wb-card h-34 w-40 shrink-0 p-4 md:w-auto" />
          ))}
        </ul>
      </section>
      <section className="grid gap-4">
        <SectionHead title={t('categoriesTitle')} />
        <div aria-hidden="true" className="flex flex-wrap gap-2">
          {times(16, (key) => (
            <Bone key={key} className="h-11 w-24 rounded-full" />
          ))}
        </div>
      </section>
      <section className="grid gap-4">
        <SectionHead
          title={t('giftTitle')}
          note={t('giftNote')}
          more={<TextLink href="/gifts">{t('giftMore')}</TextLink>}
        />
        <Tiles count={4} />
      </section>
    </div>
  )
}

function Tiles({ count }: { count: number }) {
  return (
    <ul
      aria-hidden="true"
      className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-4"
    >
      {times(count, (key) => (
        <li key={key} className="wb-card">
          <div className="aspect-square w-full bg-mist" />
          <div className="grid h-35 content-start sm:h-31 gap-2 p-3">
            <Bone className="h-5 w-3/4" />
            <Bone className="h-4 w-1/2" />
            <Bone className="mt-4 h-6 w-1/3" />
          </div>
        </li>
      ))}
    </ul>
  )
}

function times(count: number, make: (key: number) => ReactNode): ReactNode[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
