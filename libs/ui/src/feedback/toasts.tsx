import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { AlertIcon, CheckIcon, CloseIcon } from '../icons/icons'
import { useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'

export interface ToastContent {
  readonly text: string
  /** A problem stays until it is closed. */
  readonly tone?: 'good' | 'problem'
  readonly action?: { readonly label: string; readonly onPress: () => void }
}

type ShowToast = (content: ToastContent) => void
interface Toast extends ToastContent {
  readonly id: number
}

const VISIBLE_MS = 6000
const MOST_AT_ONCE = 3
const ToastContext = createContext<ShowToast>(() => undefined)

/** Shows short answers to an act ("put in the cart") at the lower edge and reads them aloud. */
export function useToast(): ShowToast {
  return use(ToastContext)
}

/** Holds the toast region; once an app. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const lastId = useRef(0)
  const show = useCallback((content: ToastContent) => {
    const toast = { ...content, id: ++lastId.current }
    setToasts((shown) => [...shown, toast].slice(-MOST_AT_ONCE))
  }, [])
  const close = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id))
  }, [])
  const list = useMemo(
    () => toasts.map((toast) => <ToastItem key={toast.id} toast={toast} onClose={close} />),
    [toasts, close],
  )
  return (
    <ToastContext value={show}>
      {children}
      <div className="wb-toasts" role="status" aria-live="polite">
        {list}
      </div>
    </ToastContext>
  )
}

function ToastItem({ toast, onClose }: { toast: Toast; onClose: (id: number) => void }) {
  const t = useMessages(uiMessages)
  const [held, setHeld] = useState(false)
  const stays = toast.tone === 'problem' || held
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(() => onClose(toast.id), VISIBLE_MS)
    return () => clearTimeout(timer)
  }, [stays, toast.id, onClose])
  const { action } = toast
  return (
    <div
      className="wb-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'problem' ? <AlertIcon /> : <CheckIcon />}
      <p>{toast.text}</p>
      {action && (
        <button
          type="button"
          className="wb-toast-action"
          onClick={() => {
            action.onPress()
            onClose(toast.id)
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" aria-label={t('close')} onClick={() => onClose(toast.id)}>
        <CloseIcon />
      </button>
    </div>
  )
}
