import { ButtonLink, useMessages } from '@weibao/ui'
import { browseMessages } from './browse.messages'

/** The valley at harvest, with the words in its calm part: above on a phone, at the left on a desk. */
export function Hero() {
  const t = useMessages(browseMessages)
  return (
    <section className="sf-valley relative -mx-4 -mt-4 grid overflow-hidden bg-mist md:mx-0 md:mt-0 md:rounded-card">
      <picture className="absolute inset-0 block">
        <source media="(min-width: 640px)" srcSet="/pictures/hero-1440.webp" />
        <img
          src="/pictures/hero-390.webp"
          alt=""
          width={780}
          height={840}
          fetchPriority="high"
          className="size-full object-cover max-sm:object-bottom"
        />
      </picture>
      <div className="relative grid min-h-88 content-start justify-items-start gap-3 bg-linear-to-b from-[#fbf3e2]/85 via-[#fbf3e2]/55 via-40% to-transparent to-60% px-5 pt-7 pb-44 sm:min-h-96 sm:content-center sm:bg-linear-to-r sm:py-12 md:pl-10">
        <h1 className="text-xl text-indigo sm:text-2xl">{t('heroTitle')}</h1>
        <p className="max-w-xs sm:max-w-sm">{t('heroText')}</p>
        <ButtonLink href="/products?season=true">{t('heroButton')}</ButtonLink>
      </div>
    </section>
  )
}
