import type { LotLabel, Product } from '@weibao/contracts/product'
import { Badge, TextLink, useBilingual, useFormats, useMessages, WovenBand } from '@weibao/ui'
import type { ReactNode } from 'react'
import { SectionHead } from '../browse/section-head'
import { productMessages } from './product.messages'

/** The batches on sale, each as a label like the one on the jar. */
export function LotLabels({ product }: { product: Product }) {
  const t = useMessages(productMessages)
  const [first, ...others] = product.lots
  return (
    <section className="grid gap-3">
      <SectionHead title={t('lotTitle')} note={t('lotNote')} plain />
      {product.lots.length === 0 && <p className="text-ink-soft">{t('lotNone')}</p>}
      {first && <JarLabel lot={first} product={product} />}
      {others.length > 0 && (
        <details className="wb-card">
          <summary className="min-h-11 px-4 py-2.5 font-semibold text-indigo">
            {t('otherLots', { count: others.length })}
          </summary>
          <ul className="divide-y divide-line border-t border-line">
            {others.map((lot) => (
              <OtherLot key={lot.code} lot={lot} product={product} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** A further batch in one line. */
function OtherLot({ lot, product }: LotProps) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  const { dayRange } = useFormats()
  const sku = product.skus.find(({ id }) => id === lot.skuId)
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 text-sm">
      <TextLink href={`/trace/${lot.code}`} className="font-mono tracking-wider">
        {lot.code}
      </TextLink>
      {sku && <span>{say(sku.name)}</span>}
      <span className="text-ink-soft">
        {t('lotHarvest')} {dayRange(lot.harvestFrom, lot.harvestTo)}
      </span>
      <span className="ml-auto text-ink-soft">
        {lot.isUpcoming
          ? t('lotUpcoming')
          : `${t('lotLeft')} ${t('lotLeftCount', { count: lot.left })}`}
      </span>
    </li>
  )
}

interface LotProps {
  readonly lot: LotLabel
  readonly product: Product
}

function JarLabel({ lot, product }: LotProps) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  const { day, dayRange } = useFormats()
  const sku = product.skus.find(({ id }) => id === lot.skuId)
  return (
    <div className="wb-card">
      <WovenBand />
      <div className="grid gap-3 p-4 sm:p-5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h3 className="font-display text-lg font-bold">{say(product.name)}</h3>
          <span className="text-sm text-ink-soft">
            {t('lotCode')} <span className="font-mono tracking-wider text-ink">{lot.code}</span>
          </span>
        </div>
        <dl className="grid grid-cols-2 gap-x-4 gap-y-3 border-y border-line py-3 sm:grid-cols-3">
          <Fact label={t('lotHarvest')}>{dayRange(lot.harvestFrom, lot.harvestTo)}</Fact>
          <Fact label={t('lotDispatch')}>{dayRange(lot.dispatchFrom, lot.dispatchTo)}</Fact>
          {lot.bestBefore && (
            <Fact label={t('lotBestBefore')}>{day(lot.bestBefore, 'always')}</Fact>
          )}
          {lot.village && <Fact label={t('lotVillage')}>{say(lot.village)}</Fact>}
          <Fact label={t('lotGrade')}>{say(lot.grade)}</Fact>
          {sku && <Fact label={t('lotSku')}>{say(sku.name)}</Fact>}
          <Fact label={t('lotLeft')}>
            {lot.isUpcoming ? t('lotUpcoming') : t('lotLeftCount', { count: lot.left })}
          </Fact>
        </dl>
        <div className="flex flex-wrap items-center gap-2">
          {lot.labels.map((label) => (
            <Badge key={label} tone="pine">
              {t(`label-${label}` as 'label-green')}
            </Badge>
          ))}
          <TextLink href={`/trace/${lot.code}`} className="ml-auto text-sm">
            {t('lotTrace')}
          </TextLink>
        </div>
      </div>
    </div>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-soft">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  )
}
