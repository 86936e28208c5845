import { useSuspenseQuery } from '@tanstack/react-query'
import type { NotificationView } from '@weibao/contracts/notification'
import {
  BareLink,
  Badge,
  Button,
  DateText,
  EmptyState,
  LinkTabs,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { notificationsMessages } from './notifications.messages'
import {
  notificationsQuery,
  useReadAllNotifications,
  useReadNotification,
} from './notifications.queries'

export function NotificationsPage() {
  const t = useMessages(notificationsMessages)
  useTitle(t('title'))
  const toast = useToast()
  const [search] = useSearchParams()
  const state = search.get('state') === 'unread' ? 'unread' : 'all'
  const { data } = useSuspenseQuery(notificationsQuery(state, search.get('cursor') ?? undefined))
  const readAll = useReadAllNotifications()
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1>{t('title')}</h1>
        <Button
          tone="quiet"
          size="small"
          busy={readAll.isPending}
          onClick={() =>
            readAll.mutate(undefined, { onSuccess: () => toast({ text: t('allRead') }) })
          }
        >
          {t('readAll')}
        </Button>
      </div>
      <LinkTabs
        label={t('title')}
        tabs={[
          { href: '?', label: t('all'), current: state === 'all' },
          { href: '?state=unread', label: t('unread'), current: state === 'unread' },
        ]}
      />
      {data.items.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : (
        <ul className="wb-panel">
          {data.items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      )}
      <KeysetPager nextCursor={data.nextCursor} />
    </div>
  )
}

function Item({ item }: { item: NotificationView }) {
  const t = useMessages(notificationsMessages)
  const read = useReadNotification()
  const markRead = () => item.readAt === null && read.mutate(item.id)
  return (
    <li className="grid gap-1 border-b border-line px-5 py-4 last:border-0">
      <p className="flex flex-wrap items-center gap-2">
        <strong>{item.title}</strong>
        {item.readAt === null && <Badge tone="madder">{t('isUnread')}</Badge>}
        <DateText value={item.createdAt} as="relative" className="ml-auto text-sm text-ink-soft" />
      </p>
      <p className="text-ink-soft">{item.body}</p>
      <div className="flex flex-wrap gap-4 text-sm">
        {item.path && <NotificationLink path={item.path} label={t('open')} onFollow={markRead} />}
        {item.readAt === null && (
          <button type="button" className="wb-link min-h-8" onClick={markRead}>
            {t('markRead')}
          </button>
        )}
      </div>
    </li>
  )
}

/** Addresses of notifications are of the whole site; those of the console stay in this page. */
function NotificationLink({
  path,
  label,
  onFollow,
}: {
  path: string
  label: string
  onFollow: () => void
}) {
  const inside = /^\/console(\/.*)?$/.exec(path)
  const props = { className: 'wb-link flex min-h-8 items-center', onClick: onFollow }
  return inside ? (
    <BareLink href={inside[1] ?? '/'} {...props}>
      {label}
    </BareLink>
  ) : (
    <a href={path} {...props}>
      {label}
    </a>
  )
}
