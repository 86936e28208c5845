import { useSuspenseQuery } from '@tanstack/react-query'
import type { StandingDemand } from '@weibao/contracts/standing-demand'
import { addDays } from '@weibao/kernel'
import {
  Button,
  ButtonLink,
  ConfirmDialog,
  DataTable,
  EmptyState,
  StateTag,
  useFormats,
  useMessages,
  useToast,
  type Column,
  type StateTone,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { EditStandingDialog } from './edit-standing-dialog'
import { StandingHistory } from './standing-history'
import { standingMessages } from './standing.messages'
import { standingQuery, useMoveStanding, useSkipWeek } from './standing.queries'

const tones: Record<StandingDemand['state'], StateTone> = {
  active: 'active',
  paused: 'waiting',
  ended: 'ended',
}
type Ask = { readonly what: 'edit' | 'skip' | 'end' | 'history'; readonly standing: StandingDemand }

/** What a buyer needs every week, and the acts on it. */
export function StandingPage() {
  const t = useMessages(standingMessages)
  useTitle(t('title'))
  const { organisationId, base } = useActing()
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(
    standingQuery(organisationId, search.get('cursor') ?? undefined),
  )
  const [asked, setAsked] = useState<Ask | null>(null)
  const columns = useColumns(setAsked)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="max-w-prose text-ink-soft">{t('lead')}</p>
      </div>
      <div className="wb-panel">
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={data.items}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              title={t('emptyTitle')}
              actions={<ButtonLink href={`${base}/demands`}>{t('toDemands')}</ButtonLink>}
            >
              {t('how')}
            </EmptyState>
          }
        />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked?.what === 'history' && (
        <StandingHistory standing={asked.standing} onClose={() => setAsked(null)} />
      )}
      {asked?.what === 'edit' && (
        <EditStandingDialog standing={asked.standing} onClose={() => setAsked(null)} />
      )}
      {(asked?.what === 'skip' || asked?.what === 'end') && (
        <Confirm what={asked.what} standing={asked.standing} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}

function useColumns(ask: (ask: Ask) => void): Column<StandingDemand>[] {
  const t = useMessages(standingMessages)
  const { weight, day, dayRange } = useFormats()
  return [
    {
      key: 'title',
      header: t('name'),
      primary: true,
      cell: ({ title, deliveryPointName, budgetLineName }) => (
        <span className="grid">
          {title}
          <span className="text-sm font-normal text-ink-soft">
            {deliveryPointName} · {budgetLineName}
          </span>
        </span>
      ),
    },
    {
      key: 'what',
      header: t('what'),
      cell: ({ lineCount, wantedGrams }) => (
        <span className="whitespace-nowrap">
          {t('lines', { count: lineCount, mass: weight(wantedGrams) })}
        </span>
      ),
    },
    {
      key: 'when',
      header: t('when'),
      cell: ({ weekday, startsOn, endsOn }) => (
        <span className="inline-grid whitespace-nowrap">
          {t('every', { weekday: t(dayKey(weekday)) })}
          <span className="text-sm text-ink-soft">{dayRange(startsOn, endsOn)}</span>
        </span>
      ),
    },
    {
      key: 'next',
      header: t('next'),
      cell: ({ nextWeek, weekday }) => (
        <span className="whitespace-nowrap">
          {nextWeek ? day(addDays(nextWeek, weekday - 1)) : t('none')}
        </span>
      ),
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <StateTag tone={tones[state]}>{t(state)}</StateTag>,
    },
    {
      key: 'acts',
      header: t('acts'),
      headerHidden: true,
      cell: (standing) => <Acts standing={standing} ask={ask} />,
    },
  ]
}

const dayKeys = ['day1', 'day2', 'day3', 'day4', 'day5', 'day6', 'day7'] as const
const dayKey = (weekday: number) => dayKeys[weekday - 1] ?? 'day1'

function Acts({ standing, ask }: { standing: StandingDemand; ask: (ask: Ask) => void }) {
  const t = useMessages(standingMessages)
  const toast = useToast()
  const { organisationId, can } = useActing()
  const move = useMoveStanding(organisationId)
  const { id, state, nextWeek } = standing
  const moveTo = (to: 'active' | 'paused') =>
    move.mutate(
      { id, to },
      {
        onSuccess: () => toast({ text: t('done'), tone: 'good' }),
        onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
      },
    )
  const button = (
    label: 'edit' | 'pause' | 'resume' | 'skip' | 'end' | 'history',
    act: () => void,
  ) => (
    <Button size="small" tone="quiet" aria-label={`${t(label)} ${standing.title}`} onClick={act}>
      {t(label)}
    </Button>
  )
  const mayAct = can('demand:manage') && state !== 'ended'
  return (
    <span className="flex flex-wrap gap-2">
      {mayAct && button('edit', () => ask({ what: 'edit', standing }))}
      {mayAct && state === 'active' && button('pause', () => moveTo('paused'))}
      {mayAct && state === 'paused' && button('resume', () => moveTo('active'))}
      {mayAct && nextWeek && button('skip', () => ask({ what: 'skip', standing }))}
      {mayAct && button('end', () => ask({ what: 'end', standing }))}
      {button('history', () => ask({ what: 'history', standing }))}
    </span>
  )
}

interface ConfirmProps {
  readonly what: 'skip' | 'end'
  readonly standing: StandingDemand
  readonly onClose: () => void
}

function Confirm({ what, standing, onClose }: ConfirmProps) {
  const t = useMessages(standingMessages)
  const toast = useToast()
  const { day } = useFormats()
  const { organisationId } = useActing()
  const move = useMoveStanding(organisationId)
  const skip = useSkipWeek(organisationId)
  const { id, title, weekday } = standing
  const week = standing.nextWeek ?? ''
  const confirm = async () => {
    const acted =
      what === 'end' ? move.mutateAsync({ id, to: 'ended' }) : skip.mutateAsync({ id, week })
    await acted.then(
      () => toast({ text: t('done'), tone: 'good' }),
      (error: unknown) => toast({ text: problemText(error), tone: 'problem' }),
    )
    onClose()
  }
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={
        what === 'end'
          ? t('endTitle', { name: title })
          : t('skipTitle', { day: day(addDays(week, weekday - 1)) })
      }
      confirmLabel={t(what)}
      tone="danger"
      busy={move.isPending || skip.isPending}
      onConfirm={() => void confirm()}
    >
      <p>{what === 'end' ? t('endText') : t('skipText', { name: title })}</p>
    </ConfirmDialog>
  )
}
