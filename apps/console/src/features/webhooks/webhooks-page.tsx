import { useSuspenseQuery } from '@tanstack/react-query'
import type { WebhookEndpointView } from '@weibao/contracts/webhook'
import {
  Button,
  ButtonLink,
  Card,
  ConfirmDialog,
  Dialog,
  EmptyState,
  Notice,
  PlusIcon,
  StateTag,
  useFormats,
  useMessages,
  useToast,
  type StateTone,
} from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { EndpointDialog, SecretShown } from './endpoint-dialog'
import { webhooksMessages } from './webhooks.messages'
import {
  endpointsQuery,
  useChangeEndpoint,
  useRemoveEndpoint,
  useRotateSecret,
  useTryEndpoint,
} from './webhooks.queries'

const tones: Record<WebhookEndpointView['state'], StateTone> = {
  active: 'done',
  paused: 'waiting',
  disabled: 'problem',
}

/** Where an organisation's own systems are told of its orders. */
export function WebhooksPage() {
  const t = useMessages(webhooksMessages)
  useTitle(t('title'))
  const { organisationId } = useActing()
  const { data } = useSuspenseQuery(endpointsQuery(organisationId))
  const [asked, setAsked] = useState<WebhookEndpointView | 'new' | null>(null)
  return (
    <div className="grid max-w-4xl grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('title')}</h1>
        <Button icon={PlusIcon} onClick={() => setAsked('new')}>
          {t('add')}
        </Button>
      </div>
      <p className="text-ink-soft">
        {t('lead')}{' '}
        <a className="wb-link" href="/api/docs">
          {t('docs')}
        </a>
      </p>
      {data.items.length === 0 && (
        <div className="wb-panel">
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        </div>
      )}
      <ul className="grid gap-4">
        {data.items.map((endpoint) => (
          <li key={endpoint.id}>
            <EndpointCard endpoint={endpoint} onChange={() => setAsked(endpoint)} />
          </li>
        ))}
      </ul>
      {asked && (
        <EndpointDialog endpoint={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}

function EndpointCard({
  endpoint,
  onChange,
}: {
  endpoint: WebhookEndpointView
  onChange: () => void
}) {
  const t = useMessages(webhooksMessages)
  const { list, dayTime } = useFormats()
  const { id, url, state, kinds, failuresInARow, previousSecretUntil } = endpoint
  return (
    <Card padded className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="min-w-0 font-mono text-base break-all">{url}</h2>
        <StateTag tone={tones[state]}>{t(state)}</StateTag>
      </div>
      {state === 'disabled' && <Notice tone="problem">{t('disabledText', { url })}</Notice>}
      <p className="text-sm text-ink-soft">
        {list(kinds.map((kind) => t(kind)))}
        {failuresInARow > 0 && (
          <span className="block text-madder">{t('failures', { count: failuresInARow })}</span>
        )}
        {previousSecretUntil && new Date(previousSecretUntil) > new Date() && (
          <span className="block">{t('rotating', { time: dayTime(previousSecretUntil) })}</span>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink size="small" href={id}>
          {t('log')}
        </ButtonLink>
        <Button size="small" tone="quiet" onClick={onChange}>
          {t('change')}
        </Button>
        <StateAct endpoint={endpoint} />
        <TryAct id={id} />
        <RotateAct id={id} />
        <RemoveAct id={id} />
      </div>
    </Card>
  )
}

function StateAct({ endpoint: { id, state } }: { endpoint: WebhookEndpointView }) {
  const t = useMessages(webhooksMessages)
  const toast = useToast()
  const change = useChangeEndpoint()
  return (
    <Button
      size="small"
      tone="quiet"
      busy={change.isPending}
      onClick={() =>
        change.mutate(
          { id, state: state === 'active' ? 'paused' : 'active' },
          { onError: (error) => toast({ text: problemText(error), tone: 'problem' }) },
        )
      }
    >
      {t(state === 'active' ? 'pause' : 'resume')}
    </Button>
  )
}

function TryAct({ id }: { id: string }) {
  const t = useMessages(webhooksMessages)
  const toast = useToast()
  const { mutate, isPending } = useTryEndpoint()
  return (
    <Button
      size="small"
      tone="quiet"
      busy={isPending}
      onClick={() =>
        mutate(id, {
          onSuccess: () => toast({ text: t('tried'), tone: 'good' }),
          onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
        })
      }
    >
      {t('tryIt')}
    </Button>
  )
}

function RotateAct({ id }: { id: string }) {
  const t = useMessages(webhooksMessages)
  const toast = useToast()
  const [isAsked, setAsked] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const { mutate, isPending } = useRotateSecret()
  const rotate = () =>
    mutate(id, {
      onSuccess: (made) => setSecret(made.secret),
      onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
      onSettled: () => setAsked(false),
    })
  return (
    <>
      <Button size="small" tone="quiet" onClick={() => setAsked(true)}>
        {t('rotate')}
      </Button>
      <ConfirmDialog
        open={isAsked}
        title={t('rotateTitle')}
        confirmLabel={t('rotate')}
        busy={isPending}
        onConfirm={rotate}
        onClose={() => setAsked(false)}
      >
        {t('rotateText')}
      </ConfirmDialog>
      {secret && (
        <Dialog open title={t('secret')} onClose={() => setSecret(null)}>
          <SecretShown secret={secret} onClose={() => setSecret(null)} />
        </Dialog>
      )}
    </>
  )
}

function RemoveAct({ id }: { id: string }) {
  const t = useMessages(webhooksMessages)
  const toast = useToast()
  const [isAsked, setAsked] = useState(false)
  const { mutate, isPending } = useRemoveEndpoint()
  const remove = () =>
    mutate(id, {
      onSuccess: () => toast({ text: t('removed'), tone: 'good' }),
      onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
      onSettled: () => setAsked(false),
    })
  return (
    <>
      <Button size="small" tone="quiet" onClick={() => setAsked(true)}>
        {t('remove')}
      </Button>
      <ConfirmDialog
        open={isAsked}
        tone="danger"
        title={t('removeTitle')}
        confirmLabel={t('remove')}
        busy={isPending}
        onConfirm={remove}
        onClose={() => setAsked(false)}
      >
        {t('removeText')}
      </ConfirmDialog>
    </>
  )
}
