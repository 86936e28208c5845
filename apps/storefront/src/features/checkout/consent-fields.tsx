import { returnExceptionText, returnExceptionVersion } from '@weibao/contracts/consent'
import { Checkbox, Panel, TextField, useBilingual, useMessages } from '@weibao/ui'
import type { CheckoutForm, Consents } from './checkout-form'
import { checkoutMessages } from './checkout.messages'

/** What the law wants a yes to, only where it applies. */
export function ConsentFields({ form }: { form: CheckoutForm }) {
  const t = useMessages(checkoutMessages)
  const say = useBilingual()
  const { consents, setConsents, quote, isTried } = form
  const bind = (name: keyof Consents, error: string) => ({
    checked: consents[name],
    onChange: () => setConsents({ ...consents, [name]: !consents[name] }),
    error: isTried && !consents[name] ? error : undefined,
  })
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
          <Checkbox id="consent-adult" label={t('adult')} {...bind('isAdult', t('adultError'))} />
        )}
        {quote?.needsReturnConsent && (
          <Checkbox
            id="consent-return"
            label={say(returnExceptionText(returnExceptionVersion)!)}
            {...bind('acceptsReturnException', t('returnError'))}
          />
        )}
        <Checkbox
          id="consent-terms"
          label={<TermsSentence />}
          {...bind('acceptsTerms', t('termsError'))}
        />
      </div>
    </Panel>
  )
}

/** The texts open beside, so that nothing filled in is lost. */
function TermsSentence() {
  const t = useMessages(checkoutMessages)
  const [before, between, after] = t('terms', { terms: '\u0000', privacy: '\u0000' }).split(
    '\u0000',
  )
  return (
    <>
      {before}
      <a className="wb-link" href="/terms" target="_blank" rel="noopener">
        {t('termsName')}
      </a>
      {between}
      <a className="wb-link" href="/privacy" target="_blank" rel="noopener">
        {t('privacyName')}
      </a>
      {after}
    </>
  )
}
