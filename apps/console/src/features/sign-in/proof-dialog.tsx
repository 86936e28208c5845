import { Dialog, useMessages } from '@weibao/ui'
import { useSyncExternalStore } from 'react'
import { answerProof, followProof, isProofAsked } from '../../lib/proof'
import { CodeForm } from './code-form'
import { useProveSecondFactor } from './session.queries'
import { signInMessages } from './sign-in.messages'

/** Asks for the second factor when a call needs it; the call then goes on by itself. */
export function ProofDialog() {
  const t = useMessages(signInMessages)
  const isAsked = useSyncExternalStore(followProof, isProofAsked)
  const prove = useProveSecondFactor()
  const close = () => {
    prove.reset()
    answerProof(false)
  }
  return (
    <Dialog open={isAsked} onClose={close} title={t('proofTitle')}>
      <p className="mb-3">{t('proofText')}</p>
      <CodeForm
        error={prove.error}
        isBusy={prove.isPending}
        onCode={(code) => prove.mutate(code, { onSuccess: () => answerProof(true) })}
      />
    </Dialog>
  )
}
