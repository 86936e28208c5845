import { newIdempotencyKey } from '@weibao/api-client/http'
import type { SettingView } from '@weibao/contracts/setting'
import { addDays, localDay } from '@weibao/kernel'
import {
  Button,
  Checkbox,
  FormErrorSummary,
  TextArea,
  TextField,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { useChannels } from './channels'
import { usePartName } from './setting-value'
import { settingsMessages } from './settings.messages'
import { useEditSetting } from './settings.queries'
import { parseValue, textOf, valueKindOf, type PartKind, type ValueKind } from './value-kind'

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

type FlatValue = Readonly<Record<string, boolean | readonly string[]>>

function FlatFields({
  parts,
  value,
  change,
}: {
  parts: Readonly<Record<string, PartKind>>
  value: FlatValue
  change: (value: FlatValue) => void
}) {
  const t = useMessages(settingsMessages)
  const partName = usePartName()
  const channelCodes = useChannels().map(({ code }) => code)
  return Object.entries(parts).map(([name, given]) => {
    const isOfChannels = name === 'channels' && channelCodes.length > 0
    const part: PartKind = isOfChannels ? { kind: 'choices', options: channelCodes } : given
    const current = value[name]
    if (part.kind === 'flag')
      return (
        <Checkbox
          key={name}
          label={partName(name)}
          checked={current === true}
          onChange={(event) => change({ ...value, [name]: event.target.checked })}
        />
      )
    const list = Array.isArray(current) ? (current as string[]) : []
    if (part.kind === 'codes')
      return (
        <CodesField
          key={name}
          label={partName(name)}
          help={t('listHelp')}
          list={list}
          change={(next) => change({ ...value, [name]: next })}
        />
      )
    return (
      <fieldset key={name}>
        <legend className="wb-label">{partName(name)}</legend>
        <div className="flex flex-wrap gap-x-6">
          {part.options.map((option) => (
            <Checkbox
              key={option}
              label={partName(option)}
              checked={list.includes(option)}
              onChange={({ target }) =>
                change({
                  ...value,
                  [name]: target.checked
                    ? [...list, option]
                    : list.filter((each) => each !== option),
                })
              }
            />
          ))}
        </div>
      </fieldset>
    )
  })
}

function CodesField({
  label,
  help,
  list,
  change,
}: {
  label: string
  help: string
  list: readonly string[]
  change: (list: readonly string[]) => void
}) {
  const [text, setText] = useState(list.join(', '))
  return (
    <TextArea
      label={label}
      help={help}
      rows={3}
      spellCheck={false}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        change(event.target.value.split(/[\s,，、]+/).filter(Boolean))
      }}
    />
  )
}
