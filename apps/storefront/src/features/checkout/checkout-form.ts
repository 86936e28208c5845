import { useQuery } from '@tanstack/react-query'
import { ApiError, newIdempotencyKey } from '@weibao/api-client/http'
import type { Cart } from '@weibao/contracts/cart'
import type { Quote } from '@weibao/contracts/order'
import { useMessages, useStored, type FormProblem } from '@weibao/ui'
import { useRef, useState, type FormEvent } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { errorText } from '../../lib/error-text'
import { emptyAddress, faultsOf, isBaoshan, toAddress } from './address-draft'
import { checkoutMessages } from './checkout.messages'
import { quoteQuery, usePlaceOrder } from './checkout.queries'
import { wantedOf } from './wanted'

export interface Consents {
  readonly isAdult: boolean
  readonly acceptsReturnException: boolean
  readonly acceptsTerms: boolean
}

const noConsents: Consents = { isAdult: false, acceptsReturnException: false, acceptsTerms: false }

export type CheckoutForm = ReturnType<typeof useCheckoutForm>

/** What the buyer has filled in, what it costs, and the way to order it. */
export function useCheckoutForm(cart: Cart) {
  const t = useMessages(checkoutMessages)
  const [search] = useSearchParams()
  const wanted = wantedOf(search, cart)
  const isEmpty = wanted.lines.length + wanted.bundles.length === 0
  const [address, setAddress] = useStored('weibao.address', emptyAddress)
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({})
  const [email, setEmail] = useState('')
  const [consents, setConsents] = useState(noConsents)
  const [isTried, setIsTried] = useState(false)
  const place = {
    province: address.province,
    subdistrictCode: isBaoshan(address) && address.subdistrictCode ? address.subdistrictCode : null,
  }
  const quoted = useQuery({ ...quoteQuery(wanted, place), enabled: !isEmpty })
  const ordering = useOrdering(() => void quoted.refetch())
  const faults = faultsOf(address)
  const quote = quoted.data
  const error = ordering.error ?? quoted.error

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (!quote || problemsOf(t, faults, consents, quote, null).length > 0) return
    ordering.order({
      lines: [...wanted.lines],
      bundles: [...wanted.bundles],
      address: toAddress(address),
      email: email.trim() || null,
      expectedTotalFen: quote.totalFen,
      notes: Object.entries(notes)
        .filter(([, text]) => text.trim())
        .map(([cooperativeId, text]) => ({ cooperativeId, text })),
      ...consents,
      acceptsTerms: true as const,
    })
  }
  return {
    wanted,
    isEmpty,
    address,
    setAddress,
    faults: isTried ? faults : {},
    notes,
    setNote: (cooperativeId: string, text: string) => setNotes({ ...notes, [cooperativeId]: text }),
    email,
    setEmail,
    consents,
    setConsents,
    quote,
    isQuoting: quoted.isFetching,
    isTried,
    isLeaving: ordering.isLeaving,
    // What is not sold is said before anything is filled in for it.
    problems: isTried ? problemsOf(t, faults, consents, quote, error) : refusalOf(quoted.error),
    submit,
    isPlacing: ordering.isBusy,
  }
}

/** Orders once per intent, then leaves for the payment page. */
function useOrdering(onRefused: () => void) {
  const navigate = useNavigate()
  const placing = usePlaceOrder()
  const [isLeaving, setIsLeaving] = useState(false)
  const key = useRef(newIdempotencyKey())
  type Checkout = Parameters<typeof placing.mutate>[0]['checkout']
  const order = (checkout: Checkout) =>
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
          if (error instanceof ApiError && error.status > 0 && error.status < 500)
            key.current = newIdempotencyKey()
          onRefused()
        },
      },
    )
  return { order, isLeaving, error: placing.error, isBusy: placing.isPending || isLeaving }
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
    text: t('faultOf', {
      field: t(name === 'subdistrictCode' ? 'subdistrict' : (name as 'street')),
      fault: t(fault),
    }),
  }))
  if (quote?.needsAdult && !consents.isAdult)
    problems.push({ fieldId: 'consent-adult', text: t('adultError') })
  if (quote?.needsReturnConsent && !consents.acceptsReturnException)
    problems.push({ fieldId: 'consent-return', text: t('returnError') })
  if (!consents.acceptsTerms) problems.push({ fieldId: 'consent-terms', text: t('termsError') })
  return [...problems, ...refusalOf(error)]
}

function refusalOf(error: Error | null): FormProblem[] {
  return error ? [{ fieldId: null, text: errorText(error) }] : []
}
