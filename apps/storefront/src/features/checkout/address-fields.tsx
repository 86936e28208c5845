import { provinces } from '@weibao/contracts/provinces'
import { subdistricts } from '@weibao/contracts/subdistricts'
import { Panel, Select, TextField, useBilingual, useMessages } from '@weibao/ui'
import type { ChangeEvent, ReactNode } from 'react'
import { AddressChoice } from '../addresses/address-choice'
import { isBaoshan, type AddressDraft, type AddressFault } from './address-draft'
import { checkoutMessages } from './checkout.messages'

interface AddressFieldsProps {
  readonly draft: AddressDraft
  readonly onChange: (draft: AddressDraft) => void
  readonly faults: Partial<Record<keyof AddressDraft, AddressFault>>
}

/** Where the goods go: an address of the address book, or a new one. */
export function AddressFields(props: AddressFieldsProps) {
  const t = useMessages(checkoutMessages)
  return (
    <Panel title={t('addressTitle')}>
      <AddressGrid {...props}>
        <AddressChoice draft={props.draft} onChange={props.onChange} />
      </AddressGrid>
    </Panel>
  )
}

/** The fields of an address; Baoshan first, since most of them go there. */
export function AddressGrid({
  draft,
  onChange,
  faults,
  children,
}: AddressFieldsProps & { readonly children?: ReactNode }) {
  const t = useMessages(checkoutMessages)
  const say = useBilingual()
  const bind = (name: keyof AddressDraft) => ({
    id: `address-${name}`,
    value: draft[name],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      onChange({ ...draft, [name]: event.target.value }),
    error: faults[name] ? t(faults[name]) : undefined,
  })
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {children}
      <TextField label={t('recipient')} autoComplete="name" maxLength={40} {...bind('recipient')} />
      <TextField
        label={t('phone')}
        help={t('phoneHelp')}
        type="tel"
        inputMode="numeric"
        autoComplete="tel-national"
        maxLength={11}
        {...bind('phone')}
      />
      <Select
        label={t('province')}
        options={provinces.map((name) => ({ value: name, label: name }))}
        autoComplete="address-level1"
        {...bind('province')}
      />
      <TextField label={t('city')} autoComplete="address-level2" maxLength={20} {...bind('city')} />
      <TextField
        label={t('district')}
        autoComplete="address-level3"
        maxLength={20}
        {...bind('district')}
      />
      {isBaoshan(draft) && (
        <Select
          label={t('subdistrict')}
          help={t('subdistrictHelp')}
          placeholder={t('subdistrictPlaceholder')}
          options={subdistricts.map(({ code, name }) => ({ value: code, label: say(name) }))}
          {...bind('subdistrictCode')}
        />
      )}
      <TextField
        label={t('street')}
        help={t('streetHelp')}
        autoComplete="street-address"
        maxLength={100}
        className="sm:col-span-2"
        {...bind('street')}
      />
    </div>
  )
}
