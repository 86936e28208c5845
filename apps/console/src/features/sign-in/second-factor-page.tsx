import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, FormErrorSummary, TextField, useMessages, useToast } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { fieldErrors, problemText } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { sessionQuery, useConfirmSecondFactor, useOfferSecondFactor } from './session.queries'
import { SignInFrame } from './sign-in-page'
import { signInMessages } from './sign-in.messages'
import { wantedAddress } from './wanted-address'

interface Offer {
  readonly secret: string
  readonly qrCode: string
}

/** Password, then the authenticator, then the recovery codes: seen once. */
export function SecondFactorPage() {
  const t = useMessages(signInMessages)
  useTitle(t('setUpTitle'))
  const [offer, setOffer] = useState<Offer | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  return (
    <SignInFrame>
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : offer ? (
        <Confirm offer={offer} onCodes={setCodes} />
      ) : (
        <Begin onOffer={setOffer} />
      )}
    </SignInFrame>
  )
}

function Begin({ onOffer }: { onOffer: (offer: Offer) => void }) {
  const t = useMessages(signInMessages)
  const offer = useOfferSecondFactor()
  const [missing, setMissing] = useState<string>()
  const text = missing ?? (offer.error ? problemText(offer.error) : undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password'))
    setMissing(password ? undefined : t('needPassword'))
    if (password) offer.mutate(password, { onSuccess: onOffer })
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <div>
        <h1>{t('setUpTitle')}</h1>
        <p className="mt-1 text-ink-soft">{t('setUpLead')}</p>
      </div>
      <FormErrorSummary problems={text ? [{ fieldId: 'offer-password', text }] : []} />
      <TextField
        id="offer-password"
        name="password"
        type="password"
        label={t('password')}
        help={t('setUpStart')}
        error={text}
        autoComplete="current-password"
        maxLength={256}
      />
      <Button type="submit" wide busy={offer.isPending}>
        {t('setUpContinue')}
      </Button>
    </form>
  )
}

function Confirm({
  offer,
  onCodes,
}: {
  offer: Offer
  onCodes: (codes: readonly string[]) => void
}) {
  const t = useMessages(signInMessages)
  const confirm = useConfirmSecondFactor()
  const [missing, setMissing] = useState<string>()
  const refused = confirm.error
    ? (fieldErrors(confirm.error)['code'] ?? problemText(confirm.error))
    : undefined
  const text = missing ?? refused
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code')).trim()
    setMissing(code ? undefined : t('needCode'))
    if (code) confirm.mutate(code, { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) })
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <div>
        <h1>{t('scanTitle')}</h1>
        <p className="mt-1 text-ink-soft">{t('scanText')}</p>
      </div>
      <img
        src={offer.qrCode}
        alt={t('qrAlt')}
        width={200}
        height={200}
        className="justify-self-center rounded-control bg-[#fff] p-2"
      />
      <div className="text-sm">
        <p className="text-ink-soft">{t('secret')}</p>
        <code className="font-semibold break-all select-all">{grouped(offer.secret)}</code>
      </div>
      <FormErrorSummary problems={text ? [{ fieldId: 'first-code', text }] : []} />
      <TextField
        id="first-code"
        name="code"
        label={t('firstCode')}
        error={text}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
      />
      <Button type="submit" wide busy={confirm.isPending}>
        {t('turnOn')}
      </Button>
    </form>
  )
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useMessages(signInMessages)
  const toast = useToast()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [isSaved, setIsSaved] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    toast({ text: t('copied') })
  }
  const finish = async () => {
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    void navigate(wantedAddress(search), { replace: true })
  }
  return (
    <>
      <div>
        <h1>{t('recoveryTitle')}</h1>
        <p className="mt-1 text-ink-soft">{t('recoveryText')}</p>
      </div>
      <ul className="grid grid-cols-1 gap-x-4 gap-y-1 rounded-control bg-paper-sunk p-4 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{grouped(code)}</li>
        ))}
      </ul>
      <div className="flex gap-3">
        <Button tone="quiet" size="small" onClick={() => void copy()}>
          {t('copyCodes')}
        </Button>
        <Button tone="quiet" size="small" onClick={() => print()}>
          {t('printCodes')}
        </Button>
      </div>
      <Checkbox
        label={t('savedCodes')}
        checked={isSaved}
        onChange={(event) => setIsSaved(event.target.checked)}
      />
      <Button wide disabled={!isSaved} onClick={() => void finish()}>
        {t('finish')}
      </Button>
    </>
  )
}

/** In fours, as one reads a code aloud. */
function grouped(code: string): string {
  return code.replace(/[\s-]/g, '').replace(/(.{4})(?=.)/g, '$1 ')
}
