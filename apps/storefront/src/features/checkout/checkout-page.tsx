import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { ApiError, newIdempotencyKey } from '@weibao/api-client/http'
import type { Quote } from '@weibao/contracts/order'
import {
  Badge,
  Button,
  ButtonLink,
  Checkbox,
  EmptyState,
  FormErrorSummary,
  LiveRegion,
  Money,
  Panel,
  Price,
  SnowflakeIcon,
  TextField,
  useFormats,
  useMessages,
  type FormProblem,
} from '@weibao/ui'
import { useRef, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { useBilingual } from '../../lib/bilingual'
import { useStored } from '../../lib/use-stored'
import { errorText } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { cartQuery } from '../cart/cart.queries'
import { emptyAddress, faultsOf, isBaoshan, toAddress } from './address-draft'
import { AddressFields } from './address-fields'
import { checkoutMessages } from './checkout.messages'
import { linesOf, quoteQuery, usePlaceOrder } from './checkout.queries'

interface Consents {
  readonly isAdult: boolean
  readonly acceptsReturnException: boolean
  readonly acceptsTerms: boolean
}

/** Address, parcels, consents and one total that adds up, on one page. */
export function CheckoutPage() {
  const t = useMessages(checkoutMessages)
  useTitle(t('title'))
  const { data: cart } = useSuspenseQuery(cartQuery)
  const form = useCheckoutForm()
  if (cart.cooperatives.length === 0 && !form.isLeaving)
    return (
      <EmptyState
        title={t('emptyTitle')}
        actions={<ButtonLink href="/cart">{t('toCart')}</ButtonLink>}
      >
        {t('emptyText')}
      </EmptyState>
    )
  return (
    <form
      noValidate
      onSubmit={form.submit}
      className="grid gap-4 lg:grid-cols-[1fr_22rem] lg:items-start lg:gap-6"
    >
      <div className="grid gap-4">
        <h1>{t('title')}</h1>
        <FormErrorSummary problems={form.problems} title={t('errorTitle')} />
        <AddressFields
          draft={form.address}
          onChange={form.setAddress}
          faults={form.isTried ? form.faults : {}}
        />
        <Panel title={t('parcelsTitle')}>
          {form.quote ? (
            <Parcels quote={form.quote} notes={form.notes} onNote={form.setNote} />
          ) : (
            <p className="text-ink-soft">{form.isQuoting ? t('calculating') : t('needAddress')}</p>
          )}
        </Panel>
        <ConsentFields form={form} />
      </div>
      <Totals quote={form.quote} isBusy={form.isPlacing} />
    </form>
  )
}

type Form = ReturnType<typeof useCheckoutForm>

function useCheckoutForm() {
  const t = useMessages(checkoutMessages)
  const navigate = useNavigate()
  const { data: cart } = useSuspenseQuery(cartQuery)
  const [address, setAddress] = useStored('weibao.address', emptyAddress)
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({})
  const [email, setEmail] = useState('')
  const [consents, setConsents] = useState<Consents>({
    isAdult: false,
    acceptsReturnException: false,
    acceptsTerms: false,
  })
  const [isTried, setIsTried] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  const key = useRef(newIdempotencyKey())
  const place = {
    province: address.province,
    subdistrictCode: isBaoshan(address) && address.subdistrictCode ? address.subdistrictCode : null,
  }
  const quoted = useQuery({ ...quoteQuery(cart, place), enabled: cart.cooperatives.length > 0 })
  const placing = usePlaceOrder()
  const faults = faultsOf(address)
  const quote = quoted.data
  const problems = isTried
    ? problemsOf(t, faults, consents, quote, placing.error ?? quoted.error)
    : []

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (!quote || problemsOf(t, faults, consents, quote, null).length > 0) return
    const checkout = {
      lines: linesOf(cart),
      address: toAddress(address),
      email: email.trim() || null,
      expectedTotalFen: quote.totalFen,
      notes: Object.entries(notes)
        .filter(([, text]) => text.trim())
        .map(([cooperativeId, text]) => ({ cooperativeId, text })),
      ...consents,
      acceptsTerms: true as const,
    }
    placing.mutate(
      { checkout, idempotencyKey: key.current },
      {
        onSuccess: ({ group, paymentUrl }) => {
          setIsLeaving(true)
          if (paymentUrl) location.assign(paymentUrl)
          else void navigate(`/order-groups/${group.id}`)
        },
        onError: (error) => {
          // A refusal ends the intent; only an answer that never came may be asked for again.
          if (error instanceof ApiError && error.status > 0) key.current = newIdempotencyKey()
          void quoted.refetch()
        },
      },
    )
  }
  const setNote = (cooperativeId: string, text: string) =>
    setNotes({ ...notes, [cooperativeId]: text })
  return {
    address,
    setAddress,
    faults,
    notes,
    setNote,
    email,
    setEmail,
    consents,
    setConsents,
    quote,
    isQuoting: quoted.isFetching,
    isTried,
    isLeaving,
    problems,
    submit,
    isPlacing: placing.isPending || isLeaving,
  }
}

