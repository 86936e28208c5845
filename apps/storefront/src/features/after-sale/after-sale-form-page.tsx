import { afterSales } from '@weibao/api-client/after-sales'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { ApiError, newIdempotencyKey } from '@weibao/api-client/http'
import type { AfterSaleOptions, AskedKind, AskedReason } from '@weibao/contracts/after-sale'
import {
  Breadcrumbs,
  Button,
  FormErrorSummary,
  Money,
  Notice,
  Panel,
  PhotoField,
  Price,
  QuantityStepper,
  RadioGroup,
  TextArea,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { errorText } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { emptyCase, linesOf, reasonsOf, type CaseDraft } from './after-sale-form'
import { afterSaleMessages } from './after-sale.messages'
import { optionsQuery, quoteQuery, useOpenCase } from './after-sale.queries'

const MAX_PHOTOS = 6

/** Which goods, what happened, what is wished for, and what that would pay back. */
export function AfterSaleFormPage() {
  const t = useMessages(afterSaleMessages)
  useTitle(t('formTitle'))
  const orderId = useParams()['id']!
  const { data: options } = useSuspenseQuery(optionsQuery(orderId))
  return (
    <div className="grid max-w-2xl gap-4">
      <Breadcrumbs
        trail={[
          { label: t('ofOrder', { number: options.orderNumber }), href: `/orders/${orderId}` },
          { label: t('formTitle') },
        ]}
      />
      <h1>{t('formTitle')}</h1>
      {options.lines.some(({ left }) => left > 0) ? (
        <CaseForm options={options} />
      ) : (
        <Notice>{t('nothingLeft')}</Notice>
      )}
    </div>
  )
}

function CaseForm({ options }: { options: AfterSaleOptions }) {
  const t = useMessages(afterSaleMessages)
  const toast = useToast()
  const navigate = useNavigate()
  const { orderId } = options
  const [draft, setDraft] = useState<CaseDraft>(() => emptyCase(options))
  const [photoIds, setPhotoIds] = useState<readonly string[]>([])
  const [key, setKey] = useState(newIdempotencyKey)
  const [isTried, setIsTried] = useState(false)
  const open = useOpenCase(orderId)
  const lines = linesOf(draft, options)
  const change = (part: Partial<CaseDraft>) => {
    setDraft({ ...draft, ...part })
    setKey(newIdempotencyKey())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (lines.length === 0) return
    const { kind, reason, text } = draft
    open.mutate(
      {
        body: { kind, reason, text: text.trim(), lines, photoIds: [...photoIds] },
        idempotencyKey: key,
      },
      {
        onSuccess: ({ id }) => {
          toast({ text: t('submitted'), tone: 'good' })
          void navigate(`/after-sales/${id}`)
        },
        onError: (error) => {
          if (error instanceof ApiError && error.status > 0 && error.status < 500)
            setKey(newIdempotencyKey())
        },
      },
    )
  }
  const problems = [
    ...(isTried && lines.length === 0 ? [{ fieldId: null, text: t('nothingChosen') }] : []),
    ...(open.error ? [{ fieldId: null, text: errorText(open.error) }] : []),
  ]
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <p className="text-ink-soft">{t('formLead')}</p>
      <FormErrorSummary problems={problems} />
      <Wishes draft={draft} options={options} change={change} />
      <Goods draft={draft} options={options} change={change} />
      <div className="wb-card grid gap-4 p-4">
        <TextArea
          label={t('text')}
          help={t('textHelp')}
          optional
          rows={4}
          maxLength={500}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
        />
        <PhotoField
          upload={(file, onProgress) =>
            afterSales.uploadPhoto({ params: { id: orderId }, file }, { onProgress })
          }
          path="/api/after-sale-photos"
          help={t('photosHelp', { max: MAX_PHOTOS })}
          max={MAX_PHOTOS}
          errorText={errorText}
          ids={photoIds}
          onChange={setPhotoIds}
        />
      </div>
      <Asked orderId={orderId} draft={draft} lines={lines} />
      <Button type="submit" tone="buy" busy={open.isPending} className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  )
}

interface PartProps {
  readonly draft: CaseDraft
  readonly options: AfterSaleOptions
  readonly change: (part: Partial<CaseDraft>) => void
}

