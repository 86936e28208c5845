import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import {
  Checkbox,
  CloseIcon,
  IconButton,
  Select,
  TextField,
  useBilingual,
  useMessages,
} from '@weibao/ui'
import type { FieldErrors } from '../../lib/form'
import type { LineDraft } from './demand-draft'
import type { LinePreview } from './demand-preview.queries'
import { demandsMessages } from './demands.messages'
import { LinePreviewBox } from './line-preview'
import { goodsCategoriesQuery, goodsQuery } from './demands.queries'

interface LineFieldsProps {
  readonly index: number
  readonly line: LineDraft
  readonly errors: FieldErrors
  readonly change: (part: Partial<LineDraft>) => void
  readonly remove: (() => void) | null
  /** What may be matched of it now; none while an amendment is written. */
  readonly preview?: LinePreview
  /** A line that is stated already stays in its category. */
  readonly isStated?: boolean
}

const grades = ['ungraded', 'second', 'first', 'premium'] as const

/** One thing that is needed: what, how much, at most for how much, and when. */
export function LineFields(props: LineFieldsProps) {
  const { index, line, errors, change, remove, preview, isStated } = props
  const t = useMessages(demandsMessages)
  const say = useBilingual()
  const { data: categories } = useSuspenseQuery(goodsCategoriesQuery)
  const goods = useQuery({ ...goodsQuery(line.categoryCode), enabled: line.categoryCode !== '' })
  const field = (name: string) => ({
    id: `demand-lines-${index}-${name}`,
    error: errors[`lines.${index}.${name}`],
  })
  const n = index + 1
  return (
    <li
      aria-label={t('lineNo', { n })}
      className="grid gap-4 border-b border-line pb-6 last:border-b-0 last:pb-0 sm:grid-cols-2 lg:grid-cols-4"
    >
      <div className="flex items-center justify-between sm:col-span-2 lg:col-span-4">
        <h3 className="font-sans text-base font-semibold">{t('lineNo', { n })}</h3>
        {remove && <IconButton icon={CloseIcon} label={t('removeLine', { n })} onClick={remove} />}
      </div>
      <Select
        {...field('categoryCode')}
        label={t('category')}
        placeholder={t('choose')}
        options={categories.items.map(({ code, name }) => ({ value: code, label: say(name) }))}
        value={line.categoryCode}
        disabled={isStated}
        onChange={(event) => change({ categoryCode: event.target.value, productId: '' })}
      />
      <Select
        {...field('productId')}
        label={t('product')}
        options={[
          { value: '', label: t('anyProduct') },
          ...(goods.data?.items ?? []).map(({ id, name }) => ({ value: id, label: say(name) })),
        ]}
        value={line.productId}
        disabled={line.categoryCode === ''}
        onChange={(event) => change({ productId: event.target.value })}
      />
      <TextField
        {...field('wantedGrams')}
        label={t('kg')}
        inputMode="decimal"
        align="end"
        maxLength={9}
        value={line.kg}
        onChange={(event) => change({ kg: event.target.value })}
      />
      <TextField
        {...field('minimumGrams')}
        label={t('minKg')}
        help={t('minKgHelp')}
        optional
        inputMode="decimal"
        align="end"
        maxLength={9}
        value={line.minKg}
        onChange={(event) => change({ minKg: event.target.value })}
      />
      <TextField
        {...field('maxLandedFenPerKg')}
        label={t('maxPrice')}
        help={t('maxPriceHelp')}
        prefix="¥"
        inputMode="decimal"
        align="end"
        maxLength={10}
        value={line.maxPrice}
        onChange={(event) => change({ maxPrice: event.target.value })}
      />
      <Select
        {...field('worstGrade')}
        label={t('grade')}
        options={grades.map((grade) => ({ value: grade, label: t(grade) }))}
        value={line.grade}
        onChange={(event) => change({ grade: event.target.value as LineDraft['grade'] })}
      />
      <TextField
        {...field('deliverFrom')}
        type="date"
        label={t('from')}
        value={line.from}
        onChange={(event) => change({ from: event.target.value })}
      />
      <TextField
        {...field('deliverTo')}
        type="date"
        label={t('to')}
        value={line.to}
        onChange={(event) => change({ to: event.target.value })}
      />
      <Checkbox
        label={t('recognisedOnly')}
        checked={line.recognisedOnly}
        onChange={(event) => change({ recognisedOnly: event.target.checked })}
        className="sm:col-span-2 lg:col-span-4"
      />
      {preview && <LinePreviewBox preview={preview} />}
    </li>
  )
}
