import type { ManagedProduct } from '@weibao/contracts/product-management'
import { parseYuan } from '@weibao/kernel'
import { Button, Checkbox, FormErrorSummary, TextField, useMessages, useToast } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { wholeNumber, yuan } from '../lots/lot-draft'
import { BreakFields } from '../lots/lot-fields'
import { productsMessages } from './products.messages'
import { useEditSku } from './products.queries'

type ManagedSku = ManagedProduct['skus'][number]

/** Price, quantity breaks and sale of one pack. */
export function SkuForm({
  sku,
  cooperativeId,
  onDone,
}: {
  sku: ManagedSku
  cooperativeId: string
  onDone: () => void
}) {
  const t = useMessages(productsMessages)
  const toast = useToast()
  const edit = useEditSku(cooperativeId, sku.id)
  const [price, setPrice] = useState(yuan(sku.priceFen))
  const [isActive, setIsActive] = useState(sku.isActive)
  const [breaks, setBreaks] = useState(
    sku.priceBreaks.map(({ minQuantity, priceFen }) => ({
      from: String(minQuantity),
      price: yuan(priceFen),
    })),
  )
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(edit.error), ...missing }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found: Record<string, string> = {}
    if (!parseYuan(price)) found['priceFen'] = t('needPrice')
    breaks.forEach((each, index) => {
      if (!(wholeNumber(each.from) >= 2)) found[`priceBreaks.${index}.minQuantity`] = t('needCount')
      if (!parseYuan(each.price)) found[`priceBreaks.${index}.priceFen`] = t('needPrice')
    })
    setMissing(found)
    if (Object.keys(found).length > 0) return
    edit.mutate(
      {
        version: sku.version,
        priceFen: parseYuan(price) ?? 0,
        priceBreaks: breaks.map((each) => ({
          minQuantity: wholeNumber(each.from),
          priceFen: parseYuan(each.price) ?? 0,
        })),
        isActive,
      },
      {
        onSuccess: () => {
          toast({ text: t('saved'), tone: 'good' })
          onDone()
        },
      },
    )
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <FormErrorSummary problems={formProblems(errors, edit.error, (name) => `sku-${name}`)} />
      <TextField
        id="sku-priceFen"
        label={t('price')}
        help={t('priceHelp')}
        error={errors['priceFen']}
        prefix="¥"
        inputMode="decimal"
        align="end"
        maxLength={12}
        value={price}
        onChange={(event) => setPrice(event.target.value)}
      />
      <BreakFields
        breaks={breaks}
        errors={errors}
        idPrefix="sku"
        change={(next) => setBreaks([...next])}
      />
      <Checkbox
        label={t('isActive')}
        checked={isActive}
        onChange={(event) => setIsActive(event.target.checked)}
      />
      <div className="flex justify-end gap-3">
        <Button tone="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button type="submit" busy={edit.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
