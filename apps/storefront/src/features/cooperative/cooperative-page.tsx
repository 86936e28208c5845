import { useSuspenseQuery } from '@tanstack/react-query'
import type { Cooperative } from '@weibao/contracts/cooperative'
import {
  Breadcrumbs,
  Monogram,
  MountainLine,
  Notice,
  StatTile,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useParams } from 'react-router'
import { useTitle } from '../../lib/use-title'
import { ProductGrid } from '../browse/product-grid'
import { SectionHead } from '../browse/section-head'
import { Papers } from '../papers/papers'
import { cooperativeMessages } from './cooperative.messages'
import { cooperativeQuery } from './cooperative.queries'

/** A cooperative: who they are, what they make, their licences. */
export function CooperativePage() {
  const t = useMessages(cooperativeMessages)
  const say = useBilingual()
  const { data: cooperative } = useSuspenseQuery(cooperativeQuery(useParams()['slug']!))
  useTitle(say(cooperative.name))
  return (
    <div className="grid gap-10">
      <div className="grid gap-4">
        <Breadcrumbs trail={[{ label: t('home'), href: '/' }, { label: say(cooperative.name) }]} />
        <Banner cooperative={cooperative} />
        <Figures cooperative={cooperative} />
        {cooperative.isPaused && <Notice title={t('paused')}>{t('pausedText')}</Notice>}
        {cooperative.isDemonstration && <Notice>{t('demonstration')}</Notice>}
      </div>
      <section className="grid gap-4">
        <SectionHead title={t('storyTitle')} />
        <div className="grid max-w-prose gap-3">
          {say(cooperative.story)
            .split('\n')
            .filter((text) => text.trim())
            .map((text) => (
              <p key={text}>{text}</p>
            ))}
        </div>
      </section>
      <section className="grid gap-4">
        <SectionHead title={t('goodsTitle')} />
        {cooperative.products.length > 0 ? (
          <ProductGrid cards={cooperative.products} />
        ) : (
          <p className="text-ink-soft">{t('noGoods')}</p>
        )}
      </section>
      <section className="grid gap-4">
        <SectionHead title={t('papersTitle')} />
        <Papers papers={cooperative.papers} />
      </section>
    </div>
  )
}

function Banner({ cooperative }: { cooperative: Cooperative }) {
  const t = useMessages(cooperativeMessages)
  const say = useBilingual()
  const { list } = useFormats()
  return (
    <div className="relative -mx-4 overflow-hidden bg-mist md:mx-0 md:rounded-card">
      <div className="relative z-10 flex flex-wrap items-center gap-4 px-5 pt-6 pb-28 md:min-h-60 md:px-8 md:pt-8 md:pb-32">
        <Monogram seed={cooperative.slug} letter={cooperative.name.zh[0]!} size={72} />
        <div className="grid min-w-56 flex-1 gap-1">
          <h1 className="text-indigo">{say(cooperative.name)}</h1>
          <p>
            {say(cooperative.townshipName)}
            {cooperative.villages.length > 0 && (
              <>
                {' · '}
                <span className="wb-hidden">{t('villages')}</span>
                {list(cooperative.villages.map(say))}
              </>
            )}
          </p>
          <p>{say(cooperative.summary)}</p>
        </div>
      </div>
      <MountainLine className="absolute right-0 -bottom-3 md:w-3/4 md:mask-l-from-60%" />
    </div>
  )
}

function Figures({ cooperative }: { cooperative: Cooperative }) {
  const t = useMessages(cooperativeMessages)
  const { number, month } = useFormats()
  return (
    <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
      <StatTile
        label={t('members')}
        value={number(cooperative.memberFarmers)}
        unit={t('membersUnit')}
      />
      <StatTile label={t('goods')} value={number(cooperative.productCount)} unit={t('goodsUnit')} />
      {cooperative.foundedYear && (
        <StatTile label={t('founded')} value={String(cooperative.foundedYear)} />
      )}
      <StatTile label={t('joined')} value={month(cooperative.joinedOn)} />
    </div>
  )
}
