import { flipText, reasonText } from '@weibao/contracts/ticket-text'
import type { DemandPreviewLine } from '@weibao/contracts/preview'
import { useBilingual, useFormats, useLocale, useMessages } from '@weibao/ui'
import { problemText } from '../../lib/form'
import { previewMessages } from './demand-preview.messages'
import type { LinePreview } from './demand-preview.queries'

/** What a line would get now. Keeps its room while it is empty, so that nothing below it jumps. */
export function LinePreviewBox({ preview }: { preview: LinePreview }) {
  const t = useMessages(previewMessages)
  const isOld = preview.kind === 'asking' || (preview.kind === 'ready' && preview.isOld)
  return (
    <div
      role="status"
      aria-live="polite"
      aria-busy={isOld}
      className="min-h-20 rounded-control border border-line bg-paper-sunk px-3 py-2 text-sm sm:col-span-2 lg:col-span-4"
    >
      {preview.kind === 'ready' ? (
        <Outcome line={preview.line} isOld={preview.isOld} />
      ) : (
        <p className="text-ink-soft">
          {preview.kind === 'error'
            ? t('error', { problem: problemText(preview.error) })
            : t(preview.kind)}
        </p>
      )}
    </div>
  )
}

function Outcome({ line, isOld }: { line: DemandPreviewLine; isOld: boolean }) {
  const t = useMessages(previewMessages)
  const { weight, money } = useFormats()
  const { locale } = useLocale()
  const flip = line.reason === 'MATCHED_FULL' ? null : flipText(line, locale)
  const mass = { matched: weight(line.matchedGrams), wanted: weight(line.wantedGrams) }
  return (
    <div className={isOld ? 'grid gap-1 text-ink-soft' : 'grid gap-1'}>
      <p className="font-semibold">
        {line.landedFenPerKg === null
          ? t('nothing', mass)
          : t('gets', {
              ...mass,
              count: line.cooperativeCount,
              perKg: money(line.landedFenPerKg),
              perJin: money(Math.round(line.landedFenPerKg / 2)),
            })}
      </p>
      {line.parts.length > 0 && <Parts parts={line.parts} />}
      {!line.isExact && <p className="text-ink-soft">{t('atLeast')}</p>}
      {line.isExact && line.reason !== 'MATCHED_FULL' && (
        <p className="text-ink-soft">
          {line.reason === 'LOT_EXHAUSTED' ? t('exhausted') : reasonText(line, locale)}
          {locale === 'en' && ' '}
          {flip ?? t('noFlip')}
        </p>
      )}
    </div>
  )
}

function Parts({ parts }: Pick<DemandPreviewLine, 'parts'>) {
  const t = useMessages(previewMessages)
  const say = useBilingual()
  const { weight, day } = useFormats()
  return (
    <ul className="grid gap-0.5 text-ink-soft">
      {parts.map((part) => (
        <li key={part.lotId}>
          {t('part', {
            cooperative: say(part.cooperativeName),
            product: say(part.productName),
            lot: part.lotCode,
            packages: part.packages,
            mass: weight(part.massGrams),
            day: day(part.arrivesOn),
          })}
        </li>
      ))}
    </ul>
  )
}
