import { useSuspenseQuery } from '@tanstack/react-query'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Facts,
  Notice,
  Panel,
  StateTag,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { RepeatDialog } from '../standing/repeat-dialog'
import { standingMessages } from '../standing/standing.messages'
import { CancelDialog } from './cancel-dialog'
import { DemandHistory } from './demand-history'
import { WholeLines } from './demand-lines'
import { demandTones } from './demands-page'
import { demandsMessages } from './demands.messages'
import { demandQuery } from './demands.queries'

/** One demand: its lines, until when it can be changed, and what was changed of it. */
export function DemandPage() {
  const t = useMessages(demandsMessages)
  const say = useMessages(standingMessages)
  const { day, dayTime } = useFormats()
  const { organisationId, base, can } = useActing()
  const { demandId = '' } = useParams()
  const [search] = useSearchParams()
  const { data: demand } = useSuspenseQuery(demandQuery(organisationId, demandId))
  const [asked, setAsked] = useState<'cancel' | 'repeat' | null>(null)
  useTitle(demand.title)
  const canChange = demand.changeableUntil !== null && can('demand:manage')
  return (
    <div className="grid max-w-4xl grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[{ label: t('title'), href: `${base}/demands` }, { label: demand.number }]}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{demand.title}</h1>
        <StateTag tone={demandTones[demand.state]}>{t(demand.state)}</StateTag>
      </div>
      <Notice tone="info">
        {demand.changeableUntil
          ? t('changeableUntil', { time: dayTime(demand.changeableUntil) })
          : t('notChangeable')}
      </Notice>
      {can('demand:manage') && (
        <div className="flex flex-wrap gap-3">
          {canChange && (
            <>
              <ButtonLink href={`${base}/demands/${demand.id}/amend`}>{t('amend')}</ButtonLink>
              <Button tone="quiet" onClick={() => setAsked('cancel')}>
                {t('cancelAct')}
              </Button>
            </>
          )}
          <Button tone="quiet" onClick={() => setAsked('repeat')}>
            {say('repeat')}
          </Button>
        </div>
      )}
      <Panel title={t('sectionBasics')}>
        <Facts
          facts={[
            { label: t('number'), value: demand.number },
            { label: t('budget'), value: `${demand.budgetLine.year} ${demand.budgetLine.name}` },
            { label: t('deliverTo'), value: demand.deliveryPoint.name },
            { label: t('cutOff'), value: day(demand.cutOffOn) },
          ]}
        />
      </Panel>
      <Panel title={t('sectionLines')}>
        <WholeLines lines={demand.lines} />
      </Panel>
      <Panel title={t('history')}>
        <DemandHistory demand={demand} cursor={search.get('cursor') ?? undefined} />
      </Panel>
      {asked === 'cancel' && <CancelDialog demand={demand} onClose={() => setAsked(null)} />}
      {asked === 'repeat' && <RepeatDialog demand={demand} onClose={() => setAsked(null)} />}
    </div>
  )
}
