import { provinces } from '@weibao/contracts/provinces'
import { subdistricts } from '@weibao/contracts/subdistricts'
import { Panel, Select, TextField, useBilingual, useMessages } from '@weibao/ui'
import type { ChangeEvent } from 'react'
import { isBaoshan, type AddressDraft, type AddressFault } from './address-draft'
import { checkoutMessages } from './checkout.messages'

interface AddressFieldsProps {
  readonly draft: AddressDraft
  readonly onChange: (draft: AddressDraft) => void
  readonly faults: Partial<Record<keyof AddressDraft, AddressFault>>
}

/** Where the goods go; Baoshan first, since most of them go there. */
export function AddressFields({ draft, onChange, faults }: AddressFieldsProps) {
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
    <Panel title={t('addressTitle')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('recipient')}
          autoComplete="name"
          maxLength={40}
          {...bind('recipient')}
        />
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
        <TextField
          label={t('city')}
          autoComplete="address-level2"
          maxLength={20}
          {...bind('city')}
        />
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
    </Panel>
  )
}
