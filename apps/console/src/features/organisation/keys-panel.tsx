import { useSuspenseQuery } from '@tanstack/react-query'
import type { MachineKeyView } from '@weibao/contracts/machine-key'
import {
  Button,
  ConfirmDialog,
  DataTable,
  DateText,
  EmptyState,
  Panel,
  PlusIcon,
  StateTag,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { KeyDialog } from './key-dialog'
import { organisationMessages } from './organisation.messages'
import { machineKeysQuery, useRevokeKey } from './organisation.queries'
import { scopeNames } from './scope-names'

/** Keys by which the organisation's own systems call the open interface. */
export function KeysPanel() {
  const t = useMessages(organisationMessages)
  const { organisationId } = useActing()
  const { data } = useSuspenseQuery(machineKeysQuery(organisationId))
  const [isMaking, setMaking] = useState(false)
  const [ending, setEnding] = useState<MachineKeyView | null>(null)
  return (
    <Panel
      title={t('keys')}
      actions={
        <Button size="small" icon={PlusIcon} onClick={() => setMaking(true)}>
          {t('makeKey')}
        </Button>
      }
    >
      <p className="mb-3 text-sm text-ink-soft">
        {t('keysNote')}{' '}
        <a className="wb-link" href="/api/docs">
          {t('openApi')}
        </a>
      </p>
      <KeyTable keys={data.items} onEnd={setEnding} />
      {isMaking && <KeyDialog scopes={data.grantableScopes} onClose={() => setMaking(false)} />}
      {ending && <EndDialog found={ending} onClose={() => setEnding(null)} />}
    </Panel>
  )
}

function KeyTable({
  keys,
  onEnd,
}: {
  keys: readonly MachineKeyView[]
  onEnd: (key: MachineKeyView) => void
}) {
  const t = useMessages(organisationMessages)
  const say = useBilingual()
  const { list } = useFormats()
  const columns: Column<MachineKeyView>[] = [
    { key: 'name', header: t('keyName'), primary: true, cell: ({ name }) => name },
    { key: 'hint', header: t('keyHint'), cell: ({ hint }) => `…${hint}` },
    {
      key: 'scopes',
      header: t('keyMay'),
      cell: ({ scopes }) =>
        list(
          scopes.map((scope) => {
            const name = scopeNames[scope]
            return name ? say(name) : scope
          }),
        ),
    },
    {
      key: 'used',
      header: t('lastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? <DateText value={lastUsedAt} /> : t('never')),
    },
    {
      key: 'expires',
      header: t('expires'),
      cell: ({ expiresAt }) => <DateText value={expiresAt} />,
    },
    {
      key: 'acts',
      header: t('endKey'),
      headerHidden: true,
      align: 'end',
      cell: (key) =>
        key.revokedAt ? (
          <StateTag tone="ended">{t('ended')}</StateTag>
        ) : (
          <Button size="small" tone="quiet" onClick={() => onEnd(key)}>
            {t('endKey')}
          </Button>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('keys')}
      columns={columns}
      rows={keys}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('noKeys')}>{t('noKeysText')}</EmptyState>}
    />
  )
}

function EndDialog({ found, onClose }: { found: MachineKeyView; onClose: () => void }) {
  const t = useMessages(organisationMessages)
  const toast = useToast()
  const { organisationId } = useActing()
  const revoke = useRevokeKey(organisationId)
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      tone="danger"
      busy={revoke.isPending}
      confirmLabel={t('endKey')}
      title={t('endKeyTitle', { name: found.name })}
      onConfirm={() =>
        revoke.mutate(found.id, {
          onSuccess: () => toast({ text: t('keyEnded'), tone: 'good' }),
          onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
          onSettled: onClose,
        })
      }
    >
      {t('endKeyText')}
    </ConfirmDialog>
  )
}
