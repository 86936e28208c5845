import type { ManagedProduct } from '@weibao/contracts/product-management'
import { Button, ButtonLink, ConfirmDialog, Notice, useMessages, useToast } from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { productsMessages } from './products.messages'
import { useProductAct, type ProductAct } from './products.queries'

/** Where a product stands, and the steps that its cooperative may take from there. */
export function ProductStatus({
  product,
  cooperativeId,
}: {
  product: ManagedProduct
  cooperativeId: string
}) {
  const t = useMessages(productsMessages)
  const toast = useToast()
  const { base } = useActing()
  const act = useProductAct(cooperativeId, product.id)
  const [asked, setAsked] = useState<ProductAct | null>(null)
  const run = (step: ProductAct) =>
    act.mutate(step, {
      onSuccess: () => toast({ text: t(`${step}Done`), tone: 'good' }),
      onSettled: () => setAsked(null),
    })
  return (
    <div className="grid gap-3">
      <Word product={product} />
      {act.error && <Notice tone="problem">{problemText(act.error)}</Notice>}
      <div className="flex flex-wrap gap-3">
        {product.state !== 'submitted' && (
          <ButtonLink tone="quiet" href={`${base}/products/${product.id}/edit`}>
            {t('edit')}
          </ButtonLink>
        )}
        {stepsOf(product).map((step) => (
          <Button
            key={step}
            tone={step === 'submit' ? 'primary' : 'quiet'}
            busy={act.isPending && act.variables === step}
            onClick={() => (step === 'withdraw' ? setAsked(step) : run(step))}
          >
            {t(step)}
          </Button>
        ))}
      </div>
      {asked && (
        <ConfirmDialog
          open
          tone="danger"
          title={t('withdrawTitle')}
          confirmLabel={t('withdraw')}
          busy={act.isPending}
          onClose={() => setAsked(null)}
          onConfirm={() => run(asked)}
        >
          <p>{t('withdrawText')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

/** What the liaison said last, while it still matters. */
function Word({ product: { state, review } }: { product: ManagedProduct }) {
  const t = useMessages(productsMessages)
  if (state === 'withdrawn') return <Notice>{t('withdrawnNote')}</Notice>
  if (review?.state === 'waiting')
    return <Notice>{t(review.kind === 'change' ? 'changeWaits' : 'listingWaits')}</Notice>
  if (review?.state === 'returned' && (state === 'returned' || review.kind === 'change'))
    return (
      <Notice tone="problem" title={t('returnedTitle')}>
        <p>{review.reason}</p>
      </Notice>
    )
  if (state === 'draft') return <Notice>{t('draftNote')}</Notice>
  return null
}

function stepsOf({ state, review, recognition }: ManagedProduct): ProductAct[] {
  if (state === 'submitted') return ['recall']
  if (state === 'draft' || state === 'returned' || state === 'withdrawn') return ['submit']
  const isAlive = recognition?.state === 'applied' || recognition?.state === 'recognised'
  return [
    ...(review?.state === 'waiting' ? (['recall'] as const) : []),
    ...(isAlive ? [] : (['recognise'] as const)),
    'withdraw',
  ]
}
