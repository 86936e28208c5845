import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { RoundView } from '@weibao/contracts/round'
import {
  Button,
  ButtonLink,
  ConfirmDialog,
  EmptyState,
  ErrorState,
  Facts,
  LiveRegion,
  Meter,
  Notice,
  Panel,
  Skeleton,
  TextLink,
  Timeline,
  useFormats,
  useMessages,
  type TimelineStep,
} from '@weibao/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { useIntentKey } from '../settlements/intent-key'
import { RoundResultPanels } from './round-result'
import { RoundStateTag } from './round-state'
import { roundsMessages } from './rounds.messages'
import {
  isUnderWay,
  roundQuery,
  roundResultQuery,
  roundRowsHref,
  useCancelRound,
  useReplayRound,
} from './rounds.queries'

/** One round: its progress while it runs, then what it proposes and how good that is. */
export function RoundPage() {
  const t = useMessages(roundsMessages)
  const { roundId = '' } = useParams()
  const { base } = useActing()
  const { data: round } = useSuspenseQuery(roundQuery(roundId))
  useTitle(round.number)
  return (
    <div className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <TextLink href={`${base}/rounds`}>{t('back')}</TextLink>
          <h1>{round.number}</h1>
          <RoundStateTag state={round.state} />
        </div>
        {round.outcome && (
          <span className="flex flex-wrap gap-3">
            {(['tickets', 'allocations'] as const).map((rows) => (
              <ButtonLink key={rows} tone="quiet" href={roundRowsHref(base, round.id, { rows })}>
                {t(rows)}
              </ButtonLink>
            ))}
          </span>
        )}
      </div>
      {isUnderWay(round) && <Progress round={round} />}
      {round.failure && <Notice tone="problem">{round.failure}</Notice>}
      {round.outcome && <Outcome round={round} outcome={round.outcome} />}
    </div>
  )
}

const phases = ['snapshot', 'solving', 'reserving'] as const

function stateOf(index: number, reached: number): TimelineStep['state'] {
  if (index === reached) return 'current'
  return index < reached ? 'done' : 'pending'
}

function Progress({ round }: { round: RoundView }) {
  const t = useMessages(roundsMessages)
  const { percent } = useFormats()
  const { can } = useActing()
  const [isAsking, setAsking] = useState(false)
  const phase = round.phase ? t(`phase_${round.phase}`) : t('queued')
  const reached = round.phase ? phases.indexOf(round.phase) : -1
  const steps = phases.map((each, index) => ({
    id: each,
    title: t(`step_${each}`),
    state: stateOf(index, reached),
    children: each === 'solving' && index === reached && (
      <Meter
        label={t('progress')}
        value={round.progress}
        max={1000}
        format={(value) => percent(value / 1000, 0)}
        isShare
        tone="indigo"
        className="mt-2"
      />
    ),
  }))
  return (
    <Panel title={phase}>
      <Timeline label={t('steps')} steps={steps} className="max-w-prose" />
      <LiveRegion>{phase}</LiveRegion>
      {can('round:run') && (
        <Button tone="quiet" className="mt-4" onClick={() => setAsking(true)}>
          {t('cancel')}
        </Button>
      )}
      {isAsking && <CancelDialog round={round} onClose={() => setAsking(false)} />}
    </Panel>
  )
}

function CancelDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const t = useMessages(roundsMessages)
  const intent = useIntentKey()
  const cancel = useCancelRound()
  const confirm = () =>
    cancel.mutate(
      { id: round.id, idempotencyKey: intent.idempotencyKey },
      { onError: intent.onError, onSuccess: onClose },
    )
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={confirm}
      busy={cancel.isPending}
      title={t('cancelTitle')}
      confirmLabel={t('cancelConfirm')}
      cancelLabel={t('keep')}
    >
      <p>{t('cancelText')}</p>
      {cancel.error && (
        <Notice tone="problem" className="mt-4">
          {problemText(cancel.error)}
        </Notice>
      )}
    </ConfirmDialog>
  )
}

function Outcome({
  round,
  outcome,
}: {
  round: RoundView
  outcome: NonNullable<RoundView['outcome']>
}) {
  const t = useMessages(roundsMessages)
  const result = useQuery(roundResultQuery(round.id))
  return (
    <>
      <Bounds outcome={outcome} />
      {outcome.lineCount === 0 ? (
        <EmptyState title={t('noLinesTitle')} className="wb-panel">
          {t('noLinesText')}
        </EmptyState>
      ) : (
        <>
          {result.isPending && <Skeleton height="24rem" />}
          {result.isError && (
            <ErrorState text={problemText(result.error)} onRetry={() => void result.refetch()} />
          )}
          {result.isSuccess && <RoundResultPanels round={round} result={result.data} />}
        </>
      )}
      <Proof round={round} outcome={outcome} />
    </>
  )
}

/** Volume beside its bounds, on one scale. */
function Bounds({ outcome }: { outcome: NonNullable<RoundView['outcome']> }) {
  const t = useMessages(roundsMessages)
  const { weight, percent, money } = useFormats()
  const { volumeGrams, boundGrams, flowBoundGrams, takenGrams, wantedGrams } = outcome
  const max = Math.max(1, wantedGrams)
  const bars = [
    { label: t('matched'), value: volumeGrams, tone: 'pine' },
    { label: t('bound'), value: boundGrams, tone: 'indigo' },
    { label: t('flowBound'), value: flowBoundGrams, tone: 'honey' },
    { label: t('taken'), value: takenGrams, tone: 'pine' },
  ] as const
  return (
    <Panel title={t('boundsTitle')}>
      <div className="grid gap-4 md:grid-cols-2">
        {bars.map((bar) => (
          <Meter key={bar.label} {...bar} max={max} format={weight} />
        ))}
      </div>
      <p className="mt-4 text-sm text-ink-soft">
        {t('gap')} {boundGrams > 0 ? percent(1 - volumeGrams / boundGrams, 2) : '—'} · {t('goods')}{' '}
        {money(outcome.goodsFen)} ·{' '}
        {t('linesOf', { matched: outcome.matchedLineCount, all: outcome.lineCount })}
      </p>
      <p className="text-sm text-ink-soft">{t('boundsNote')}</p>
    </Panel>
  )
}

/** What lets anybody check the round: digests, and running it again. */
function Proof({
  round,
  outcome,
}: {
  round: RoundView
  outcome: NonNullable<RoundView['outcome']>
}) {
  const t = useMessages(roundsMessages)
  const { can } = useActing()
  const replay = useReplayRound()
  const digest = (value: string) => <code className="break-all text-xs">{value}</code>
  return (
    <Panel title={t('proofTitle')}>
      <Facts
        facts={[
          { label: t('inputDigest'), value: digest(outcome.inputDigest) },
          { label: t('resultDigest'), value: digest(outcome.resultDigest) },
          { label: t('engine'), value: outcome.engineVersion },
        ]}
      />
      {can('round:run') && (
        <Button
          tone="quiet"
          className="mt-4"
          busy={replay.isPending}
          onClick={() => replay.mutate(round.id)}
        >
          {t('replay')}
        </Button>
      )}
      {replay.isSuccess && (
        <Notice tone={replay.data.isSame ? 'good' : 'problem'} className="mt-4">
          {t(replay.data.isSame ? 'replaySame' : 'replayDiffers')}
        </Notice>
      )}
      {replay.isError && (
        <Notice tone="problem" className="mt-4">
          {problemText(replay.error)}
        </Notice>
      )}
    </Panel>
  )
}
