import { useQuery } from '@tanstack/react-query'
import { addressBook } from '@weibao/api-client/address-book'
import { Button, Select, TextLink, useMessages, useToast } from '@weibao/ui'
import { useEffect, useRef } from 'react'
import { errorText } from '../../lib/error-text'
import { sessionQuery } from '../account/account.queries'
import {
  faultsOf,
  isSameAddress,
  toAddress,
  toDraft,
  type AddressDraft,
} from '../checkout/address-draft'
import { addressesMessages } from './addresses.messages'
import { addressesQuery, useAddressAct } from './addresses.queries'

interface AddressChoiceProps {
  readonly draft: AddressDraft
  readonly onChange: (draft: AddressDraft) => void
}

/** At checkout: take a kept address, or keep the one just typed. Nothing for guests. */
export function AddressChoice({ draft, onChange }: AddressChoiceProps) {
  const t = useMessages(addressesMessages)
  const toast = useToast()
  const isIn = useQuery(sessionQuery).data?.state === 'signed-in'
  const kept = useQuery({ ...addressesQuery, enabled: isIn }).data?.items
  const keep = useAddressAct((address: AddressDraft) =>
    addressBook.keep({ body: { address: toAddress(address), isDefault: false } }),
  )
  const isUntouched = !draft.recipient && !draft.phone && !draft.street
  const first = kept?.[0]
  const isStarted = useRef(false)
  useEffect(() => {
    if (!first || isStarted.current) return
    isStarted.current = true
    if (isUntouched) onChange(toDraft(first.address))
  }, [first, isUntouched, onChange])
  if (!kept) return null
  const chosen = kept.find(({ address }) => isSameAddress(address, draft))
  const isWhole = Object.keys(faultsOf(draft)).length === 0
  // An empty place among the fields would still take its gap, and push them down.
  if (kept.length === 0 && !isWhole) return null
  const save = () =>
    keep.mutate(draft, {
      onSuccess: () => toast({ text: t('saved'), tone: 'good' }),
      onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
    })
  return (
    <div className="flex flex-wrap items-end gap-3 sm:col-span-2">
      {kept.length > 0 && (
        <Select
          id="address-kept"
          label={t('choose')}
          placeholder={t('choosePlaceholder')}
          className="min-w-0 flex-1"
          options={kept.map(({ id, address }) => ({
            value: id,
            label: `${address.recipient} · ${address.district} ${address.street}`,
          }))}
          value={chosen?.id ?? ''}
          onChange={(event) => {
            const taken = kept.find(({ id }) => id === event.target.value)
            if (taken) onChange(toDraft(taken.address))
          }}
        />
      )}
      {!chosen && isWhole && (
        <Button tone="quiet" busy={keep.isPending} onClick={save}>
          {t('keepThis')}
        </Button>
      )}
      {kept.length > 0 && (
        <TextLink href="/account/addresses" className="inline-flex min-h-11 items-center text-sm">
          {t('manage')}
        </TextLink>
      )}
    </div>
  )
}
