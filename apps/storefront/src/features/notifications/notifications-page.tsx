import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { notifications } from '@weibao/api-client/notifications'
import type { NotificationPreference, NotificationView } from '@weibao/contracts/notification'
import {
  Badge,
  BareLink,
  Breadcrumbs,
  Button,
  Checkbox,
  DateText,
  EmptyState,
  Panel,
  useMessages,
  useToast,
} from '@weibao/ui'
import { errorText } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { notificationsMessages } from './notifications.messages'
import { notificationsQuery, preferencesQuery, useNotificationAct } from './notifications.queries'

/** What the person was told, newest first, and how else they want to be told. */
export function NotificationsPage() {
  const t = useMessages(notificationsMessages)
  useTitle(t('title'))
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useSuspenseInfiniteQuery(notificationsQuery)
  const readAll = useNotificationAct(() => notifications.readAll())
  const items = data.pages.flatMap((page) => page.items)
  const hasUnread = items.some(({ readAt }) => readAt === null)
  return (
    <div className="mx-auto grid max-w-2xl gap-5">
      <Breadcrumbs trail={[{ label: t('back'), href: '/account' }, { label: t('title') }]} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('title')}</h1>
        {hasUnread && (
          <Button
            tone="plain"
            size="small"
            busy={readAll.isPending}
            onClick={() => readAll.mutate(undefined)}
          >
            {t('readAll')}
          </Button>
        )}
      </div>
      {items.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : (
        <ul className="wb-card divide-y divide-line">
          {items.map((item) => (
            <NotificationItem key={item.id} item={item} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button tone="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <Preferences />
    </div>
  )
}

function NotificationItem({ item }: { item: NotificationView }) {
  const t = useMessages(notificationsMessages)
  const read = useNotificationAct((id: string) => notifications.read({ params: { id } }))
  const isUnread = item.readAt === null
  const markRead = () => isUnread && read.mutate(item.id)
  return (
    <li className="relative grid gap-1 p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className={isUnread ? 'text-base' : 'text-base font-normal'}>
          {item.path ? (
            <BareLink
              href={item.path}
              onClick={markRead}
              className="text-ink no-underline after:absolute after:inset-0 hover:underline"
            >
              {item.title}
            </BareLink>
          ) : (
            item.title
          )}{' '}
          {isUnread && <Badge tone="madder">{t('unread')}</Badge>}
        </h2>
        <DateText value={item.createdAt} as="relative" className="text-sm text-ink-soft" />
      </div>
      <p className="text-sm text-ink-soft">{item.body}</p>
      {isUnread && !item.path && (
        <Button
          tone="plain"
          size="small"
          busy={read.isPending}
          onClick={markRead}
          className="-ml-3.5 justify-self-start"
        >
          {t('markRead')}
        </Button>
      )}
    </li>
  )
}

function Preferences() {
  const t = useMessages(notificationsMessages)
  const toast = useToast()
  const { data } = useSuspenseQuery(preferencesQuery)
  const save = useNotificationAct((items: NotificationPreference[]) =>
    notifications.setPreferences({ body: { items } }),
  )
  const change = (changed: NotificationPreference) =>
    save.mutate(
      data.items.map((item) => (item.group === changed.group ? changed : item)),
      {
        onSuccess: () => toast({ text: t('saved'), tone: 'good' }),
        onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
      },
    )
  return (
    <Panel title={t('preferencesTitle')} note={t('preferencesNote')}>
      <ul className="-my-3 divide-y divide-line">
        {data.items.map((item) => (
          <li key={item.group} className="flex flex-wrap items-center gap-x-6 py-1">
            <span className="min-w-32 flex-1 font-semibold">{t(item.group)}</span>
            {(['mail', 'sms'] as const).map((way) => (
              <Checkbox
                key={way}
                label={t(way)}
                aria-label={`${t(item.group)} ${t(way)}`}
                checked={item[way]}
                disabled={save.isPending}
                onChange={() => change({ ...item, [way]: !item[way] })}
              />
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
