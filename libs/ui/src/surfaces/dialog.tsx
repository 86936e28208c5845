import { useEffect, useId, useRef, type ReactNode, type RefObject } from 'react'
import { Button } from '../actions/button'
import { IconButton } from '../actions/button'
import { cx } from '../cx'
import { CloseIcon } from '../icons/icons'
import { useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'

export interface DialogProps {
  readonly open: boolean
  /** Escape, the cross and a press outside ask for it; the owner closes. */
  readonly onClose: () => void
  readonly title: ReactNode
  /** Its buttons, the main one last. */
  readonly footer?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A modal dialog on the native element: the page behind is inert, the focus returns on closing. */
export function Dialog(props: DialogProps) {
  return <ModalFrame {...props} kind="dialog" />
}

/** A dialog along the right edge, whole height: details beside a list. Full width on a phone. */
export function Drawer(props: DialogProps) {
  return <ModalFrame {...props} kind="drawer" />
}

/** A dialog that rises from the bottom edge: choices on a phone. */
export function Sheet(props: DialogProps) {
  return <ModalFrame {...props} kind="sheet" />
}

export interface ConfirmDialogProps extends Omit<DialogProps, 'footer'> {
  readonly confirmLabel: string
  readonly cancelLabel?: string
  readonly onConfirm: () => void
  readonly tone?: 'primary' | 'buy' | 'danger'
  readonly busy?: boolean
}

/** Asks before something that cannot be taken back. The safe button comes first. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { confirmLabel, cancelLabel, onConfirm, tone = 'primary', busy, ...dialog } = props
  const t = useMessages(uiMessages)
  const footer = (
    <>
      <Button tone="quiet" onClick={dialog.onClose} disabled={busy}>
        {cancelLabel ?? t('cancel')}
      </Button>
      <Button tone={tone} busy={busy} onClick={onConfirm}>
        {confirmLabel}
      </Button>
    </>
  )
  return <ModalFrame {...dialog} footer={footer} kind="confirm" />
}

function ModalFrame(props: DialogProps & { kind: 'dialog' | 'confirm' | 'drawer' | 'sheet' }) {
  const { open, onClose, title, footer, kind, className, children } = props
  const t = useMessages(uiMessages)
  const titleId = useId()
  const frame = useRef<HTMLDialogElement>(null)
  useModal(frame, open)
  return (
    <dialog
      ref={frame}
      className={cx('wb-dialog', className)}
      data-kind={kind}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // NOTE `close` is told late: by then a strict re-mount may have opened it again.
      onClose={() => open && !frame.current?.open && onClose()}
      onMouseDown={(event) => event.target === frame.current && onClose()}
    >
      {open && (
        <>
          <div className="wb-dialog-head">
            <h2 id={titleId}>{title}</h2>
            <IconButton icon={CloseIcon} label={t('close')} onClick={onClose} />
          </div>
          <div className="wb-dialog-body" tabIndex={-1}>
            {children}
          </div>
          {footer && <div className="wb-dialog-foot">{footer}</div>}
        </>
      )}
    </dialog>
  )
}

/** A form begins in its first field; everything else with the native choice. */
const FIRST_FIELD = '.wb-dialog-body form :is(input, select, textarea):not(:disabled)'

/** Opens and closes with `open`; whoever had the focus gets it back, also when it unmounts open. */
function useModal(frame: RefObject<HTMLDialogElement | null>, open: boolean) {
  useEffect(() => {
    const dialog = frame.current
    if (!dialog || !open) return
    const opener = document.activeElement
    // NOTE jsdom and old WebViews know the element but not its modal state.
    if (typeof dialog.showModal === 'function') dialog.showModal()
    else dialog.setAttribute('open', '')
    dialog.querySelector<HTMLElement>(FIRST_FIELD)?.focus()
    return () => {
      if (typeof dialog.close === 'function') dialog.close()
      else dialog.removeAttribute('open')
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [frame, open])
}
