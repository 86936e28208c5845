import { defineMessages } from '@weibao/ui'

export const notificationsMessages = defineMessages({
  'zh-CN': {
    title: '通知',
    bellCount: '通知，{count} 条未读',
    all: '全部',
    unread: '未读',
    readAll: '全部标为已读',
    markRead: '标为已读',
    open: '查看',
    isUnread: '未读',
    emptyTitle: '没有通知',
    emptyText: '订单、审核和结账有变化时，会在这里提醒您。',
    allRead: '都已标为已读',
  },
  en: {
    title: 'Notifications',
    bellCount: 'Notifications, {count} unread',
    all: 'All',
    unread: 'Unread',
    readAll: 'Mark all as read',
    markRead: 'Mark as read',
    open: 'Open',
    isUnread: 'Unread',
    emptyTitle: 'No notifications',
    emptyText: 'You are told here when orders, approvals or months change.',
    allRead: 'All marked as read',
  },
})
