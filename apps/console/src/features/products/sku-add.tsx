import { newIdempotencyKey } from '@weibao/api-client/http'
import { parseYuan } from '@weibao/kernel'
import { Button, Dialog, FormErrorSummary, useMessages, useToast } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { wholeNumber } from '../lots/lot-draft'
import { emptyPack, skusOf } from './product-draft'
import { OnePack } from './product-pack-fields'
import { productFormMessages } from './product-form.messages'
import { useAddSku } from './products.queries'

/** Adds a pack to a product. */
export function SkuAdd({
  cooperativeId,
  productId,
  onClose,
}: {
  cooperativeId: string
  productId: string
  onClose: () => void
}) {
  const t = useMessages(productFormMessages)
  const toast = useToast()
  const add = useAddSku(cooperativeId, productId)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const [pack, setPack] = useState(emptyPack)
  const [missing, setMissing] = useState<FieldErrors>({})
  const refused = Object.fromEntries(
    Object.entries(fieldErrors(add.error)).map(([name, text]) => [`skus.0.${name}`, text]),
  )
  const errors = { ...refused, ...missing }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found: Record<string, string> = {}
    if (!pack.nameZh.trim()) found['skus.0.name.zh'] = t('needName')
    if (!pack.nameEn.trim()) found['skus.0.name.en'] = t('needName')
    if (Number.isNaN(wholeNumber(pack.grams))) found['skus.0.packGrams'] = t('needCount')
    if (!parseYuan(pack.price)) found['skus.0.priceFen'] = t('needPrice')
    setMissing(found)
    const [body] = skusOf([pack])
    if (!body || Object.keys(found).length > 0) return
    add.mutate(
      { body, idempotencyKey },
      {
        onSuccess: () => {
          toast({ text: t('saved'), tone: 'good' })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={t('addPack')}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <FormErrorSummary problems={formProblems(errors, add.error, (name) => `product-${name}`)} />
        <OnePack
          pack={pack}
          index={0}
          errors={errors}
          remove={null}
          set={(part) => {
            setPack({ ...pack, ...part })
            setKey(newIdempotencyKey())
          }}
        />
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" busy={add.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
