import type { CockpitLine, CockpitStage } from '@weibao/contracts/quota-cockpit'
import { TextLink, useFormats, useMessages, type ChartTone } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { cockpitMessages } from './cockpit.messages'
import { cockpitRowsHref, cockpitStages } from './cockpit.queries'

const tones: Record<CockpitStage, ChartTone | undefined> = {
  demanded: 'honey',
  matched: undefined,
  ordered: undefined,
  received: 'pine',
  confirmed: 'pine',
}

/** The stages on one scale, with the quota and the ceiling drawn through all of them. */
export function StageBars({ line, year }: { line: CockpitLine; year: number }) {
  const t = useMessages(cockpitMessages)
  const { money } = useFormats()
  const { base } = useActing()
  const { stages, forecast, quota, budgetLine } = line
  const marks = [
    { label: t('quota'), fen: quota?.minimumFen ?? null, isQuota: true },
    { label: t('ceiling'), fen: budgetLine?.ceilingFen ?? null, isQuota: false },
  ].flatMap(({ fen, ...mark }) => (fen ? [{ ...mark, fen }] : []))
  const most = Math.max(
    1,
    ...marks.map(({ fen }) => fen),
    ...cockpitStages.map((stage) => stages[stage].amountFen),
    forecast?.range?.highFen ?? forecast?.expectedFen ?? 0,
  )
  const share = (fen: number) => `${(Math.max(0, fen) / most) * 100}%`
  const track = (fen: number, tone: ChartTone | undefined) => (
    <span
      className="wb-bar-track col-span-2 row-start-2 sm:col-span-1 sm:row-start-auto"
      aria-hidden="true"
    >
      <span className="wb-bar-fill" data-tone={tone} style={{ inlineSize: share(fen) }} />
      {marks.map((mark) => (
        <span
          key={mark.label}
          className={`wb-bar-bound ${mark.isQuota ? '!border-madder' : ''}`}
          style={{ insetInlineStart: share(mark.fen) }}
        />
      ))}
    </span>
  )
  const row =
    'grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1 sm:grid-cols-[7rem_1fr_11rem] lg:grid-cols-[7rem_1fr_14rem] text-sm'
  return (
    <div className="grid gap-3">
      {marks.length > 0 && (
        <p className="flex flex-wrap gap-x-5 text-sm text-ink-soft">
          {marks.map(({ label, fen, isQuota }) => (
            <span key={label} className="inline-flex items-center gap-2">
              <span
                aria-hidden="true"
                className={`inline-block h-4 border-l-2 ${isQuota ? 'border-madder' : 'border-ink'}`}
              />
              {label} {money(fen)}
            </span>
          ))}
        </p>
      )}
      <ul className="grid gap-3 sm:gap-2">
        {cockpitStages.map((stage) => {
          const { amountFen, outsideFen, rows } = stages[stage]
          return (
            <li key={stage} className={row}>
              <span>
                {t(stage)}
                {stage === 'demanded' && (
                  <span className="text-xs text-ink-soft sm:block"> {t('demandedNote')}</span>
                )}
              </span>
              {track(amountFen, tones[stage])}
              <span className="text-end">
                {rows > 0 ? (
                  <TextLink
                    href={cockpitRowsHref(base, { year, stage, budgetLineId: budgetLine?.id })}
                    aria-label={t('openRows', {
                      stage: t(stage),
                      count: rows,
                      amount: money(amountFen),
                    })}
                    className={stage === 'confirmed' ? 'font-bold' : ''}
                  >
                    {money(amountFen)}
                  </TextLink>
                ) : (
                  money(0)
                )}
                {outsideFen !== 0 && (
                  <span className="block text-xs text-ink-soft">
                    {t('outside', { amount: money(outsideFen) })}
                  </span>
                )}
              </span>
            </li>
          )
        })}
        {forecast && (
          <li className={row}>
            <span>{t('forecast')}</span>
            {track(forecast.expectedFen, 'honey')}
            <span className="text-end">
              {money(forecast.expectedFen)}
              <span className="block text-xs text-ink-soft">
                {forecast.range
                  ? t('range', {
                      low: money(forecast.range.lowFen),
                      high: money(forecast.range.highFen),
                    })
                  : t('noRange')}
              </span>
            </span>
          </li>
        )}
      </ul>
    </div>
  )
}
