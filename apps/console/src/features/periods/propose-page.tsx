import { newIdempotencyKey } from '@weibao/api-client/http'
import { parseYuan } from '@weibao/kernel'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  FormErrorSummary,
  Panel,
  TextArea,
  TextField,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { periodsMessages } from './periods.messages'
import { useProposeAdjustment } from './periods.queries'

/** Proposes the difference to a counted entry, for somebody else to decide. */
export function ProposePage() {
  const t = useMessages(periodsMessages)
  useTitle(t('proposeTitle'))
  const { base } = useActing()
  const toast = useToast()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const entryId = search.get('entry') ?? ''
  const propose = useProposeAdjustment()
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(propose.error), ...missing }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const goodsFen = parseYuan(String(form.get('goodsFen')))
    const mass = String(form.get('massGrams')).normalize('NFKC').trim() || '0'
    const reason = String(form.get('reason')).trim()
    const found: Record<string, string> = {}
    if (goodsFen === null) found['goodsFen'] = t('needAmount')
    if (!/^-?\d{1,9}$/.test(mass)) found['massGrams'] = t('needMass')
    if ([...reason].length < 4) found['reason'] = t('needReason')
    if (goodsFen === 0 && Number(mass) === 0) found['goodsFen'] = t('nothingChanged')
    setMissing(found)
    if (Object.keys(found).length > 0) return
    propose.mutate(
      { entryId, goodsFen: goodsFen ?? 0, massGrams: Number(mass), reason, idempotencyKey },
      {
        onSuccess: () => {
          toast({ text: t('submitted'), tone: 'good' })
          void navigate(`${base}/adjustments?state=proposed`)
        },
      },
    )
  }
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[
          { label: t('adjustmentsTitle'), href: `${base}/adjustments` },
          { label: t('proposeTitle') },
        ]}
      />
      <h1>{t('proposeTitle')}</h1>
      <Panel title={`${t('entry')} ${entryId.slice(-12)}`}>
        <form
          noValidate
          onSubmit={submit}
          onChange={() => setKey(newIdempotencyKey())}
          className="grid gap-4"
        >
          <p>{t('proposeText')}</p>
          <FormErrorSummary
            problems={formProblems(errors, propose.error, (name) => `adjust-${name}`)}
          />
          <TextField
            id="adjust-goodsFen"
            name="goodsFen"
            label={t('amount')}
            help={t('amountHelp')}
            error={errors['goodsFen']}
            prefix="¥"
            align="end"
            maxLength={14}
            defaultValue="0.00"
          />
          <TextField
            id="adjust-massGrams"
            name="massGrams"
            label={t('mass')}
            help={t('massHelp')}
            error={errors['massGrams']}
            align="end"
            maxLength={10}
            defaultValue="0"
          />
          <TextArea
            id="adjust-reason"
            name="reason"
            label={t('reason')}
            help={t('reasonHelp')}
            error={errors['reason']}
            maxLength={300}
            rows={3}
          />
          <div className="flex gap-3">
            <Button type="submit" busy={propose.isPending}>
              {t('submit')}
            </Button>
            <ButtonLink tone="quiet" href={`${base}/volume/rows`}>
              {t('cancel')}
            </ButtonLink>
          </div>
        </form>
      </Panel>
    </div>
  )
}
