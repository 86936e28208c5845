import type { LotLabel, Product } from '@weibao/contracts/product'
import { Badge, TextLink, useFormats, useMessages, WovenBand } from '@weibao/ui'
import type { ReactNode } from 'react'
import { useBilingual } from '../../lib/bilingual'
import { SectionHead } from '../browse/section-head'
import { productMessages } from './product.messages'

/** The batches on sale, each as a label like the one on the jar. */
export function LotLabels({ product }: { product: Product }) {
  const t = useMessages(productMessages)
  return (
    <section className="grid gap-3">
      <SectionHead title={t('lotTitle')} note={t('lotNote')} plain />
      {product.lots.length === 0 && <p className="text-ink-soft">{t('lotNone')}</p>}
      <ul className="grid gap-4">
        {product.lots.slice(0, 3).map((lot) => (
          <JarLabel key={lot.code} lot={lot} product={product} />
        ))}
      </ul>
    </section>
  )
}

function JarLabel({ lot, product }: { lot: LotLabel; product: Product }) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  const { day, dayRange } = useFormats()
  const sku = product.skus.find(({ id }) => id === lot.skuId)
  return (
    <li className="wb-card max-w-xl">
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
    </li>
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
