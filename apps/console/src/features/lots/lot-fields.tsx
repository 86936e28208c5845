import { useSuspenseQuery } from '@tanstack/react-query'
import {
  Button,
  Checkbox,
  CloseIcon,
  IconButton,
  Panel,
  PlusIcon,
  Select,
  TextArea,
  TextField,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import type { DraftPart } from '../../lib/draft-form'
import type { FieldErrors } from '../../lib/form'
import { townshipsQuery } from '../names/names.queries'
import { productsQuery } from '../products/products.queries'
import type { LotDraft } from './lot-draft'
import { lotsMessages } from './lots.messages'

type Part = DraftPart<LotDraft>

const labels = ['green', 'organic', 'ecological', 'hand-picked'] as const
const grades = ['premium', 'first', 'second', 'ungraded'] as const

export function GoodsFields({
  cooperativeId,
  isNew,
  ...part
}: Part & { cooperativeId: string; isNew: boolean }) {
  const { draft, errors, change } = part
  const t = useMessages(lotsMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  const { data } = useSuspenseQuery(productsQuery(cooperativeId, {}, 100))
  const options = data.items.flatMap((product) =>
    product.skus.map((sku) => ({
      value: sku.id,
      label: `${say(product.name)} ${say(sku.name)} · ${weight(sku.packGrams)}`,
    })),
  )
  return (
    <Panel title={t('sectionGoods')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          id="lot-skuId"
          label={t('sku')}
          error={errors['skuId']}
          placeholder={t('chooseSku')}
          options={options}
          value={draft.skuId}
          disabled={!isNew}
          onChange={(event) => change({ skuId: event.target.value })}
          className="sm:col-span-2"
        />
        <TextField
          id="lot-quantity"
          label={t('count')}
          error={errors['quantity']}
          inputMode="numeric"
          align="end"
          maxLength={7}
          value={draft.quantity}
          onChange={(event) => change({ quantity: event.target.value })}
        />
        <Select
          id="lot-grade"
          label={t('grade')}
          error={errors['grade']}
          options={grades.map((grade) => ({ value: grade, label: t(grade) }))}
          value={draft.grade}
          onChange={(event) => change({ grade: event.target.value as LotDraft['grade'] })}
        />
        <fieldset className="sm:col-span-2">
          <legend className="wb-label">{t('labels')}</legend>
          <div className="flex flex-wrap gap-x-6">
            {labels.map((label) => (
              <Checkbox
                key={label}
                label={t(label)}
                checked={draft.labels.includes(label)}
                onChange={({ target }) =>
                  change({
                    labels: target.checked
                      ? [...draft.labels, label]
                      : draft.labels.filter((each) => each !== label),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      </div>
    </Panel>
  )
}

export function DateFields({ draft, errors, change }: Part) {
  const t = useMessages(lotsMessages)
  const names = ['harvestFrom', 'harvestTo', 'dispatchFrom', 'dispatchTo', 'bestBefore'] as const
  return (
    <Panel title={t('sectionDates')}>
      <div className="grid gap-4 sm:grid-cols-2">
        {names.map((name) => (
          <TextField
            key={name}
            id={`lot-${name}`}
            type="date"
            label={t(name)}
            error={errors[name]}
            optional={name === 'bestBefore'}
            value={draft[name]}
            onChange={(event) => change({ [name]: event.target.value })}
          />
        ))}
      </div>
    </Panel>
  )
}

export function PlaceFields({ draft, errors, change }: Part) {
  const t = useMessages(lotsMessages)
  const say = useBilingual()
  const { data } = useSuspenseQuery(townshipsQuery)
  const villages = data.items.find(({ code }) => code === draft.townshipCode)?.villages ?? []
  return (
    <Panel title={t('sectionPlace')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          id="lot-townshipCode"
          label={t('township')}
          error={errors['townshipCode']}
          placeholder={t('chooseSku')}
          options={data.items.map(({ code, name }) => ({ value: code, label: say(name) }))}
          value={draft.townshipCode}
          onChange={(event) => change({ townshipCode: event.target.value })}
        />
        <TextField
          id="lot-village"
          label={t('village')}
          error={errors['village']}
          optional
          maxLength={30}
          list="lot-villages"
          value={draft.village}
          onChange={(event) => change({ village: event.target.value })}
        />
        <datalist id="lot-villages">
          {villages.map(({ zh }) => (
            <option key={zh} value={zh} />
          ))}
        </datalist>
        <TextArea
          id="lot-note"
          label={t('note')}
          error={errors['note']}
          optional
          rows={2}
          maxLength={300}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
          className="sm:col-span-2"
        />
      </div>
    </Panel>
  )
}

export function OfferFields({ draft, errors, change }: Part) {
  const t = useMessages(lotsMessages)
  return (
    <Panel title={t('sectionOffer')}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          id="lot-offeredPriceFen"
          label={t('offered')}
          help={t('offeredHelp')}
          error={errors['offeredPriceFen']}
          prefix="¥"
          inputMode="decimal"
          align="end"
          maxLength={12}
          value={draft.offeredPrice}
          onChange={(event) => change({ offeredPrice: event.target.value })}
        />
        <TextField
          id="lot-minimumOrder"
          label={t('minimum')}
          help={t('minimumHelp')}
          error={errors['minimumOrder']}
          inputMode="numeric"
          align="end"
          maxLength={7}
          value={draft.minimumOrder}
          onChange={(event) => change({ minimumOrder: event.target.value })}
        />
      </div>
      <BreakFields
        breaks={draft.breaks}
        errors={errors}
        idPrefix="lot"
        change={(breaks) => change({ breaks })}
      />
    </Panel>
  )
}

type Breaks = LotDraft['breaks']

/** Steps of quantity and price, five at most. */
export function BreakFields({
  breaks,
  errors,
  idPrefix,
  change,
}: {
  breaks: Breaks
  errors: FieldErrors
  idPrefix: string
  change: (breaks: Breaks) => void
}) {
  const t = useMessages(lotsMessages)
  const set = (index: number, part: Partial<Breaks[number]>) =>
    change(breaks.map((each, at) => (at === index ? { ...each, ...part } : each)))
  return (
    <fieldset className="mt-4 grid gap-3">
      <legend className="wb-label mb-2">{t('breaks')}</legend>
      {errors['priceBreaks'] && <p className="wb-error">{errors['priceBreaks']}</p>}
      {breaks.map((each, index) => (
        <div key={index} className="grid grid-cols-[1fr_1fr_auto] items-start gap-3">
          <TextField
            id={`${idPrefix}-priceBreaks.${index}.minQuantity`}
            label={t('breakFrom')}
            error={errors[`priceBreaks.${index}.minQuantity`]}
            inputMode="numeric"
            align="end"
            maxLength={7}
            value={each.from}
            onChange={(event) => set(index, { from: event.target.value })}
          />
          <TextField
            id={`${idPrefix}-priceBreaks.${index}.priceFen`}
            label={t('breakPrice')}
            error={errors[`priceBreaks.${index}.priceFen`]}
            inputMode="decimal"
            align="end"
            maxLength={12}
            value={each.price}
            onChange={(event) => set(index, { price: event.target.value })}
          />
          <IconButton
            className="mt-7"
            icon={CloseIcon}
            label={t('removeBreak')}
            onClick={() => change(breaks.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {breaks.length < 5 && (
        <Button
          tone="plain"
          size="small"
          icon={PlusIcon}
          className="justify-self-start"
          onClick={() => change([...breaks, { from: '', price: '' }])}
        >
          {t('addBreak')}
        </Button>
      )}
    </fieldset>
  )
}
