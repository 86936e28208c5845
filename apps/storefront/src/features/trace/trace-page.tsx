import { useSuspenseQuery } from '@tanstack/react-query'
import type { LotTrace } from '@weibao/contracts/lot'
import {
  Badge,
  BareLink,
  Breadcrumbs,
  ButtonLink,
  EmptyState,
  Notice,
  SealIcon,
  StateTag,
  Timeline,
  useBilingual,
  useFormats,
  useMessages,
  WovenBand,
  type StateTone,
  type TimelineStep,
} from '@weibao/ui'
import { useParams, useRouteError } from 'react-router'
import { ApiError } from '@weibao/api-client/http'
import { useTitle } from '../../lib/use-title'
import { Papers } from '../papers/papers'
import { RouteError } from '../shell/route-error'
import { traceMessages } from './trace.messages'
import { traceQuery } from './trace.queries'

const tones: Record<LotTrace['state'], StateTone> = {
  upcoming: 'waiting',
  'on-sale': 'active',
  ended: 'done',
}

/** A lot's way: village, cooperative, papers, dispatch, here. */
export function TracePage() {
  const t = useMessages(traceMessages)
  const say = useBilingual()
  const { data: lot } = useSuspenseQuery(traceQuery(useParams()['code']!))
  useTitle(t('title', { name: say(lot.productName) }))
  return (
    <div className="mx-auto grid max-w-3xl grid-cols-1 gap-6">
      <Breadcrumbs
        trail={[
          { label: t('home'), href: '/' },
          { label: t('trace'), href: '/trace' },
          { label: lot.code },
        ]}
      />
      <LotHead lot={lot} />
      <Timeline label={t('trace')} steps={useSteps(lot)} />
      {lot.cooperative.isDemonstration && <Notice>{t('demonstration')}</Notice>}
    </div>
  )
}

function LotHead({ lot }: { lot: LotTrace }) {
  const t = useMessages(traceMessages)
  const say = useBilingual()
  return (
    <div className="wb-card">
      <WovenBand />
      <div className="grid grid-cols-[5rem_minmax(0,1fr)] gap-4 p-4 min-[400px]:grid-cols-[6rem_minmax(0,1fr)] sm:grid-cols-[9rem_minmax(0,1fr)] sm:p-5">
        <img
          src={`${lot.picture.base}-square-320.webp`}
          alt={say(lot.picture.alt)}
          width={320}
          height={320}
          className="aspect-square w-full rounded-control bg-mist object-cover"
        />
        <div className="grid content-start gap-1.5">
          <h1 className="text-lg sm:text-xl">{say(lot.productName)}</h1>
          <p className="text-ink-soft">{say(lot.skuName)}</p>
          <p className="font-mono text-lg tracking-widest">{lot.code}</p>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <StateTag tone={tones[lot.state]}>{t(`state-${lot.state}`)}</StateTag>
            {lot.isRecognised && (
              <Badge tone="pine" icon={SealIcon}>
                {t('recognised')}
              </Badge>
            )}
            {lot.labels.map((label) => (
              <Badge key={label} tone="honey">
                {t(`label-${label}` as 'label-green')}
              </Badge>
            ))}
          </div>
          <div className="mt-2">
            <ButtonLink href={`/products/${lot.productSlug}`} tone="quiet" size="small">
              {t('toProduct')}
            </ButtonLink>
          </div>
        </div>
      </div>
    </div>
  )
}

function useSteps(lot: LotTrace): TimelineStep[] {
  const t = useMessages(traceMessages)
  const say = useBilingual()
  const { day, dayRange } = useFormats()
  const now = new Date().toISOString().slice(0, 10)
  const stateAt = (from: string, to: string) =>
    to < now ? 'done' : from <= now ? 'current' : 'pending'
  const place = lot.village
    ? t('placeOf', { township: say(lot.township), village: say(lot.village) })
    : say(lot.township)
  return [
    {
      id: 'village',
      title: t('village', { place }),
      meta: dayRange(lot.harvestFrom, lot.harvestTo),
      state: stateAt(lot.harvestFrom, lot.harvestTo),
    },
    {
      id: 'cooperative',
      title: t('cooperative', { name: say(lot.cooperative.name) }),
      meta: t('grade', { grade: t(`grade-${lot.grade}`) }),
      state: lot.harvestTo < now ? 'done' : 'pending',
      children: (
        <BareLink href={`/cooperatives/${lot.cooperative.slug}`} className="wb-link text-sm">
          {t('members', { count: lot.cooperative.memberFarmers })}
        </BareLink>
      ),
    },
    {
      id: 'papers',
      title: t('papers'),
      state: 'done',
      children: (
        <div className="mt-2">
          <Papers papers={lot.papers} />
        </div>
      ),
    },
    {
      id: 'dispatch',
      title: t('dispatch'),
      meta: dayRange(lot.dispatchFrom, lot.dispatchTo),
      state: stateAt(lot.dispatchFrom, lot.dispatchTo),
      children: <p className="text-sm text-ink-soft">{t(`mode-${lot.temperatureMode}`)}</p>,
    },
    {
      id: 'here',
      title: t('here'),
      state: 'pending',
      ...(lot.bestBefore ? { meta: t('bestBefore', { day: day(lot.bestBefore, 'always') }) } : {}),
      children: (
        <div className="text-sm">
          <p>{t('hereText', { code: lot.code })}</p>
          <p>{say(lot.storage)}</p>
        </div>
      ),
    },
  ]
}

/** A code that leads nowhere gets help; anything else is told as everywhere. */
export function TraceError() {
  const t = useMessages(traceMessages)
  const error = useRouteError()
  const isUnknown = error instanceof ApiError && [400, 404, 422].includes(error.status)
  if (!isUnknown) return <RouteError />
  return (
    <EmptyState
      level={1}
      title={t('notFound')}
      actions={<ButtonLink href="/trace">{t('search')}</ButtonLink>}
    >
      {t('notFoundText')}
    </EmptyState>
  )
}
