import type { Product } from '@weibao/contracts/product'
import {
  BareLink,
  Monogram,
  Notice,
  TextLink,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { SectionHead } from '../browse/section-head'
import { productMessages } from './product.messages'

/** Who it comes from, and where the money goes. */
export function People({ product: { cooperative } }: { product: Product }) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  return (
    <section className="grid content-start gap-3">
      <SectionHead title={t('peopleTitle')} plain />
      <div className="wb-card grid gap-3 p-4 sm:p-5">
        <div className="flex items-center gap-3">
          <Monogram seed={cooperative.slug} letter={cooperative.name.zh[0]!} size={56} />
          <div>
            <h3>
              <BareLink
                href={`/cooperatives/${cooperative.slug}`}
                className="text-ink no-underline hover:underline"
              >
                {say(cooperative.name)}
              </BareLink>
            </h3>
            <p className="text-sm text-ink-soft">
              {say(cooperative.townshipName)} · {t('members', { count: cooperative.memberFarmers })}
            </p>
          </div>
        </div>
        <p>{say(cooperative.summary)}</p>
        <div className="grid gap-1 border-t border-line pt-3">
          <h3 className="text-pine">{t('farmersTitle')}</h3>
          <p className="text-sm">{t('farmersText')}</p>
        </div>
        <TextLink href={`/cooperatives/${cooperative.slug}`} className="justify-self-start text-sm">
          {t('toCooperative')}
        </TextLink>
      </div>
    </section>
  )
}

export function Story({ product }: { product: Product }) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  return (
    <section className="mt-3 grid gap-3">
      <SectionHead title={t('storyTitle')} plain />
      <div className="grid max-w-prose gap-3">
        {paragraphs(say(product.story)).map((text) => (
          <p key={text}>{text}</p>
        ))}
        {product.facts.length > 0 && (
          <ul className="grid gap-2 border-l-2 border-mist-deep pl-4 text-sm">
            {product.facts.map(({ text, year }) => (
              <li key={text.zh}>
                {say(text)}
                {year && (
                  <span className="text-ink-soft">{t('factYear', { year: `${year}` })}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

export function Keeping({ product }: { product: Product }) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  return (
    <div className="grid gap-8 md:grid-cols-2 lg:grid-cols-3">
      {say(product.storage) && (
        <section className="grid content-start gap-3">
          <SectionHead
            title={t('storageTitle')}
            plain
            {...(product.shelfLifeDays
              ? { note: t('shelfLife', { days: product.shelfLifeDays }) }
              : {})}
          />
          <p className="max-w-prose">{say(product.storage)}</p>
        </section>
      )}
      {say(product.use) && (
        <section className="grid content-start gap-3">
          <SectionHead title={t('useTitle')} plain />
          <p className="max-w-prose">{say(product.use)}</p>
        </section>
      )}
      {product.compliance.length > 0 && (
        <section className="grid content-start gap-3">
          <SectionHead title={t('complianceTitle')} plain />
          <ul className="grid list-disc gap-1 pl-5">
            {product.compliance.map((text) => (
              <li key={text.zh}>{say(text)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const estimates = {
  price: 'estimate-price',
  priceCnyMin: 'estimate-price',
  priceCnyMax: 'estimate-price',
  pack: 'estimate-pack',
  packageSpec: 'estimate-pack',
  unit: 'estimate-pack',
  shelfLife: 'estimate-shelfLife',
  shelfLifeDays: 'estimate-shelfLife',
  harvestMonths: 'estimate-harvest',
} as const

/** Says plainly which figures are made up for the demonstration. */
export function Estimates({ product }: { product: Product }) {
  const t = useMessages(productMessages)
  const { list } = useFormats()
  if (product.estimatedFields.length === 0 && product.isVerified) return null
  const names = product.estimatedFields.map((field) =>
    t(estimates[field as keyof typeof estimates] ?? 'estimate-other'),
  )
  return (
    <Notice title={t('estimatedTitle')}>
      {names.length > 0 && <p>{t('estimatedText', { fields: list([...new Set(names)]) })}</p>}
      {!product.isVerified && <p>{t('notVerified')}</p>}
    </Notice>
  )
}

function paragraphs(text: string): string[] {
  return text.split('\n').filter((each) => each.trim())
}
