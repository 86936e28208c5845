import type { StandingDemand } from '@weibao/contracts/standing-demand'
import { parseYuan } from '@weibao/kernel'
import {
  Button,
  Dialog,
  FormErrorSummary,
  Select,
  TextField,
  useBilingual,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { formProblems, type FieldErrors } from '../../lib/form'
import { gramsOf } from '../demands/demand-draft'
import { standingMessages } from './standing.messages'
import { useEditStanding } from './standing.queries'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** Changes what comes back every week, from the next week on. */
export function EditStandingDialog({
  standing,
  onClose,
}: {
  standing: StandingDemand
  onClose: () => void
}) {
  const t = useMessages(standingMessages)
  const say = useBilingual()
  const toast = useToast()
  const { organisationId } = useActing()
  const edit = useEditStanding(organisationId)
  const [draft, setDraft] = useState({
    title: standing.title,
    weekday: String(standing.weekday),
    leadDays: String(standing.leadDays),
    endsOn: standing.endsOn,
    lines: standing.lines.map(({ wantedGrams, maxLandedFenPerKg }) => ({
      kg: String(wantedGrams / 1000),
      yuan: (maxLandedFenPerKg / 100).toFixed(2),
    })),
  })
  const [missing, setMissing] = useState<FieldErrors>({})
  const changeLine = (at: number, part: Partial<(typeof draft)['lines'][number]>) =>
    setDraft({
      ...draft,
      lines: draft.lines.map((line, n) => (n === at ? { ...line, ...part } : line)),
    })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const leadDays = /^\d{1,2}$/.test(draft.leadDays.trim()) ? Number(draft.leadDays) : 0
    const lines = draft.lines.map(({ kg, yuan }) => ({
      wantedGrams: gramsOf(kg),
      maxLandedFenPerKg: parseYuan(yuan.trim()) ?? 0,
    }))
    const found: Record<string, string> = {}
    if ([...draft.title.trim()].length < 2) found['title'] = t('needText')
    if (leadDays < 3 || leadDays > 28) found['leadDays'] = t('needLead')
    if (draft.endsOn < standing.startsOn) found['endsOn'] = t('needDay')
    lines.forEach(({ wantedGrams, maxLandedFenPerKg }, n) => {
      const name = say(standing.lines[n]!.name)
      if (!(wantedGrams >= 1000)) found[`lines.${n}.wantedGrams`] = t('needKg', { name })
      if (maxLandedFenPerKg < 1) found[`lines.${n}.maxLandedFenPerKg`] = t('needYuan', { name })
    })
    setMissing(found)
    if (Object.keys(found).length > 0) return
    const { title, endsOn } = draft
    const { id, version } = standing
    const body = {
      title: title.trim(),
      endsOn,
      weekday: Number(draft.weekday),
      leadDays,
      lines,
      version,
    }
    const saved = await edit.mutateAsync({ id, body }).catch(() => null)
    if (!saved) return
    toast({ text: t('done'), tone: 'good' })
    onClose()
  }
  const field = (name: 'title' | 'leadDays' | 'endsOn') => ({
    id: `edit-${name}`,
    label: t(name === 'title' ? 'name' : name),
    error: missing[name],
    value: draft[name],
    onChange: (event: { target: { value: string } }) =>
      setDraft({ ...draft, [name]: event.target.value }),
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('editTitle', { name: standing.title })}
      footer={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form="edit-standing" busy={edit.isPending}>
            {t('saveEdit')}
          </Button>
        </>
      }
    >
      <form
        id="edit-standing"
        noValidate
        onSubmit={(event) => void submit(event)}
        className="grid gap-4 sm:grid-cols-2"
      >
        <div className="grid gap-3 sm:col-span-2">
          <FormErrorSummary
            problems={formProblems(missing, edit.error, (name) => `edit-${name}`)}
          />
          <p className="text-ink-soft">{t('editText')}</p>
        </div>
        <TextField {...field('title')} maxLength={60} className="sm:col-span-2" />
        {standing.lines.map((line, n) => (
          <fieldset key={n} className="sm:col-span-2">
            <legend className="mb-1 font-semibold">{say(line.name)}</legend>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                id={`edit-lines.${n}.wantedGrams`}
                label={t('kg')}
                inputMode="decimal"
                maxLength={9}
                error={missing[`lines.${n}.wantedGrams`]}
                value={draft.lines[n]!.kg}
                onChange={(event) => changeLine(n, { kg: event.target.value })}
              />
              <TextField
                id={`edit-lines.${n}.maxLandedFenPerKg`}
                label={t('yuan')}
                inputMode="decimal"
                maxLength={9}
                error={missing[`lines.${n}.maxLandedFenPerKg`]}
                value={draft.lines[n]!.yuan}
                onChange={(event) => changeLine(n, { yuan: event.target.value })}
              />
            </div>
          </fieldset>
        ))}
        <Select
          label={t('weekday')}
          options={weekdays.map((n) => ({ value: String(n), label: t(`day${n}`) }))}
          value={draft.weekday}
          onChange={(event) => setDraft({ ...draft, weekday: event.target.value })}
        />
        <TextField {...field('leadDays')} inputMode="numeric" />
        <TextField {...field('endsOn')} type="date" />
      </form>
    </Dialog>
  )
}