function Wishes({ draft, options, change }: PartProps) {
  const t = useMessages(afterSaleMessages)
  const { day } = useFormats()
  const kinds: AskedKind[] = ['refund-only', 'replacement', 'return-and-refund']
  return (
    <div className="wb-card grid gap-5 p-4">
      <RadioGroup
        label={t('kindTitle')}
        name="kind"
        value={draft.kind}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(kind),
          help: t(`${kind}Hint`),
        }))}
        onChange={(kind) => {
          const known = reasonsOf(kind as AskedKind, options)
          change({
            kind: kind as AskedKind,
            reason: known.includes(draft.reason) ? draft.reason : 'damaged',
          })
        }}
      />
      <RadioGroup
        label={t('reasonTitle')}
        name="reason"
        value={draft.reason}
        options={reasonsOf(draft.kind, options).map((reason) => ({
          value: reason,
          label: t(reason),
        }))}
        onChange={(reason) => change({ reason: reason as AskedReason })}
      />
      <p className="text-sm text-ink-soft">
        {options.claimUntil && t('claimUntil', { day: day(options.claimUntil) })}
        {draft.kind === 'return-and-refund' && options.returnUntil && (
          <span className="block">{t('returnUntil', { day: day(options.returnUntil) })}</span>
        )}
      </p>
    </div>
  )
}

function Goods({ draft, options, change }: PartProps) {
  const t = useMessages(afterSaleMessages)
  const say = useBilingual()
  return (
    <Panel title={t('linesTitle')}>
      <ul className="grid gap-4">
        {options.lines.map((line) => {
          const isBarred = draft.reason === 'no-reason' && !line.isReturnable
          return (
            <li
              key={line.orderLineId}
              className="grid grid-cols-[4rem_1fr] items-center gap-3 sm:grid-cols-[4rem_1fr_auto]"
            >
              <img
                src={`/pictures/${line.productSlug}-square-320.webp`}
                alt=""
                width={64}
                height={64}
                className="size-16 rounded-control bg-mist object-cover"
              />
              <div className="min-w-0">
                <p className="font-medium">
                  {say(line.name)}{' '}
                  <span className="text-sm font-normal text-ink-soft">{say(line.skuName)}</span>
                </p>
                <p className="text-sm text-ink-soft">
                  {isBarred
                    ? t('notReturnable')
                    : t('boughtLeft', { bought: line.bought, left: line.left })}
                </p>
              </div>
              {line.left > 0 && !isBarred && (
                <div className="col-span-2 justify-self-end sm:col-span-1">
                  <QuantityStepper
                    label={t('quantityOf', { name: say(line.name) })}
                    value={draft.quantities[line.orderLineId] ?? 0}
                    min={0}
                    max={line.left}
                    onChange={(quantity) =>
                      change({ quantities: { ...draft.quantities, [line.orderLineId]: quantity } })
                    }
                  />
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

interface AskedProps {
  readonly orderId: string
  readonly draft: CaseDraft
  readonly lines: readonly { readonly orderLineId: string; readonly quantity: number }[]
}

function Asked({ orderId, draft: { kind, reason }, lines }: AskedProps) {
  const t = useMessages(afterSaleMessages)
  const { money } = useFormats()
  const asked = useQuery({
    ...quoteQuery(orderId, { kind, reason, lines }),
    enabled: lines.length > 0,
  })
  if (lines.length === 0) return null
  if (asked.error) return <Notice tone="problem">{errorText(asked.error)}</Notice>
  if (!asked.data) return null
  const { goodsFen, freightFen, totalFen } = asked.data
  return (
    <p className="flex flex-wrap items-baseline gap-x-3" aria-live="polite">
      <span className="font-semibold">
        {t(kind === 'replacement' ? 'worthOfReplacement' : 'willRefund')}
      </span>
      <Price fen={totalFen} size="large" />
      {freightFen > 0 && (
        <span className="text-sm text-ink-soft">
          {t('ofIt', { goods: money(goodsFen), freight: money(freightFen) })}
        </span>
      )}
      <span className="wb-hidden">
        <Money fen={totalFen} />
      </span>
    </p>
  )
}
