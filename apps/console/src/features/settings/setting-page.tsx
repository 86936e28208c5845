import { useSuspenseQuery } from '@tanstack/react-query'
import type { SettingVersion, SettingView } from '@weibao/contracts/setting'
import {
  Breadcrumbs,
  DataTable,
  DateText,
  Panel,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useParams, useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { SettingForm } from './setting-form'
import { SettingValue } from './setting-value'
import { settingsMessages } from './settings.messages'
import { settingHistoryQuery, settingsQuery } from './settings.queries'

/** One setting: what it is now, every version it has had, and the form for the next one. */
export function SettingPage() {
  const t = useMessages(settingsMessages)
  const say = useBilingual()
  const { base, memberships, can } = useActing()
  const key = useParams()['key']!
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(settingsQuery)
  const { data: history } = useSuspenseQuery(
    settingHistoryQuery(key, search.get('cursor') ?? undefined),
  )
  const setting = data.items.find((each) => each.key === key)
  useTitle(setting ? say(setting.label) : t('title'))
  if (!setting) throw Object.assign(new Error('no such setting'), { status: 404 })
  const isMine = can('setting:edit') && memberships.some(({ role }) => role === setting.editedBy)
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[{ label: t('title'), href: `${base}/settings` }, { label: say(setting.label) }]}
      />
      <div>
        <h1>{say(setting.label)}</h1>
        <p className="max-w-prose text-ink-soft">{say(setting.description)}</p>
        <p className="text-sm text-ink-soft">
          {t(setting.editedBy === 'officer' ? 'editedByOfficer' : 'editedByOperator')}
        </p>
      </div>
      <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
        <Panel title={t('history')} flush className="min-w-0">
          <History
            setting={setting}
            versions={history.items.length > 0 ? history.items : [setting.current]}
          />
          <KeysetPager nextCursor={history.nextCursor} />
        </Panel>
        {isMine && (
          <Panel title={t('edit')}>
            <SettingForm key={setting.latestVersion} setting={setting} />
          </Panel>
        )}
      </div>
    </div>
  )
}

function History({
  setting,
  versions,
}: {
  setting: SettingView
  versions: readonly SettingVersion[]
}) {
  const t = useMessages(settingsMessages)
  const { day } = useFormats()
  const columns: Column<SettingVersion>[] = [
    {
      key: 'version',
      header: t('since'),
      primary: true,
      cell: ({ version, validFrom }) => (
        <>
          {validFrom ? day(validFrom, 'always') : t('always')}
          <span className="block text-sm font-normal text-ink-soft">
            {version === 0 ? t('builtIn') : t('version', { version })}
          </span>
        </>
      ),
    },
    {
      key: 'value',
      header: t('value'),
      cell: ({ value }) => <SettingValue setting={setting} value={value} />,
    },
    { key: 'reason', header: t('reason'), cell: ({ reason }) => reason || '—' },
    {
      key: 'madeAt',
      header: t('madeAt'),
      cell: ({ createdAt }) => (createdAt ? <DateText value={createdAt} as="dayTime" /> : '—'),
    },
  ]
  return (
    <DataTable
      caption={t('history')}
      columns={columns}
      rows={versions}
      rowKey={({ version }) => String(version)}
    />
  )
}
