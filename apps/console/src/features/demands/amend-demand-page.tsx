import { useSuspenseQuery } from '@tanstack/react-query'
import { ApiError } from '@weibao/api-client/http'
import type { DemandView } from '@weibao/contracts/demand'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  FormErrorSummary,
  Notice,
  Panel,
  TextField,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { fieldErrors, formProblems } from '../../lib/form'
import { useFaults } from '../../lib/use-faults'
import { useTitle } from '../../lib/use-title'
import { amendmentOf, checkDemand, draftOf } from './demand-draft'
import { LineFields } from './demand-line-fields'
import { useDemandWords } from './demand-words'
import { demandsMessages } from './demands.messages'
import { demandQuery, useAmendDemand } from './demands.queries'

/** Changes an open demand before its cut-off. */
export function AmendDemandPage() {
  const { organisationId } = useActing()
  const { demandId = '' } = useParams()
  const { data: demand } = useSuspenseQuery(demandQuery(organisationId, demandId))
  const [read, setRead] = useState(demand)
  return <AmendForm key={read.version} demand={read} onNewest={() => setRead(demand)} />
}

interface AmendFormProps {
  /** As it was read when the form was opened. */
  readonly demand: DemandView
  readonly onNewest: () => void
}

function AmendForm({ demand, onNewest }: AmendFormProps) {
  const t = useMessages(demandsMessages)
  const words = useDemandWords()
  useTitle(t('amend'))
  const toast = useToast()
  const navigate = useNavigate()
  const { organisationId, base, can } = useActing()
  const [draft, setDraft] = useState(() => draftOf(demand))
  const { faults, settle } = useFaults(() => checkDemand(draft, words))
  const amend = useAmendDemand(organisationId, demand.id)
  const errors = { ...fieldErrors(amend.error), ...faults }
  const here = `${base}/demands/${demand.id}`
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!settle()) return
    const done = await amend.mutateAsync(amendmentOf(demand, draft)).catch(() => null)
    if (!done) return
    toast({ text: t('amended'), tone: 'good' })
    void navigate(here)
  }
  const isStale = amend.error instanceof ApiError && amend.error.code === 'demand.changed-meanwhile'
  const trail = [
    { label: t('title'), href: `${base}/demands` },
    { label: demand.title, href: here },
  ]
  if (!demand.changeableUntil || !can('demand:manage'))
    return (
      <div className="grid max-w-4xl gap-4">
        <Breadcrumbs trail={[...trail, { label: t('amend') }]} />
        <Notice tone="info">{t('notChangeable')}</Notice>
      </div>
    )
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid max-w-4xl gap-4">
      <Breadcrumbs trail={[...trail, { label: t('amend') }]} />
      <h1>{t('amend')}</h1>
      <p className="text-ink-soft">{t('amendLead')}</p>
      <FormErrorSummary
        problems={formProblems(
          errors,
          amend.error,
          (field) => `demand-${field.replaceAll('.', '-')}`,
        )}
      />
      {isStale && (
        <div>
          <Button tone="quiet" onClick={onNewest}>
            {t('seeNewest')}
          </Button>
        </div>
      )}
      <Panel title={t('sectionBasics')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            id="demand-title"
            label={t('demandTitle')}
            error={errors['title']}
            maxLength={60}
            value={draft.title}
            onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          />
          <TextField
            id="demand-cutOffOn"
            type="date"
            label={t('cutOffOn')}
            error={errors['cutOffOn']}
            value={draft.cutOffOn}
            onChange={(event) => setDraft({ ...draft, cutOffOn: event.target.value })}
          />
        </div>
      </Panel>
      <Panel title={t('sectionLines')}>
        <ul className="grid gap-6">
          {draft.lines.map((line, index) => (
            <LineFields
              key={index}
              index={index}
              line={line}
              errors={errors}
              isStated
              remove={null}
              change={(part) =>
                setDraft({
                  ...draft,
                  lines: draft.lines.map((each, i) => (i === index ? { ...each, ...part } : each)),
                })
              }
            />
          ))}
        </ul>
      </Panel>
      <div className="flex gap-3">
        <Button type="submit" busy={amend.isPending}>
          {t('save')}
        </Button>
        <ButtonLink tone="quiet" href={here}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
