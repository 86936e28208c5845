import { newIdempotencyKey } from '@weibao/api-client/http'
import type { DemandView } from '@weibao/contracts/demand'
import { addDays, localDay } from '@weibao/kernel'
import {
  Button,
  Dialog,
  FormErrorSummary,
  Select,
  TextField,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { useActing } from '../../lib/acting'
import { formProblems, type FieldErrors } from '../../lib/form'
import { standingMessages } from './standing.messages'
import { useOpenStanding } from './standing.queries'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const LAST_OF_YEAR = '12-31'

/** Makes a demand come back every week. */
export function RepeatDialog({ demand, onClose }: { demand: DemandView; onClose: () => void }) {
  const t = useMessages(standingMessages)
  const toast = useToast()
  const navigate = useNavigate()
  const { organisationId, base } = useActing()
  const today = localDay(new Date())
  const [draft, setDraft] = useState({
    title: demand.title,
    weekday: '1',
    leadDays: '10',
    startsOn: addDays(today, 7),
    endsOn: `${demand.budgetLine.year}-${LAST_OF_YEAR}`,
  })
  const [missing, setMissing] = useState<FieldErrors>({})
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const open = useOpenStanding(organisationId)
  const change = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part })
    setKey(newIdempotencyKey())
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const leadDays = /^\d{1,2}$/.test(draft.leadDays.trim()) ? Number(draft.leadDays) : 0
    const found: Record<string, string> = {}
    if ([...draft.title.trim()].length < 2) found['title'] = t('needText')
    if (leadDays < 3 || leadDays > 28) found['leadDays'] = t('needLead')
    if (draft.startsOn <= today) found['startsOn'] = t('needDay')
    if (draft.endsOn < draft.startsOn) found['endsOn'] = t('needDay')
    setMissing(found)
    if (Object.keys(found).length > 0) return
    const body = { ...draft, demandId: demand.id, weekday: Number(draft.weekday), leadDays }
    const made = await open.mutateAsync({ body, idempotencyKey }).catch(() => null)
    if (!made) return
    toast({ text: t('saved'), tone: 'good' })
    void navigate(`${base}/standing`)
  }
  const field = (name: 'title' | 'leadDays' | 'startsOn' | 'endsOn') => ({
    id: `standing-${name}`,
    label: t(name === 'title' ? 'name' : name),
    error: missing[name],
    value: draft[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('repeatTitle')}
      footer={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form="standing" busy={open.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id="standing"
        noValidate
        onSubmit={(event) => void submit(event)}
        className="grid gap-4 sm:grid-cols-2"
      >
        <div className="grid gap-3 sm:col-span-2">
          <FormErrorSummary
            problems={formProblems(missing, open.error, (name) => `standing-${name}`)}
          />
          <p className="text-ink-soft">{t('repeatText')}</p>
        </div>
        <TextField {...field('title')} maxLength={60} className="sm:col-span-2" />
        <Select
          label={t('weekday')}
          options={weekdays.map((n) => ({ value: String(n), label: t(`day${n}`) }))}
          value={draft.weekday}
          onChange={(event) => change({ weekday: event.target.value })}
        />
        <TextField {...field('leadDays')} inputMode="numeric" />
        <TextField {...field('startsOn')} type="date" />
        <TextField {...field('endsOn')} type="date" />
      </form>
    </Dialog>
  )
}