function problemsOf(
  t: ReturnType<typeof useMessages<(typeof checkoutMessages)['zh-CN']>>,
  faults: ReturnType<typeof faultsOf>,
  consents: Consents,
  quote: Quote | undefined,
  error: Error | null,
): FormProblem[] {
  const problems: FormProblem[] = Object.entries(faults).map(([name, fault]) => ({
    fieldId: `address-${name}`,
    text: `${t(name === 'subdistrictCode' ? 'subdistrict' : (name as 'street'))}: ${t(fault)}`,
  }))
  if (quote?.needsAdult && !consents.isAdult)
    problems.push({ fieldId: 'consent-adult', text: t('adultError') })
  if (quote?.needsReturnConsent && !consents.acceptsReturnException)
    problems.push({ fieldId: 'consent-return', text: t('returnError') })
  if (!consents.acceptsTerms) problems.push({ fieldId: 'consent-terms', text: t('termsError') })
  if (error) problems.push({ fieldId: null, text: errorText(error) })
  return problems
}

function Parcels({
  quote,
  notes,
  onNote,
}: {
  quote: Quote
  notes: Readonly<Record<string, string>>
  onNote: (id: string, text: string) => void
}) {
  const t = useMessages(checkoutMessages)
  const say = useBilingual()
  const { dayRange, weight } = useFormats()
  return (
    <ul className="grid gap-5">
      {quote.parcels.map((parcel) => (
        <li
          key={parcel.cooperativeId}
          className="grid gap-2 border-b border-line pb-4 last:border-b-0 last:pb-0"
        >
          <div className="flex flex-wrap items-baseline justify-between gap-2">
            <strong>{t('parcelFrom', { name: say(parcel.name) })}</strong>
            <span className="text-sm text-ink-soft">
              {weight(parcel.grams)} · {t('freight')}{' '}
              {parcel.freightFen === 0 ? t('freeFreight') : <Money fen={parcel.freightFen} />}
            </span>
          </div>
          <p className="flex items-center gap-2 text-sm text-ink-soft">
            {t('arrives', { range: dayRange(parcel.arrivesFrom, parcel.arrivesTo) })}
            {parcel.temperatureMode !== 'none' && (
              <Badge tone="indigo" icon={SnowflakeIcon}>
                {t(parcel.temperatureMode === 'frozen' ? 'frozen' : 'cold')}
              </Badge>
            )}
          </p>
          <TextField
            label={t('note')}
            aria-label={t('noteOf', { name: say(parcel.name) })}
            optional
            maxLength={200}
            value={notes[parcel.cooperativeId] ?? ''}
            onChange={(event) => onNote(parcel.cooperativeId, event.target.value)}
          />
        </li>
      ))}
    </ul>
  )
}

function ConsentFields({ form }: { form: Form }) {
  const t = useMessages(checkoutMessages)
  const { consents, setConsents, quote, isTried } = form
  const bind = (name: keyof Consents) => ({
    checked: consents[name],
    onChange: () => setConsents({ ...consents, [name]: !consents[name] }),
  })
  const error = (name: keyof Consents, text: string) =>
    isTried && !consents[name] ? text : undefined
  return (
    <Panel title={t('consentsTitle')}>
      <div className="grid gap-3">
        <TextField
          label={t('email')}
          help={t('emailHelp')}
          optional
          type="email"
          autoComplete="email"
          value={form.email}
          onChange={(event) => form.setEmail(event.target.value)}
        />
        {quote?.needsAdult && (
          <Checkbox
            id="consent-adult"
            label={t('adult')}
            error={error('isAdult', t('adultError'))}
            {...bind('isAdult')}
          />
        )}
        {quote?.needsReturnConsent && (
          <Checkbox
            id="consent-return"
            label={t('returnException')}
            error={error('acceptsReturnException', t('returnError'))}
            {...bind('acceptsReturnException')}
          />
        )}
        <Checkbox
          id="consent-terms"
          label={t('terms')}
          error={error('acceptsTerms', t('termsError'))}
          {...bind('acceptsTerms')}
        />
      </div>
    </Panel>
  )
}

function Totals({ quote, isBusy }: { quote: Quote | undefined; isBusy: boolean }) {
  const t = useMessages(checkoutMessages)
  const { money } = useFormats()
  return (
    <aside className="grid gap-3 rounded-card border border-line bg-paper-raised p-4 lg:sticky lg:top-20">
      <dl className="grid gap-2">
        <TotalRow label={t('goods')} fen={quote?.goodsFen} />
        <TotalRow label={t('freight')} fen={quote?.freightFen} />
        <div className="flex items-baseline justify-between border-t border-line pt-2">
          <dt className="font-semibold">{t('total')}</dt>
          <dd>{quote ? <Price fen={quote.totalFen} size="large" /> : '—'}</dd>
        </div>
      </dl>
      <LiveRegion>{quote ? `${t('total')} ${money(quote.totalFen)}` : ''}</LiveRegion>
      <Button type="submit" tone="buy" wide busy={isBusy}>
        {t('pay')}
      </Button>
      <p className="text-sm text-ink-soft">{t('payHint')}</p>
    </aside>
  )
}

function TotalRow({ label, fen }: { label: string; fen: number | undefined }) {
  return (
    <div className="flex justify-between text-ink-soft">
      <dt>{label}</dt>
      <dd>{fen === undefined ? '—' : <Money fen={fen} />}</dd>
    </div>
  )
}
