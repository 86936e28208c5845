import { useSuspenseQuery } from '@tanstack/react-query'
import type { SettingView } from '@weibao/contracts/setting'
import {
  DataTable,
  Panel,
  TextLink,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { SettingValue } from './setting-value'
import { settingsMessages } from './settings.messages'
import { settingsQuery } from './settings.queries'

const groups = ['counting', 'programme', 'commission', 'ordering', 'freight', 'technical'] as const

/** Every setting by group, with the value in force and what is to come. */
export function SettingsPage() {
  const t = useMessages(settingsMessages)
  useTitle(t('title'))
  const { data } = useSuspenseQuery(settingsQuery)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      {groups.map((group) => {
        const settings = data.items.filter((setting) => setting.group === group)
        return settings.length === 0 ? null : (
          <Panel key={group} title={t(`g_${group}`)} flush>
            <SettingTable settings={settings} caption={t(`g_${group}`)} />
          </Panel>
        )
      })}
    </div>
  )
}

function SettingTable({
  settings,
  caption,
}: {
  settings: readonly SettingView[]
  caption: string
}) {
  const t = useMessages(settingsMessages)
  const say = useBilingual()
  const { base } = useActing()
  const { day } = useFormats()
  const columns: Column<SettingView>[] = [
    {
      key: 'setting',
      header: t('setting'),
      primary: true,
      cell: (setting) => (
        <>
          <TextLink href={`${base}/settings/${setting.key}`}>{say(setting.label)}</TextLink>
          <span className="block max-w-prose text-sm font-normal whitespace-normal text-ink-soft">
            {say(setting.description)}
          </span>
        </>
      ),
    },
    {
      key: 'current',
      header: t('current'),
      cell: (setting) => (
        <div>
          <SettingValue setting={setting} value={setting.current.value} />
          {setting.upcoming.map((version) => (
            <p key={version.version} className="text-sm text-honey-ink">
              {t('upcoming', { day: day(version.validFrom ?? '') })}{' '}
              <SettingValue setting={setting} value={version.value} />
            </p>
          ))}
        </div>
      ),
    },
    {
      key: 'since',
      header: t('since'),
      cell: ({ current }) => (
        <span className="whitespace-nowrap">
          {current.validFrom ? day(current.validFrom, 'always') : t('always')}
        </span>
      ),
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={settings} rowKey={({ key }) => key} />
}
