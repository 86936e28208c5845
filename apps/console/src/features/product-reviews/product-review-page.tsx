import { useSuspenseQuery } from '@tanstack/react-query'
import type { ApprovedFacts } from '@weibao/contracts/product-management'
import type { ProductReview } from '@weibao/contracts/product-review'
import {
  Breadcrumbs,
  DataTable,
  Money,
  Panel,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { useNames } from '../names/names.queries'
import { paperNames } from '../papers/paper-names'
import { ProductWords } from '../products/product-page'
import { productReviewsMessages } from './product-reviews.messages'
import { reviewQuery } from './product-reviews.queries'
import { ReviewDecision } from './review-decision'

/** One of what was handed in: what changed, how it looks, its papers; and the decision. */
export function ProductReviewPage() {
  const t = useMessages(productReviewsMessages)
  const say = useBilingual()
  const { base } = useActing()
  const { data: review } = useSuspenseQuery(reviewQuery(useParams()['reviewId']!))
  useTitle(say(review.productName))
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[
          { label: t('title'), href: `${base}/product-reviews` },
          { label: say(review.productName) },
        ]}
      />
      <div>
        <h1>{say(review.productName)}</h1>
        <p className="text-ink-soft">
          {say(review.cooperativeName)} · {t(review.kind)} · {t(review.state)}
        </p>
      </div>
      <Changes review={review} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="grid gap-4">
          <Photographs review={review} />
          <Packs review={review} />
          <PaperList review={review} />
        </div>
        <ProductWords product={review.product} />
      </div>
      <ReviewDecision review={review} />
    </div>
  )
}

const names = [
  'name',
  'categoryCode',
  'originScope',
  'townshipCode',
  'villages',
  'temperatureMode',
  'isAdultOnly',
  'isBusinessOnly',
  'isProtectedSpecies',
  'compliance',
] as const
type FactName = (typeof names)[number]

/** All facts at first; later those that changed, with what was approved beside them. */
function Changes({ review }: { review: ProductReview }) {
  const t = useMessages(productReviewsMessages)
  const tell = useTell()
  const { before, facts } = review
  const shown = before ? names.filter((name) => review.changed.includes(name)) : names
  const columns: Column<FactName>[] = [
    { key: 'fact', header: t('fact'), primary: true, cell: (name) => t(name) },
    ...(before
      ? [{ key: 'before', header: t('before'), cell: (name: FactName) => tell(name, before) }]
      : []),
    {
      key: 'now',
      header: t('now'),
      cell: (name) => <strong className="font-semibold">{tell(name, facts)}</strong>,
    },
  ]
  return (
    <Panel title={t('changesTitle')} flush>
      <DataTable
        caption={t('changesTitle')}
        columns={columns}
        rows={shown}
        rowKey={(name) => name}
        empty={<p className="px-5 py-4 text-ink-soft">{t('nothingChanged')}</p>}
      />
    </Panel>
  )
}

/** A fact in words. */
function useTell() {
  const t = useMessages(productReviewsMessages)
  const { category, township } = useNames()
  return (name: FactName, facts: ApprovedFacts): string => {
    switch (name) {
      case 'name':
        return `${facts.name.zh} / ${facts.name.en}`
      case 'categoryCode':
        return category(facts.categoryCode)
      case 'originScope':
        return t(facts.originScope)
      case 'townshipCode':
        return township(facts.townshipCode)
      case 'villages':
        return facts.villages.join('、') || '—'
      case 'temperatureMode':
        return t(`mode_${facts.temperatureMode}`)
      case 'compliance':
        return facts.compliance.map(({ zh, en }) => `${zh} / ${en}`).join('\n') || '—'
      default:
        return facts[name] ? t('yes') : t('no')
    }
  }
}

function Photographs({ review: { product } }: { review: ProductReview }) {
  const t = useMessages(productReviewsMessages)
  const say = useBilingual()
  return (
    <Panel title={t('picturesTitle')}>
      {product.pictures.length === 0 ? (
        <p className="text-ink-soft">{t('noPictures')}</p>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2">
          {product.pictures.map(({ id, base, alt }) => (
            <li key={id}>
              <img
                src={`${base}-wide-960.webp`}
                alt={say(alt)}
                width={480}
                height={360}
                className="aspect-4/3 w-full rounded-control bg-mist object-cover"
              />
              <span className="text-sm text-ink-soft">{say(alt)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Packs({ review: { product } }: { review: ProductReview }) {
  const t = useMessages(productReviewsMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  return (
    <Panel title={t('packsTitle')}>
      <ul className="grid gap-2">
        {product.skus.map((sku) => (
          <li key={sku.id} className="flex justify-between gap-4">
            <span>
              {say(sku.name)} · {weight(sku.packGrams)}
            </span>
            <Money fen={sku.priceFen} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function PaperList({ review }: { review: ProductReview }) {
  const t = useMessages(productReviewsMessages)
  const say = useBilingual()
  const { day } = useFormats()
  return (
    <Panel title={t('papersTitle')}>
      {review.papers.length === 0 && <p className="text-ink-soft">{t('noPapers')}</p>}
      <ul className="grid gap-2">
        {review.papers.map((paper) => (
          <li key={paper.id} className="flex flex-wrap justify-between gap-x-4">
            <span>
              {say(paperNames[paper.kind])} <span className="text-ink-soft">{paper.number}</span>
            </span>
            <span className={(paper.daysLeft ?? 0) < 0 ? 'text-madder' : 'text-ink-soft'}>
              {paper.expiresOn
                ? t('expiresOn', { day: day(paper.expiresOn, 'always') })
                : t('unlimited')}
              {(paper.daysLeft ?? 0) < 0 && ` · ${t('expired')}`}
              {paper.fileId && (
                <a className="wb-link ml-3" href={`/api/files/${paper.fileId}`}>
                  {t('scan')}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
