import { useSuspenseQuery } from '@tanstack/react-query'
import { ApiError, newIdempotencyKey } from '@weibao/api-client/http'
import { localDay } from '@weibao/kernel'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Checkbox,
  ForbiddenState,
  FormErrorSummary,
  Notice,
  Panel,
  PlusIcon,
  Select,
  TextField,
  useFormats,
  useMessages,
  useStored,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { useActing } from '../../lib/acting'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { useFaults } from '../../lib/use-faults'
import { useTitle } from '../../lib/use-title'
import { checkDemand, demandBodyOf, emptyLine, MAX_LINES, type DemandDraft } from './demand-draft'
import { useDemandPreview } from './demand-preview.queries'
import { usePrefill } from './demand-prefill'
import { LineFields } from './demand-line-fields'
import { useDemandWords } from './demand-words'
import { demandsMessages } from './demands.messages'
import { budgetsQuery, deliveryPointsQuery, useOpenDemand } from './demands.queries'
import { BudgetDialog, PointDialog } from './setup-dialogs'

/** States what is needed, for those who may. */
export function NewDemandPage() {
  const { can } = useActing()
  return can('demand:manage') ? <NewDemandForm /> : <ForbiddenState level={1} />
}

/** What is typed stays in this tab until it is accepted. */
function NewDemandForm() {
  const t = useMessages(demandsMessages)
  const words = useDemandWords()
  useTitle(t('create'))
  const toast = useToast()
  const navigate = useNavigate()
  const { organisationId, base } = useActing()
  const { source, fresh } = usePrefill(organisationId)
  const [draft, keep] = useStored<DemandDraft>(`demand:new:${organisationId}:${source}`, fresh)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const { faults, settle } = useFaults(() => checkDemand(draft, words))
  const open = useOpenDemand(organisationId)
  const previews = useDemandPreview(organisationId, draft)
  const errors = { ...fieldErrors(open.error), ...faults }
  const change = (part: Partial<DemandDraft>) => {
    keep({ ...draft, ...part })
    setKey(newIdempotencyKey())
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!settle()) return
    const made = await open
      .mutateAsync({ body: demandBodyOf(draft), idempotencyKey })
      .catch(() => null)
    if (!made) return
    keep(fresh)
    toast({ text: t('published', { number: made.number }), tone: 'good' })
    void navigate(`${base}/demands`)
  }
  const isLost = open.error instanceof ApiError && open.error.code === 'network'
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid max-w-4xl gap-4">
      <Breadcrumbs
        trail={[{ label: t('title'), href: `${base}/demands` }, { label: t('create') }]}
      />
      <h1>{t('create')}</h1>
      {isLost ? (
        <Notice tone="problem">{t('kept')}</Notice>
      ) : (
        <FormErrorSummary
          problems={formProblems(
            errors,
            open.error,
            (field) => `demand-${field.replaceAll('.', '-')}`,
          )}
        />
      )}
      <Basics draft={draft} errors={errors} change={change} />
      <Panel title={t('sectionLines')}>
        <ul className="grid gap-6">
          {draft.lines.map((line, index) => (
            <LineFields
              key={index}
              index={index}
              line={line}
              errors={errors}
              preview={previews[index]!}
              change={(part) =>
                change({
                  lines: draft.lines.map((each, i) => (i === index ? { ...each, ...part } : each)),
                })
              }
              remove={
                draft.lines.length > 1
                  ? () => change({ lines: draft.lines.filter((_, i) => i !== index) })
                  : null
              }
            />
          ))}
        </ul>
        <Button
          tone="quiet"
          icon={PlusIcon}
          className="mt-4"
          disabled={draft.lines.length >= MAX_LINES}
          onClick={() => change({ lines: [...draft.lines, emptyLine(localDay(new Date()))] })}
        >
          {t('addLine')}
        </Button>
      </Panel>
      <div className="flex gap-3">
        <Button type="submit" busy={open.isPending}>
          {t('publish')}
        </Button>
        <ButtonLink tone="quiet" href={`${base}/demands`}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}

interface BasicsProps {
  readonly draft: DemandDraft
  readonly errors: FieldErrors
  readonly change: (part: Partial<DemandDraft>) => void
}

function Basics({ draft, errors, change }: BasicsProps) {
  const t = useMessages(demandsMessages)
  const { money } = useFormats()
  const { organisationId, can } = useActing()
  const { data: budgets } = useSuspenseQuery(budgetsQuery(organisationId))
  const { data: points } = useSuspenseQuery(deliveryPointsQuery(organisationId))
  const [asked, setAsked] = useState<'budget' | 'point' | null>(null)
  return (
    <Panel title={t('sectionBasics')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          id="demand-title"
          label={t('demandTitle')}
          help={t('demandTitleHelp')}
          error={errors['title']}
          maxLength={60}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
        <TextField
          id="demand-cutOffOn"
          type="date"
          label={t('cutOffOn')}
          error={errors['cutOffOn']}
          value={draft.cutOffOn}
          onChange={(event) => change({ cutOffOn: event.target.value })}
        />
        <div className="grid gap-1">
          <Select
            id="demand-budgetLineId"
            label={t('budgetLine')}
            error={errors['budgetLineId']}
            placeholder={t('choose')}
            options={budgets.items.map(({ id, year, kind, name, ceilingFen }) => ({
              value: id,
              label:
                ceilingFen === null
                  ? `${year} ${t(kind)} ${name}`
                  : t('ceilingOf', {
                      name: `${year} ${t(kind)} ${name}`,
                      amount: money(ceilingFen),
                    }),
            }))}
            value={draft.budgetLineId}
            onChange={(event) => change({ budgetLineId: event.target.value })}
          />
          {can('budget:manage') && (
            <Button
              tone="plain"
              size="small"
              className="justify-self-start"
              onClick={() => setAsked('budget')}
            >
              {t('addBudget')}
            </Button>
          )}
        </div>
        <div className="grid gap-1">
          <Select
            id="demand-deliveryPointId"
            label={t('deliveryPoint')}
            error={errors['deliveryPointId']}
            placeholder={t('choose')}
            options={points.items.map(({ id, name, street }) => ({
              value: id,
              label: `${name} · ${street}`,
            }))}
            value={draft.deliveryPointId}
            onChange={(event) => change({ deliveryPointId: event.target.value })}
          />
          <Button
            tone="plain"
            size="small"
            className="-ml-3 justify-self-start"
            onClick={() => setAsked('point')}
          >
            {t('addPoint')}
          </Button>
        </div>
        <Checkbox
          label={t('isNamed')}
          checked={draft.isNamed}
          onChange={(event) => change({ isNamed: event.target.checked })}
          className="sm:col-span-2"
        />
      </div>
      {asked === 'budget' && (
        <BudgetDialog
          onClose={() => setAsked(null)}
          onMade={(budgetLineId) => change({ budgetLineId })}
        />
      )}
      {asked === 'point' && (
        <PointDialog
          onClose={() => setAsked(null)}
          onMade={(deliveryPointId) => change({ deliveryPointId })}
        />
      )}
    </Panel>
  )
}
