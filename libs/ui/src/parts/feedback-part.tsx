import { useState } from 'react'
import { Button, ButtonLink } from '../actions/button'
import { Skeleton, Spinner } from '../feedback/spinner'
import { EmptyState, ErrorState, ForbiddenState, Notice } from '../feedback/states'
import { useToast } from '../feedback/toasts'
import { useMessages } from '../i18n/i18n'
import { Card, Panel } from '../surfaces/card'
import { ConfirmDialog, Dialog, Drawer, Sheet } from '../surfaces/dialog'
import { partsMessages } from './parts.messages'

/** Notices, toasts, skeletons, and the states of a page. */
export function FeedbackPart() {
  const t = useMessages(partsMessages)
  const toast = useToast()
  return (
    <Panel title={t('feedback')}>
      <div className="grid gap-3 md:grid-cols-2">
        <Notice>{t('phoneHelp')}</Notice>
        <Notice tone="good">{t('good')}</Notice>
        <Notice tone="season" title={t('noticeTitle')}>
          {t('notice')}
        </Notice>
        <Notice tone="problem" title={t('problemTitle')}>
          {t('problemText')}
        </Notice>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button
          tone="quiet"
          onClick={() =>
            toast({
              text: t('toastText'),
              action: { label: t('undo'), onPress: () => undefined },
            })
          }
        >
          {t('toast')}
        </Button>
        <Button
          tone="quiet"
          onClick={() => toast({ text: t('toastProblemText'), tone: 'problem' })}
        >
          {t('toastProblem')}
        </Button>
        <Spinner label={t('loading')} className="text-indigo" />
      </div>
      <div className="mt-4 grid max-w-sm gap-2">
        <Skeleton height="120px" />
        <Skeleton width="70%" />
        <Skeleton width="40%" />
      </div>
      <div className="mt-5 grid gap-4 lg:grid-cols-3">
        <Card>
          <EmptyState
            title={t('emptyTitle')}
            actions={<ButtonLink href="#feedback">{t('seeSeason')}</ButtonLink>}
          >
            {t('emptyText')}
          </EmptyState>
        </Card>
        <Card>
          <ErrorState
            title={t('errorTitle')}
            text={t('errorText')}
            safe={t('errorSafe')}
            next={t('errorNext')}
            reference="7F3A-21"
            onRetry={() => undefined}
          />
        </Card>
        <Card>
          <ForbiddenState />
        </Card>
      </div>
    </Panel>
  )
}

/** The four kinds of dialog. */
export function DialogsPart() {
  const t = useMessages(partsMessages)
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'drawer' | 'sheet' | null>(null)
  const close = () => setOpen(null)
  return (
    <Panel title={t('dialogs')}>
      <div className="flex flex-wrap gap-3">
        <Button tone="quiet" onClick={() => setOpen('dialog')}>
          {t('openDialog')}
        </Button>
        <Button tone="quiet" onClick={() => setOpen('confirm')}>
          {t('openConfirm')}
        </Button>
        <Button tone="quiet" onClick={() => setOpen('drawer')}>
          {t('openDrawer')}
        </Button>
        <Button tone="quiet" onClick={() => setOpen('sheet')}>
          {t('openSheet')}
        </Button>
      </div>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title={t('address')}
        footer={<Button onClick={close}>{t('save')}</Button>}
      >
        {t('addressText')}
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        onClose={close}
        onConfirm={close}
        tone="danger"
        title={t('cancelOrder')}
        confirmLabel={t('cancelOrder')}
        cancelLabel={t('keepOrder')}
      >
        {t('cancelOrderText')}
      </ConfirmDialog>
      <Drawer open={open === 'drawer'} onClose={close} title={t('lot')}>
        {t('blackRice')}
      </Drawer>
      <Sheet open={open === 'sheet'} onClose={close} title={t('delivery')}>
        {t('homeHelp')}
      </Sheet>
    </Panel>
  )
}
