import { ButtonLink, useMessages } from '@weibao/ui'
import { browseMessages } from './browse.messages'

/** The valley at harvest, with the words in its calm part: above on a phone, at the left on a desk. */
export function Hero() {
  const t = useMessages(browseMessages)
  return (
    <section className="relative -mx-4 -mt-4 grid overflow-hidden bg-mist md:mx-0 md:mt-0 md:rounded-card">
      <picture className="col-start-1 row-start-1 block">
        <source media="(min-width: 640px)" srcSet="/pictures/hero-1440.webp" />
        <img
          src="/pictures/hero-390.webp"
          alt=""
          width={780}
          height={840}
          fetchPriority="high"
          className="h-full min-h-72 w-full object-cover max-sm:max-h-96 max-sm:object-bottom"
        />
      </picture>
      <div className="z-10 col-start-1 row-start-1 grid content-start justify-items-start gap-3 px-5 pt-7 pb-32 sm:max-w-md sm:content-center sm:py-12 md:pl-10">
        <h1 className="text-xl text-[#1d2c57] sm:text-2xl">{t('heroTitle')}</h1>
        <p className="max-w-xs text-[#1f1b16]">{t('heroText')}</p>
        <ButtonLink href="/products?season=true">{t('heroButton')}</ButtonLink>
      </div>
    </section>
  )
}
