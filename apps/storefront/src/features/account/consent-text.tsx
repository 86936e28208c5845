import { useMessages } from '@weibao/ui'
import { signInMessages } from './sign-in.messages'

/** The sentence of agreement; its two texts open beside, so that nothing typed is lost. */
export function ConsentText() {
  const t = useMessages(signInMessages)
  const [before, between, after] = t('consent', { terms: '\u0000', privacy: '\u0000' }).split(
    '\u0000',
  )
  return (
    <>
      {before}
      <a className="wb-link" href="/terms" target="_blank" rel="noopener">
        {t('terms')}
      </a>
      {between}
      <a className="wb-link" href="/privacy" target="_blank" rel="noopener">
        {t('privacy')}
      </a>
      {after}
    </>
  )
}
