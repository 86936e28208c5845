import type { SettingView } from '@weibao/contracts/setting'
import { Money, useBilingual, useFormats, useMessages } from '@weibao/ui'
import { useChannels } from './channels'
import { settingsMessages } from './settings.messages'
import { valueKindOf } from './value-kind'

/** A value as one reads it: an amount, a figure, a short list, or its structure on demand. */
export function SettingValue({ setting, value }: { setting: SettingView; value: unknown }) {
  const t = useMessages(settingsMessages)
  const { number, percent } = useFormats()
  const kind = valueKindOf(setting)
  const withUnit = useUnit()
  if (kind.kind === 'money' && typeof value === 'number') return <Money fen={value} />
  if (kind.kind === 'number' && typeof value === 'number')
    return setting.key.endsWith('basis-points')
      ? percent(value / 10_000, 2)
      : withUnit(setting.key, value, number(value))
  if (kind.kind === 'flat' && value !== null && typeof value === 'object')
    return <FlatValue value={value as Record<string, unknown>} />
  return (
    <details>
      <summary className="wb-link min-h-8 w-fit text-sm">{t('structure')}</summary>
      <pre
        tabIndex={0}
        className="mt-2 max-h-96 max-w-full overflow-auto rounded-control bg-paper-sunk p-3 text-left text-xs whitespace-pre-wrap"
      >
        {JSON.stringify(value, null, 2)}
      </pre>
    </details>
  )
}

/** A figure with the unit that the last word of its setting's key names. */
function useUnit(): (key: string, value: number, text: string) => string {
  const t = useMessages(settingsMessages)
  return (key, value, text) => {
    const unit = key.slice(key.lastIndexOf('-') + 1)
    if (unit === 'days') return t('unitDays', { n: text })
    if (unit === 'hours') return t('unitHours', { n: text })
    if (unit === 'minutes') return t('unitMinutes', { n: text })
    if (unit === 'rows') return t('unitRows', { n: text })
    if (unit === 'hour') return `${String(value).padStart(2, '0')}:00`
    return text
  }
}

function FlatValue({ value }: { value: Record<string, unknown> }) {
  const t = useMessages(settingsMessages)
  const { list } = useFormats()
  const partName = usePartName()
  return (
    <dl className="grid gap-1 text-sm">
      {Object.entries(value).map(([name, part]) => (
        <div key={name} className="grid text-left sm:grid-cols-[minmax(8rem,12rem)_1fr] sm:gap-2">
          <dt className="text-ink-soft">{partName(name)}</dt>
          <dd className="break-words">
            {typeof part === 'string' && part}
            {Array.isArray(part) && list(part.map((each) => partName(String(each))))}
            {typeof part === 'boolean' && t(part ? 'yes' : 'no')}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Names of the parts of flat values and of their options; what is not known keeps its code. */
export function usePartName(): (name: string) => string {
  const t = useMessages(settingsMessages)
  const say = useBilingual()
  const channels = useChannels()
  const keys: Readonly<Record<string, unknown>> = settingsMessages['zh-CN']
  return (name) => {
    if (Object.hasOwn(keys, `f_${name}`)) return t(`f_${name}` as 'f_channels')
    if (Object.hasOwn(keys, `o_${name}`)) return t(`o_${name}` as 'o_person')
    const channel = channels.find(({ code }) => code === name)
    return channel ? say(channel.name) : name
  }
}
