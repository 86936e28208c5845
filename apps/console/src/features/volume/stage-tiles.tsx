import type { VolumeFigures, VolumeOverview } from '@weibao/contracts/report'
import { Badge, BareLink, ChevronRightIcon, useFormats, useMessages } from '@weibao/ui'
import type { VolumeStage } from '@weibao/contracts/volume'
import { volumeMessages } from './volume.messages'
import { rowsHref, stages } from './volume.queries'

/** Four boxes with gaps between them and no sum: stages of the same goods, one after another. */
export function StageTiles({
  totals,
  range,
  base,
}: {
  totals: VolumeOverview['totals']
  range: { from: string; to: string }
  base: string
}) {
  return (
    <ol className="grid gap-3 sm:grid-cols-2 xl:grid-cols-[1fr_1fr_1fr_1.25fr]">
      {stages.map((stage, index) => (
        <StageTile
          key={stage}
          stage={stage}
          step={index + 1}
          figures={totals[stage]}
          href={rowsHref(base, { stage, ...range })}
        />
      ))}
    </ol>
  )
}

function StageTile({
  stage,
  step,
  figures,
  href,
}: {
  stage: VolumeStage
  step: number
  figures: VolumeFigures
  href: string
}) {
  const t = useMessages(volumeMessages)
  const { money, weight } = useFormats()
  const isVolume = stage === 'confirmed'
  return (
    <li
      className="wb-card relative grid content-start gap-1 p-5 focus-within:outline-2 focus-within:outline-indigo hover:border-indigo data-[volume]:border-2 data-[volume]:border-indigo"
      data-volume={isVolume || undefined}
    >
      <p className="flex items-center gap-2">
        <span className="font-display text-ink-soft" aria-hidden="true">
          {step}
        </span>
        <BareLink
          href={href}
          className="font-semibold text-ink no-underline outline-none after:absolute after:inset-0"
        >
          {t(stage)}
        </BareLink>
        {isVolume && <Badge tone="indigo">{t('isTheVolume')}</Badge>}
        <ChevronRightIcon className="ml-auto text-ink-soft" />
      </p>
      <p className="font-display text-xl font-bold">{money(figures.goodsFen)}</p>
      <p className="text-sm text-ink-soft">{t(`${stage}Note`)}</p>
      <p className="text-sm text-ink-soft">
        {t('entries', { count: figures.entries })}
        {figures.massGrams > 0 && ` · ${weight(figures.massGrams)}`}
      </p>
      {figures.outsideFen !== 0 && (
        <p className="text-sm text-ink-soft">
          {t('outside', { amount: money(figures.outsideFen) })}
        </p>
      )}
    </li>
  )
}
