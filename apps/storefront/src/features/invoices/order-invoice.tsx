import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { invoices } from '@weibao/api-client/invoices'
import { useMutation } from '@weibao/api-client/mutation'
import type { Invoice, OrderInvoice as View, RequestInvoice } from '@weibao/contracts/invoice'
import {
  Button,
  Dialog,
  Panel,
  RadioGroup,
  TextField,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { errorText } from '../../lib/error-text'
import { invoicesMessages } from './invoices.messages'

const invoiceQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['invoices', orderId],
    queryFn: ({ signal }) => invoices.ofOrder({ params: { id: orderId } }, { signal }),
  })

/** The invoice of a received order: asked for, waited for, downloaded. */
export function OrderInvoice({ orderId }: { orderId: string }) {
  const t = useMessages(invoicesMessages)
  const { money } = useFormats()
  const [isOpen, setIsOpen] = useState(false)
  const { data } = useQuery(invoiceQuery(orderId))
  if (!data || (!data.invoice && !data.canRequest)) return null
  return (
    <Panel title={t('title')}>
      {data.invoice ? (
        <Standing invoice={data.invoice} />
      ) : (
        <p className="text-ink-soft">{t('lead', { amount: money(data.amountFen) })}</p>
      )}
      {data.canRequest && (
        <Button tone="quiet" className="mt-3" onClick={() => setIsOpen(true)}>
          {t(data.invoice ? 'change' : 'ask')}
        </Button>
      )}
      {isOpen && (
        <InvoiceDialog orderId={orderId} known={data.invoice} onClose={() => setIsOpen(false)} />
      )}
    </Panel>
  )
}

function Standing({ invoice }: { invoice: Invoice }) {
  const t = useMessages(invoicesMessages)
  const { money } = useFormats()
  const isChanged = invoice.issuedFen !== null && invoice.issuedFen !== invoice.amountFen
  return (
    <div className="grid gap-1">
      <p className="font-semibold">
        {invoice.state === 'refused' ? t('refused', { reason: invoice.reason }) : t(invoice.state)}
      </p>
      <p className="text-sm text-ink-soft">
        {t('titleOf', { title: invoice.title })} {invoice.taxNumber}
      </p>
      {invoice.state === 'issued' && (
        <p className="flex flex-wrap items-center gap-x-4">
          <span>{t('number', { number: invoice.invoiceNumber ?? '' })}</span>
          <a className="wb-link" href={`/api/invoices/${invoice.id}/file`}>
            {t('download')}
          </a>
        </p>
      )}
      {isChanged && (
        <p className="text-sm text-madder">{t('changed', { amount: money(invoice.amountFen) })}</p>
      )}
    </div>
  )
}

interface InvoiceDialogProps {
  readonly orderId: string
  readonly known: Invoice | null
  readonly onClose: () => void
}

function InvoiceDialog({ orderId, known, onClose }: InvoiceDialogProps) {
  const t = useMessages(invoicesMessages)
  const toast = useToast()
  const client = useQueryClient()
  const [titleKind, setTitleKind] = useState<RequestInvoice['titleKind']>(
    known?.titleKind ?? 'personal',
  )
  const [faults, setFaults] = useState<{ title?: string; taxNumber?: string }>({})
  const request = useMutation({
    mutationFn: (body: RequestInvoice) => invoices.request({ params: { id: orderId }, body }),
    onSuccess: (changed: View) => client.setQueryData(invoiceQuery(orderId).queryKey, changed),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = (name: string) => String(form.get(name) ?? '').trim()
    const title = read('title')
    const taxNumber = read('taxNumber').normalize('NFKC').replace(/\s/g, '').toUpperCase()
    const isCompany = titleKind === 'company'
    const found = {
      ...([...title].length < 2 ? { title: t('needTitle') } : {}),
      ...(isCompany && !/^[0-9A-Z]{15,20}$/.test(taxNumber) ? { taxNumber: t('needTax') } : {}),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    request.mutate(
      { titleKind, title, taxNumber: isCompany ? taxNumber : null },
      {
        onSuccess: () => {
          toast({ text: t('sent'), tone: 'good' })
          onClose()
        },
        onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={t('ask')}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <RadioGroup<RequestInvoice['titleKind']>
          label={t('kind')}
          layout="row"
          value={titleKind}
          onChange={setTitleKind}
          options={[
            { value: 'personal', label: t('personal') },
            { value: 'company', label: t('company') },
          ]}
        />
        <TextField
          name="title"
          label={t('titleLabel')}
          error={faults.title}
          maxLength={100}
          defaultValue={known?.title ?? ''}
        />
        {titleKind === 'company' && (
          <TextField
            name="taxNumber"
            label={t('taxNumber')}
            error={faults.taxNumber}
            maxLength={30}
            defaultValue={known?.taxNumber ?? ''}
          />
        )}
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" busy={request.isPending}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
