import { useSuspenseQuery } from '@tanstack/react-query'
import { secondFactor } from '@weibao/api-client/account'
import { Button, Dialog, Panel, TextField, useMessages, useToast } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { errorText } from '../../lib/error-text'
import { accountQuery, useAccountAct } from './account.queries'
import { PasswordField } from './password-field'
import { securityMessages } from './security.messages'

type Task = 'set-up' | 'renew' | 'turn-off'

/** The second step: off, on, and the ways between. A shopper may have it; officers must. */
export function SecondFactorPanel() {
  const t = useMessages(securityMessages)
  const { data } = useSuspenseQuery(accountQuery)
  const [task, setTask] = useState<Task | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { isEnabled, recoveryCodesLeft } = data.secondFactor
  const close = () => setTask(null)
  const show = (recoveryCodes: readonly string[]) => {
    setCodes(recoveryCodes)
    close()
  }
  return (
    <Panel title={t('factorTitle')}>
      <p className="mb-4">
        {isEnabled ? t('factorOn', { count: recoveryCodesLeft }) : t('factorOff')}
      </p>
      <div className="flex flex-wrap gap-3">
        {isEnabled ? (
          <>
            <Button tone="quiet" onClick={() => setTask('renew')}>
              {t('renew')}
            </Button>
            <Button tone="danger" onClick={() => setTask('turn-off')}>
              {t('turnOff')}
            </Button>
          </>
        ) : (
          <Button tone="quiet" onClick={() => setTask('set-up')}>
            {t('setUp')}
          </Button>
        )}
      </div>
      <Dialog open={task === 'set-up'} onClose={close} title={t('setUp')}>
        <SetUp onCodes={show} />
      </Dialog>
      <Dialog open={task === 'renew'} onClose={close} title={t('renew')}>
        <RenewForm onCodes={show} />
      </Dialog>
      <Dialog open={task === 'turn-off'} onClose={close} title={t('turnOffTitle')}>
        <TurnOffForm onDone={close} />
      </Dialog>
      <Dialog
        open={codes !== null}
        onClose={() => setCodes(null)}
        title={t('codesTitle')}
        footer={<Button onClick={() => setCodes(null)}>{t('codesDone')}</Button>}
      >
        <p className="mb-4">{t('codesText')}</p>
        <ul className="grid gap-2 font-mono sm:grid-cols-2">
          {codes?.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </Dialog>
    </Panel>
  )
}

interface CodesProps {
  readonly onCodes: (codes: readonly string[]) => void
}

function SetUp({ onCodes }: CodesProps) {
  const t = useMessages(securityMessages)
  const offer = useAccountAct((password: string) => secondFactor.offer({ body: { password } }))
  const confirm = useAccountAct((code: string) => secondFactor.confirm({ body: { code } }))
  if (!offer.data)
    return (
      <form onSubmit={(event) => offer.mutate(submitted(event, 'password'))} className="grid gap-4">
        <PasswordField
          name="password"
          label={t('password')}
          autoComplete="current-password"
          required
          error={offer.isError ? errorText(offer.error) : undefined}
        />
        <Button type="submit" wide busy={offer.isPending}>
          {t('next')}
        </Button>
      </form>
    )
  return (
    <form
      onSubmit={(event) =>
        confirm.mutate(submitted(event, 'code'), {
          onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
        })
      }
      className="grid gap-4"
    >
      <p>{t('scan')}</p>
      <img
        src={offer.data.qrCode}
        alt={t('qrCode')}
        width={200}
        height={200}
        className="justify-self-center rounded-control bg-[#fff] p-2"
      />
      <p className="text-sm">
        {t('secret')}
        <br />
        <code className="font-mono break-all">{offer.data.secret}</code>
      </p>
      <TextField
        name="code"
        label={t('code')}
        help={t('codeHelp')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        required
        error={confirm.isError ? errorText(confirm.error) : undefined}
      />
      <Button type="submit" wide busy={confirm.isPending}>
        {t('confirm')}
      </Button>
    </form>
  )
}

function RenewForm({ onCodes }: CodesProps) {
  const t = useMessages(securityMessages)
  const renew = useAccountAct((body: { password: string; code: string }) =>
    secondFactor.renewRecoveryCodes({ body }),
  )
  return (
    <ProofForm
      label={t('renew')}
      error={renew.error}
      isBusy={renew.isPending}
      onSubmit={(proof) =>
        renew.mutate(proof, { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) })
      }
    />
  )
}

function TurnOffForm({ onDone }: { onDone: () => void }) {
  const t = useMessages(securityMessages)
  const toast = useToast()
  const remove = useAccountAct((body: { password: string; code: string }) =>
    secondFactor.remove({ body }),
  )
  return (
    <ProofForm
      label={t('turnOff')}
      error={remove.error}
      isBusy={remove.isPending}
      onSubmit={(proof) =>
        remove.mutate(proof, {
          onSuccess: () => {
            toast({ text: t('turnedOff') })
            onDone()
          },
        })
      }
    />
  )
}

interface ProofFormProps {
  readonly label: string
  readonly error: Error | null
  readonly isBusy: boolean
  readonly onSubmit: (proof: { password: string; code: string }) => void
}

/** Password and a code: what changes of the second step ask for. */
function ProofForm({ label, error, isBusy, onSubmit }: ProofFormProps) {
  const t = useMessages(securityMessages)
  return (
    <form
      onSubmit={(event) =>
        onSubmit({ password: submitted(event, 'password'), code: submitted(event, 'code') })
      }
      className="grid gap-4"
    >
      <PasswordField
        name="password"
        label={t('password')}
        autoComplete="current-password"
        required
      />
      <TextField
        name="code"
        label={t('codeOrRecovery')}
        autoComplete="one-time-code"
        autoCapitalize="none"
        maxLength={40}
        required
        error={error ? errorText(error) : undefined}
      />
      <Button type="submit" tone="danger" wide busy={isBusy}>
        {label}
      </Button>
    </form>
  )
}

function submitted(event: FormEvent<HTMLFormElement>, name: string): string {
  event.preventDefault()
  return String(new FormData(event.currentTarget).get(name) ?? '')
}
