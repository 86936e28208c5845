import { useSuspenseQuery } from '@tanstack/react-query'
import { parseYuan } from '@weibao/kernel'
import {
  Button,
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
import { BreakFields } from '../lots/lot-fields'
import { productsQuery } from '../products/products.queries'
import { MAX_PARTS, partsFenOf, type BundleDraft } from './bundle-draft'
import { bundlesMessages } from './bundles.messages'

type Part = DraftPart<BundleDraft>

/** The cooperative's packs that a box may hold. */
function useOwnSkus(cooperativeId: string) {
  const { data } = useSuspenseQuery(productsQuery(cooperativeId, {}, 100))
  return data.items
    .filter(({ isBusinessOnly }) => !isBusinessOnly)
    .flatMap((product) => product.skus.map((sku) => ({ ...sku, product: product.name })))
}

export function ContentFields({
  draft,
  errors,
  change,
  cooperativeId,
}: Part & { cooperativeId: string }) {
  const t = useMessages(bundlesMessages)
  const say = useBilingual()
  const { money } = useFormats()
  const skus = useOwnSkus(cooperativeId)
  const set = (index: number, part: Partial<BundleDraft['parts'][number]>) =>
    change({ parts: draft.parts.map((each, i) => (i === index ? { ...each, ...part } : each)) })
  return (
    <Panel title={t('sectionContents')}>
      <ul className="grid gap-4">
        {draft.parts.map((part, index) => (
          <li key={index} className="grid grid-cols-[1fr_6rem_auto] items-start gap-3">
            <Select
              id={`bundle-components-${index}-skuId`}
              label={t('skuNo', { n: index + 1 })}
              placeholder={t('chooseSku')}
              error={errors[`components.${index}.skuId`]}
              options={skus.map((sku) => ({
                value: sku.id,
                label: `${say(sku.product)} ${say(sku.name)} · ${money(sku.priceFen)}`,
              }))}
              value={part.skuId}
              onChange={(event) => set(index, { skuId: event.target.value })}
            />
            <TextField
              id={`bundle-components-${index}-quantity`}
              label={t('count')}
              aria-label={t('countNo', { n: index + 1 })}
              error={errors[`components.${index}.quantity`]}
              inputMode="numeric"
              align="end"
              maxLength={2}
              value={part.count}
              onChange={(event) => set(index, { count: event.target.value })}
            />
            <span className="pt-7">
              <IconButton
                icon={CloseIcon}
                label={t('removePart', { n: index + 1 })}
                disabled={draft.parts.length === 1}
                onClick={() => change({ parts: draft.parts.filter((_, i) => i !== index) })}
              />
            </span>
          </li>
        ))}
      </ul>
      {errors['components'] && <p className="wb-error">{errors['components']}</p>}
      <Button
        tone="quiet"
        icon={PlusIcon}
        className="mt-4"
        disabled={draft.parts.length >= MAX_PARTS}
        onClick={() => change({ parts: [...draft.parts, { skuId: '', count: '1' }] })}
      >
        {t('addPart')}
      </Button>
    </Panel>
  )
}

export function PriceFields({
  draft,
  errors,
  change,
  cooperativeId,
}: Part & { cooperativeId: string }) {
  const t = useMessages(bundlesMessages)
  const { money } = useFormats()
  const priceOf = new Map(useOwnSkus(cooperativeId).map(({ id, priceFen }) => [id, priceFen]))
  const partsFen = partsFenOf(draft, priceOf)
  const priceFen = parseYuan(draft.price)
  const savedFen = partsFen - (priceFen ?? 0)
  return (
    <Panel title={t('sectionPrice')}>
      <div className="grid gap-4">
        <TextField
          id="bundle-priceFen"
          label={t('price')}
          help={
            priceFen && partsFen > 0
              ? savedFen >= 0
                ? t('cheaper', { parts: money(partsFen), saved: money(savedFen) })
                : t('dearer', { parts: money(partsFen), extra: money(-savedFen) })
              : undefined
          }
          error={errors['priceFen']}
          prefix="¥"
          inputMode="decimal"
          align="end"
          maxLength={12}
          className="max-w-xs"
          value={draft.price}
          onChange={(event) => change({ price: event.target.value })}
        />
        <BreakFields
          breaks={draft.breaks}
          errors={errors}
          idPrefix="bundle"
          change={(next) => change({ breaks: [...next] })}
        />
      </div>
    </Panel>
  )
}

export function WordFields({ draft, errors, change }: Part) {
  const t = useMessages(bundlesMessages)
  return (
    <Panel title={t('sectionWords')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          id="bundle-name-zh"
          label={t('nameZh')}
          error={errors['name.zh']}
          maxLength={40}
          value={draft.nameZh}
          onChange={(event) => change({ nameZh: event.target.value })}
        />
        <TextField
          id="bundle-name-en"
          label={t('nameEn')}
          error={errors['name.en']}
          maxLength={80}
          value={draft.nameEn}
          onChange={(event) => change({ nameEn: event.target.value })}
        />
        <TextArea
          id="bundle-story-zh"
          label={t('storyZh')}
          error={errors['story.zh']}
          rows={4}
          maxLength={600}
          value={draft.storyZh}
          onChange={(event) => change({ storyZh: event.target.value })}
        />
        <TextArea
          id="bundle-story-en"
          label={t('storyEn')}
          error={errors['story.en']}
          rows={4}
          maxLength={1200}
          value={draft.storyEn}
          onChange={(event) => change({ storyEn: event.target.value })}
        />
      </div>
    </Panel>
  )
}
