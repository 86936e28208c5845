import { useSuspenseQuery } from '@tanstack/react-query'
import type { ManagedProduct } from '@weibao/contracts/product-management'
import { Breadcrumbs, Button, Panel, PlusIcon, useBilingual, useMessages } from '@weibao/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { ProductPictures } from './product-pictures'
import { ProductStatus } from './product-status'
import { productsMessages } from './products.messages'
import { productQuery } from './products.queries'
import { SkuAdd } from './sku-add'
import { SkuList } from './sku-list'

/** One product: where it stands, its photographs, its packs and their prices, its words. */
export function ProductPage() {
  const t = useMessages(productsMessages)
  const say = useBilingual()
  const { organisationId, base } = useActing()
  const { data: product } = useSuspenseQuery(
    productQuery(organisationId, useParams()['productId']!),
  )
  const [isAdding, setAdding] = useState(false)
  useTitle(say(product.name))
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[{ label: t('title'), href: `${base}/products` }, { label: say(product.name) }]}
      />
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1>{say(product.name)}</h1>
        <span className="text-ink-soft">{t(product.state)}</span>
        {product.recognition && (
          <span className="text-sm text-ink-soft">
            {t(`recognition_${product.recognition.state}`)}{' '}
            {t('recognitionNumber', { number: product.recognition.number })}
          </span>
        )}
        {product.state === 'listed' && (
          <a className="wb-link text-sm md:ml-auto" href={`/products/${product.slug}`}>
            {t('viewInShop')}
          </a>
        )}
      </div>
      <ProductStatus product={product} cooperativeId={organisationId} />
      <Panel
        title={t('skusTitle')}
        flush
        actions={
          product.state !== 'submitted' && (
            <Button size="small" tone="quiet" icon={PlusIcon} onClick={() => setAdding(true)}>
              {t('addSku')}
            </Button>
          )
        }
      >
        <SkuList product={product} cooperativeId={organisationId} />
      </Panel>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <ProductPictures product={product} cooperativeId={organisationId} />
        <ProductWords product={product} />
      </div>
      {isAdding && (
        <SkuAdd
          cooperativeId={organisationId}
          productId={product.id}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}

/** The words as shoppers read them, in both languages; what is missing is said. */
export function ProductWords({ product }: { product: ManagedProduct }) {
  const t = useMessages(productsMessages)
  return (
    <Panel title={t('aboutTitle')}>
      <dl className="grid gap-4">
        {(['name', 'story', 'storage', 'use'] as const).map((part) => (
          <div key={part}>
            <dt className="text-sm font-semibold text-ink-soft">{t(part)}</dt>
            {(['zh', 'en'] as const).map((language) => (
              <dd
                key={language}
                lang={language === 'zh' ? 'zh-CN' : 'en'}
                className="whitespace-pre-line"
              >
                {product[part][language] || <span className="text-madder">{t('missing')}</span>}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Panel>
  )
}
