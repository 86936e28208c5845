import { Checkbox, TextArea, TextField, useMessages } from '@weibao/ui'
import { useState } from 'react'
import { useChannels } from './channels'
import { usePartName } from './setting-value'
import { settingsMessages } from './settings.messages'
import type { PartKind } from './value-kind'

export type FlatValue = Readonly<Record<string, boolean | string | readonly string[]>>

/** A value that is texts, lists and switches: the switches come last, one below the other. */
export function FlatFields({
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
  const entries = Object.entries(parts)
  const set = (name: string, part: FlatValue[string]) => change({ ...value, [name]: part })
  return (
    <>
      {entries.map(([name, part]) => {
        if (part.kind === 'flag') return null
        if (part.kind === 'text')
          return (
            <TextField
              key={name}
              label={partName(name)}
              maxLength={part.max}
              value={String(value[name] ?? '')}
              onChange={(event) => set(name, event.target.value)}
            />
          )
        const list = listOf(value[name])
        const options = name === 'channels' ? channelCodes : optionsOf(part)
        const common = {
          label: partName(name),
          list,
          change: (next: readonly string[]) => set(name, next),
        }
        return options.length > 0 ? (
          <ChoicesField key={name} {...common} options={options} />
        ) : (
          <CodesField key={name} {...common} help={t('listHelp')} />
        )
      })}
      <div>
        {entries.map(([name, part]) =>
          part.kind === 'flag' ? (
            <Checkbox
              key={name}
              label={partName(name)}
              checked={value[name] === true}
              onChange={(event) => set(name, event.target.checked)}
            />
          ) : null,
        )}
      </div>
    </>
  )
}

function listOf(part: FlatValue[string] | undefined): readonly string[] {
  return typeof part === 'object' ? part : []
}

function optionsOf(part: PartKind): readonly string[] {
  return part.kind === 'choices' ? part.options : []
}

interface ListField {
  readonly label: string
  readonly list: readonly string[]
  readonly change: (list: readonly string[]) => void
}

function ChoicesField({
  label,
  list,
  options,
  change,
}: ListField & { options: readonly string[] }) {
  const partName = usePartName()
  return (
    <fieldset>
      <legend className="wb-label">{label}</legend>
      <div className="flex flex-wrap gap-x-6">
        {options.map((option) => (
          <Checkbox
            key={option}
            label={partName(option)}
            checked={list.includes(option)}
            onChange={({ target }) =>
              change(target.checked ? [...list, option] : list.filter((each) => each !== option))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

function CodesField({ label, list, help, change }: ListField & { help: string }) {
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
