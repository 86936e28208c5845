import { useQuery } from '@tanstack/react-query'
import type { HarvestForecast } from '@weibao/contracts/harvest-forecast'
import { addDays, localDay } from '@weibao/kernel'
import {
  Button,
  DateText,
  Dialog,
  FormErrorSummary,
  Select,
  TextField,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { formProblems, type FieldErrors } from '../../lib/form'
import { productsQuery } from '../products/products.queries'
import {
  checkForecast,
  draftOfForecast,
  emptyForecast,
  weeksAhead,
  type ForecastDraft,
} from './forecast-draft'
import { forecastsMessages } from './forecasts.messages'
import { forecastChangesQuery, useStateForecast } from './forecasts.queries'

interface ForecastDialogProps {
  /** Null: a new one. */
  readonly forecast: HarvestForecast | null
  readonly onClose: () => void
}

/** States what of a product will come in a week, or changes it. */
export function ForecastDialog({ forecast, onClose }: ForecastDialogProps) {
  const t = useMessages(forecastsMessages)
  const toast = useToast()
  const { organisationId } = useActing()
  const today = localDay(new Date())
  const [draft, setDraft] = useState<ForecastDraft>(() =>
    forecast ? draftOfForecast(forecast) : emptyForecast(today),
  )
  const [missing, setMissing] = useState<FieldErrors>({})
  const save = useStateForecast(organisationId)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { body, found } = checkForecast(draft, {
      needChoice: t('needChoice'),
      needKg: t('needKg'),
      needOrder: t('needOrder'),
    })
    setMissing(found)
    if (Object.keys(found).length > 0) return
    const saved = await save.mutateAsync(body).catch(() => null)
    if (!saved) return
    toast({ text: t('saved'), tone: 'good' })
    onClose()
  }
  const field = (name: 'low' | 'likely' | 'high' | 'note') => ({
    id: `forecast-${name}`,
    error: missing[name],
    value: draft[name],
    onChange: (event: { target: { value: string } }) =>
      setDraft({ ...draft, [name]: event.target.value }),
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={forecast ? t('edit') : t('create')}
      footer={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form="forecast" busy={save.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id="forecast"
        noValidate
        onSubmit={(event) => void submit(event)}
        className="grid gap-4 sm:grid-cols-3"
      >
        <div className="empty:hidden sm:col-span-3">
          <FormErrorSummary
            problems={formProblems(missing, save.error, (name) => `forecast-${name}`)}
          />
        </div>
        <WhatAndWhen
          forecast={forecast}
          draft={draft}
          error={missing['productId']}
          change={(part) => setDraft({ ...draft, ...part })}
        />
        <TextField {...field('low')} label={t('lowKg')} inputMode="decimal" align="end" />
        <TextField {...field('likely')} label={t('likelyKg')} inputMode="decimal" align="end" />
        <TextField {...field('high')} label={t('highKg')} inputMode="decimal" align="end" />
        <TextField
          {...field('note')}
          label={t('note')}
          help={t('noteHelp')}
          maxLength={100}
          className="sm:col-span-3"
        />
      </form>
      {forecast && <History id={forecast.id} />}
    </Dialog>
  )
}

interface WhatAndWhenProps {
  readonly forecast: HarvestForecast | null
  readonly draft: ForecastDraft
  readonly error: string | undefined
  readonly change: (part: Partial<ForecastDraft>) => void
}

/** Product and week: fixed once a forecast is there. */
function WhatAndWhen({ forecast, draft, error, change }: WhatAndWhenProps) {
  const t = useMessages(forecastsMessages)
  const say = useBilingual()
  const { dayRange } = useFormats()
  const { organisationId } = useActing()
  const products = useQuery({
    ...productsQuery(organisationId, { state: 'listed' }, 100),
    enabled: forecast === null,
  })
  const weekText = (week: string) => dayRange(week, addDays(week, 6))
  if (forecast)
    return (
      <p className="sm:col-span-3">
        <strong>{say(forecast.productName)}</strong> · {weekText(forecast.week)}
      </p>
    )
  return (
    <>
      <Select
        id="forecast-productId"
        label={t('product')}
        error={error}
        help={products.data?.items.length === 0 ? t('noProducts') : undefined}
        placeholder={t('choose')}
        className="sm:col-span-2"
        options={(products.data?.items ?? []).map(({ id, name }) => ({
          value: id,
          label: say(name),
        }))}
        value={draft.productId}
        onChange={(event) => change({ productId: event.target.value })}
      />
      <Select
        id="forecast-week"
        label={t('week')}
        options={weeksAhead(localDay(new Date())).map((week) => ({
          value: week,
          label: weekText(week),
        }))}
        value={draft.week}
        onChange={(event) => change({ week: event.target.value })}
      />
    </>
  )
}

function History({ id }: { id: string }) {
  const t = useMessages(forecastsMessages)
  const { weight } = useFormats()
  const { organisationId } = useActing()
  const changes = useQuery(forecastChangesQuery(organisationId, id))
  if (!changes.data) return null
  return (
    <section aria-label={t('history')} className="grid gap-2 pt-4">
      <h3 className="font-sans text-base font-semibold">{t('history')}</h3>
      <ol className="grid gap-2 text-sm">
        {changes.data.items.map((each) => (
          <li key={each.id}>
            {t('changed', {
              low: weight(each.lowGrams),
              high: weight(each.highGrams),
              likely: weight(each.likelyGrams),
            })}
            {each.note && ` · ${each.note}`}
            <span className="block text-ink-soft">
              <DateText value={each.changedAt} as="dayTime" /> · {each.changedBy ?? t('nobody')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
