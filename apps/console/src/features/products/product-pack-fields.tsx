import {
  Button,
  Checkbox,
  CloseIcon,
  IconButton,
  Panel,
  PlusIcon,
  TextField,
  useMessages,
} from '@weibao/ui'
import type { DraftPart } from '../../lib/draft-form'
import type { FieldErrors } from '../../lib/form'
import { emptyPack, type PackDraft, type ProductDraft } from './product-draft'
import { productFormMessages } from './product-form.messages'

/** The packs in which a product is sold, ten at most. */
export function PackFields({ draft, errors, change }: DraftPart<ProductDraft>) {
  const t = useMessages(productFormMessages)
  const set = (index: number, part: Partial<PackDraft>) =>
    change({
      packs: draft.packs.map((pack, at) => (at === index ? { ...pack, ...part } : pack)),
    })
  return (
    <Panel title={t('sectionPacks')} note={t('packsNote')}>
      <div className="grid gap-6">
        {draft.packs.map((pack, index) => (
          <OnePack
            key={index}
            {...{ pack, index, errors }}
            set={(part) => set(index, part)}
            remove={
              draft.packs.length > 1
                ? () => change({ packs: draft.packs.filter((_, at) => at !== index) })
                : null
            }
          />
        ))}
        {draft.packs.length < 10 && (
          <Button
            tone="plain"
            icon={PlusIcon}
            className="justify-self-start"
            onClick={() => change({ packs: [...draft.packs, emptyPack] })}
          >
            {t('addPack')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

interface OnePackProps {
  readonly pack: PackDraft
  readonly index: number
  readonly errors: FieldErrors
  readonly set: (part: Partial<PackDraft>) => void
  readonly remove: (() => void) | null
}

export function OnePack({ pack, index, errors, set, remove }: OnePackProps) {
  const t = useMessages(productFormMessages)
  const fields = [
    { name: 'nameZh', path: 'name.zh', max: 40, isNumber: false },
    { name: 'nameEn', path: 'name.en', max: 60, isNumber: false },
    { name: 'grams', path: 'packGrams', max: 7, isNumber: true },
    { name: 'price', path: 'priceFen', max: 12, isNumber: true },
  ] as const
  return (
    <fieldset className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <legend className="wb-label">{t('packNumber', { number: index + 1 })}</legend>
      {fields.map(({ name, path, max, isNumber }) => (
        <TextField
          key={name}
          id={`product-skus.${index}.${path}`}
          label={t(`pack_${name}`)}
          error={errors[`skus.${index}.${path}`]}
          inputMode={isNumber ? 'decimal' : undefined}
          align={isNumber ? 'end' : undefined}
          prefix={name === 'price' ? '¥' : undefined}
          suffix={name === 'grams' ? t('grams') : undefined}
          maxLength={max}
          value={pack[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      ))}
      <Checkbox
        className="sm:col-span-2 xl:col-span-3"
        label={t('isSoldByWeight')}
        checked={pack.isSoldByWeight}
        onChange={({ target }) => set({ isSoldByWeight: target.checked })}
      />
      {remove && (
        <IconButton
          className="justify-self-end"
          icon={CloseIcon}
          label={t('removePack')}
          onClick={remove}
        />
      )}
    </fieldset>
  )
}
