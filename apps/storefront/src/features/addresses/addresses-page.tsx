import { useSuspenseQuery } from '@tanstack/react-query'
import { addressBook } from '@weibao/api-client/address-book'
import type { KeptAddress } from '@weibao/contracts/address-book'
import {
  Badge,
  Button,
  ConfirmDialog,
  Dialog,
  EmptyState,
  FormErrorSummary,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { errorText } from '../../lib/error-text'
import { AccountSection } from '../account/account-section'
import { emptyAddress, faultsOf, toAddress, toDraft } from '../checkout/address-draft'
import { AddressGrid } from '../checkout/address-fields'
import { addressesMessages } from './addresses.messages'
import { addressesQuery, useAddressAct } from './addresses.queries'

/** The addresses that the person keeps: add, change, choose the default, remove. */
export function AddressesPage() {
  const t = useMessages(addressesMessages)
  const { data } = useSuspenseQuery(addressesQuery)
  const [editing, setEditing] = useState<KeptAddress | 'new' | null>(null)
  const [removing, setRemoving] = useState<KeptAddress | null>(null)
  const add = <Button onClick={() => setEditing('new')}>{t('add')}</Button>
  return (
    <AccountSection title={t('title')}>
      {data.items.length === 0 ? (
        <EmptyState title={t('emptyTitle')} actions={add}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-sm text-ink-soft">{t('hint')}</p>
            {add}
          </div>
          <ul className="wb-card divide-y divide-line">
            {data.items.map((kept) => (
              <AddressRow key={kept.id} kept={kept} onEdit={setEditing} onRemove={setRemoving} />
            ))}
          </ul>
        </>
      )}
      <Dialog
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === 'new' ? t('add') : t('editTitle')}
      >
        {editing && (
          <AddressForm kept={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />
        )}
      </Dialog>
      <Removal kept={removing} onDone={() => setRemoving(null)} />
    </AccountSection>
  )
}

interface AddressRowProps {
  readonly kept: KeptAddress
  readonly onEdit: (kept: KeptAddress) => void
  readonly onRemove: (kept: KeptAddress) => void
}

function AddressRow({ kept, onEdit, onRemove }: AddressRowProps) {
  const t = useMessages(addressesMessages)
  const toast = useToast()
  const { id, address, isDefault } = kept
  const change = useAddressAct(() =>
    addressBook.change({ params: { id }, body: { address, isDefault: true } }),
  )
  const label = (act: string) => t('of', { act, name: address.recipient, street: address.street })
  return (
    <li className="grid gap-2 px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="font-semibold">{address.recipient}</span>
        <span className="text-ink-soft">{address.phone}</span>
        {isDefault && <Badge tone="pine">{t('isDefault')}</Badge>}
      </p>
      <p>{placeOf(address)}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          tone="quiet"
          size="small"
          aria-label={label(t('edit'))}
          onClick={() => onEdit(kept)}
        >
          {t('edit')}
        </Button>
        {!isDefault && (
          <Button
            tone="quiet"
            size="small"
            busy={change.isPending}
            aria-label={label(t('makeDefault'))}
            onClick={() =>
              change.mutate(undefined, {
                onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
              })
            }
          >
            {t('makeDefault')}
          </Button>
        )}
        <Button
          tone="plain"
          size="small"
          aria-label={label(t('remove'))}
          onClick={() => onRemove(kept)}
        >
          {t('remove')}
        </Button>
      </div>
    </li>
  )
}

/** On one line; a municipality is its own city and is named once. */
function placeOf({ province, city, district, street }: KeptAddress['address']): string {
  return [province, ...(city === province ? [] : [city]), district, street].join(' ')
}

function AddressForm({ kept, onDone }: { kept: KeptAddress | null; onDone: () => void }) {
  const t = useMessages(addressesMessages)
  const toast = useToast()
  const [draft, setDraft] = useState(kept ? toDraft(kept.address) : emptyAddress)
  const [isTried, setIsTried] = useState(false)
  const save = useAddressAct(() => {
    const body = { address: toAddress(draft), isDefault: kept?.isDefault ?? false }
    return kept ? addressBook.change({ params: { id: kept.id }, body }) : addressBook.keep({ body })
  })
  const faults = faultsOf(draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (Object.keys(faults).length > 0) return
    save.mutate(undefined, {
      onSuccess: () => {
        toast({ text: t('saved'), tone: 'good' })
        onDone()
      },
    })
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <FormErrorSummary
        problems={save.isError ? [{ fieldId: null, text: errorText(save.error) }] : []}
      />
      <AddressGrid draft={draft} onChange={setDraft} faults={isTried ? faults : {}} />
      <Button type="submit" wide busy={save.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

function Removal({ kept, onDone }: { kept: KeptAddress | null; onDone: () => void }) {
  const t = useMessages(addressesMessages)
  const toast = useToast()
  const remove = useAddressAct((id: string) => addressBook.remove({ params: { id } }))
  const confirm = () =>
    kept &&
    remove.mutate(kept.id, {
      onSuccess: () => toast({ text: t('removed') }),
      onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
      onSettled: onDone,
    })
  return (
    <ConfirmDialog
      open={kept !== null}
      onClose={onDone}
      title={t('removeTitle')}
      confirmLabel={t('remove')}
      tone="danger"
      busy={remove.isPending}
      onConfirm={confirm}
    >
      <p>
        {kept?.address.recipient} · {kept?.address.street}
      </p>
    </ConfirmDialog>
  )
}
