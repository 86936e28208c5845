import { newIdempotencyKey } from '@weibao/api-client/http'
import type { SettingView } from '@weibao/contracts/setting'
import { addDays, localDay } from '@weibao/kernel'
import {
  Button,
  FormErrorSummary,
  TextArea,
  TextField,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { FlatFields, type FlatValue } from './flat-fields'
import { settingsMessages } from './settings.messages'
import { useEditSetting } from './settings.queries'
import { parseValue, textOf, valueKindOf, type ValueKind } from './value-kind'

/** The next version of a setting: a value, the day it begins, and why. */
export function SettingForm({ setting }: { setting: SettingView }) {
  const t = useMessages(settingsMessages)
  const toast = useToast()
  const { day } = useFormats()
  const kind = valueKindOf(setting)
  const edit = useEditSetting(setting.key)
  const earliest = addDays(localDay(new Date()), setting.startsFrom === 'tomorrow' ? 1 : 0)
  const latest = setting.upcoming.at(-1)?.value ?? setting.current.value
  const [text, setText] = useState(() => textOf(kind, latest))
  const [flat, setFlat] = useState(() => (kind.kind === 'flat' ? (latest as FlatValue) : {}))
  const [validFrom, setValidFrom] = useState(earliest)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<FieldErrors>({})
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const errors = { ...fieldErrors(edit.error), ...missing }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const parsed = kind.kind === 'flat' ? { value: flat } : parseValue(kind, text)
    const found: Record<string, string> = {}
    if ('problem' in parsed) found['value'] = wordsFor(parsed.problem, kind, parsed.detail)
    if (!validFrom) found['validFrom'] = t('needDay')
    if ([...reason.trim()].length < 4) found['reason'] = t('needReason')
    setMissing(found)
    if (Object.keys(found).length > 0 || 'problem' in parsed) return
    edit.mutate(
      {
        value: parsed.value,
        validFrom,
        reason: reason.trim(),
        basedOn: setting.latestVersion,
        idempotencyKey,
      },
      { onSuccess: () => toast({ text: t('saved', { day: day(validFrom) }), tone: 'good' }) },
    )
  }
  const wordsFor = (problem: string, of: ValueKind, detail = ''): string => {
    if (problem === 'needPrice') return t('needPrice')
    if (problem === 'needNumber') return t('needNumber')
    if (problem === 'outOfRange' && of.kind === 'number')
      return t('outOfRange', { min: of.min, max: of.max })
    return t('notJson', { problem: detail })
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      onChange={() => setKey(newIdempotencyKey())}
      className="grid gap-4"
    >
      <FormErrorSummary problems={formProblems(errors, edit.error, (name) => `setting-${name}`)} />
      {kind.kind === 'flat' ? (
        <FlatFields parts={kind.parts} value={flat} change={setFlat} />
      ) : (
        <ValueField
          kind={kind}
          isPercent={setting.key.endsWith('basis-points')}
          text={text}
          error={errors['value']}
          change={setText}
        />
      )}
      <TextField
        id="setting-validFrom"
        type="date"
        label={t('validFrom')}
        help={t(`starts_${setting.startsFrom}`)}
        error={errors['validFrom']}
        {...(setting.startsFrom === 'any' ? {} : { min: earliest })}
        value={validFrom}
        onChange={(event) => setValidFrom(event.target.value)}
      />
      <TextArea
        id="setting-reason"
        label={t('reason')}
        help={t('reasonHelp')}
        error={errors['reason']}
        maxLength={300}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit" className="justify-self-start" busy={edit.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

function ValueField({
  kind,
  isPercent,
  text,
  error,
  change,
}: {
  kind: ValueKind
  isPercent: boolean
  text: string
  error: string | undefined
  change: (text: string) => void
}) {
  const t = useMessages(settingsMessages)
  if (kind.kind === 'json')
    return (
      <TextArea
        id="setting-value"
        label={t('newValue')}
        help={t('jsonHelp')}
        error={error}
        rows={16}
        spellCheck={false}
        className="font-mono text-sm"
        value={text}
        onChange={(event) => change(event.target.value)}
      />
    )
  return (
    <TextField
      id="setting-value"
      label={t('newValue')}
      error={error}
      align="end"
      inputMode="decimal"
      maxLength={20}
      {...(kind.kind === 'money' ? { prefix: '¥' } : {})}
      {...(isPercent ? { help: t('unitPercent') } : {})}
      value={text}
      onChange={(event) => change(event.target.value)}
    />
  )
}
