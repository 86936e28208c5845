import { useState } from 'react'
import { Checkbox, RadioGroup } from '../forms/choices'
import { FormErrorSummary } from '../forms/form-error-summary'
import { QuantityStepper } from '../forms/quantity-stepper'
import { Select, TextArea, TextField } from '../forms/text-field'
import { useMessages } from '../i18n/i18n'
import { SearchIcon } from '../icons/icons'
import { townshipNames } from '../ornament/township-mark'
import { Panel } from '../surfaces/card'
import { partsMessages } from './parts.messages'

/** Every kind of field: empty, filled, wrong, disabled. */
export function FormsPart() {
  const t = useMessages(partsMessages)
  const [delivery, setDelivery] = useState<'home' | 'pickup' | null>('home')
  const [packages, setPackages] = useState(2)
  return (
    <Panel title={t('forms')}>
      <div className="grid gap-5 md:grid-cols-2">
        <div className="md:col-span-2">
          <FormErrorSummary problems={[{ fieldId: 'parts-phone', text: t('phoneError') }]} />
        </div>
        <TextField
          id="parts-phone"
          label={t('phone')}
          help={t('phoneHelp')}
          error={t('phoneError')}
          defaultValue="1380000000"
          inputMode="tel"
          autoComplete="tel"
        />
        <TextField
          label={t('price')}
          prefix="¥"
          suffix={t('perBag')}
          align="end"
          defaultValue="58.00"
        />
        <TextField
          label={t('search')}
          optional
          prefix={<SearchIcon />}
          placeholder={t('redRice')}
        />
        <TextField label={t('township')} disabled defaultValue={t('reserved')} />
        <Select
          label={t('township')}
          placeholder={t('choose')}
          options={townshipNames.map((name) => ({ value: name, label: name }))}
          defaultValue=""
        />
        <TextArea label={t('note')} optional rows={2} />
        <RadioGroup
          label={t('delivery')}
          layout="cards"
          value={delivery}
          onChange={setDelivery}
          options={[
            { value: 'home', label: t('home'), help: t('homeHelp') },
            { value: 'pickup', label: t('pickup'), help: t('pickupHelp') },
          ]}
        />
        <div>
          <Checkbox label={t('agree')} defaultChecked />
          <Checkbox label={t('all')} indeterminate />
          <Checkbox label={t('reserved')} disabled />
          <div className="mt-3 flex flex-wrap items-center gap-4">
            <QuantityStepper
              label={t('quantity')}
              value={packages}
              onChange={setPackages}
              min={1}
              max={12}
            />
            <QuantityStepper
              label={t('reserved')}
              value={1}
              onChange={() => undefined}
              max={1}
              disabled
            />
          </div>
        </div>
      </div>
    </Panel>
  )
}
