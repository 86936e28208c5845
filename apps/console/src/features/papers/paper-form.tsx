import { useQuery } from '@tanstack/react-query'
import { paperKinds, type PaperKind } from '@weibao/contracts/paper-kinds'
import {
  Button,
  Dialog,
  Field,
  FormErrorSummary,
  Select,
  TextField,
  useBilingual,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { fieldErrors, formProblems, problemText, type FieldErrors } from '../../lib/form'
import { productsQuery } from '../products/products.queries'
import { paperNames } from './paper-names'
import { papersMessages } from './papers.messages'
import { useAddPaper } from './papers.queries'

/** Files a paper with its dates and scan. */
export function PaperForm({
  cooperativeId,
  onClose,
}: {
  cooperativeId: string
  onClose: () => void
}) {
  const t = useMessages(papersMessages)
  const say = useBilingual()
  const toast = useToast()
  const products = useQuery(productsQuery(cooperativeId, {}, 100))
  const add = useAddPaper(cooperativeId)
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(add.error), ...missing }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const scan = form.get('scan')
    const found: Record<string, string> = {}
    if (!text('kind')) found['kind'] = t('needKind')
    if (!text('number')) found['number'] = t('needNumber')
    if (!text('issuedOn')) found['issuedOn'] = t('needDay')
    setMissing(found)
    if (Object.keys(found).length > 0) return
    add.mutate(
      {
        body: {
          kind: text('kind') as PaperKind,
          number: text('number'),
          issuedOn: text('issuedOn'),
          expiresOn: text('expiresOn') || null,
          productId: text('productId') || null,
        },
        scan: scan instanceof File && scan.size > 0 ? scan : null,
      },
      {
        onSuccess: ({ scanError }) => {
          if (scanError) {
            const reason = problemText(scanError)
            toast({ text: t('scanFailed', { reason }), tone: 'problem' })
          } else toast({ text: t('saved'), tone: 'good' })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={t('addTitle')}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <FormErrorSummary problems={formProblems(errors, add.error, (name) => `paper-${name}`)} />
        <Select
          id="paper-kind"
          name="kind"
          label={t('kind')}
          error={errors['kind']}
          placeholder={t('chooseKind')}
          options={paperKinds.map((kind) => ({ value: kind, label: say(paperNames[kind]) }))}
        />
        <TextField
          id="paper-number"
          name="number"
          label={t('number')}
          error={errors['number']}
          maxLength={60}
        />
        <Select
          id="paper-productId"
          name="productId"
          label={t('covers')}
          error={errors['productId']}
          placeholder={t('wholeCooperative')}
          options={(products.data?.items ?? []).map(({ id, name }) => ({
            value: id,
            label: say(name),
          }))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            id="paper-issuedOn"
            name="issuedOn"
            type="date"
            label={t('issuedOn')}
            error={errors['issuedOn']}
          />
          <TextField
            id="paper-expiresOn"
            name="expiresOn"
            type="date"
            label={t('expiresOn')}
            help={t('expiresHelp')}
            error={errors['expiresOn']}
            optional
          />
        </div>
        <Field label={t('scanLabel')} help={t('scanHelp')} optional>
          {(control) => (
            <input
              {...control}
              type="file"
              name="scan"
              accept="application/pdf,image/jpeg,image/png,image/webp"
            />
          )}
        </Field>
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
