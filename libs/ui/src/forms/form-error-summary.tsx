import { useEffect, useRef } from 'react'
import { useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'

export interface FormProblem {
  /** The id of the field it belongs to; null for the form as a whole. */
  readonly fieldId: string | null
  readonly text: string
}

/**
 * What stops a form, above it; leads to each field. It takes the focus when it says something new and whenever
 * the form is sent again, not when something in it has been mended.
 */
export function FormErrorSummary({
  problems,
  title,
}: {
  readonly problems: readonly FormProblem[]
  readonly title?: string
}) {
  const t = useMessages(uiMessages)
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<readonly string[]>([])
  const signature = problems.map(({ fieldId, text }) => fieldId ?? text).join('\n')
  useEffect(() => {
    const subjects = signature.split('\n')
    if (subjects.some((subject) => !before.current.includes(subject))) box.current?.focus()
    before.current = subjects
  }, [signature])
  const isShown = problems.length > 0
  useEffect(() => {
    const form = box.current?.closest('form')
    const focus = () => box.current?.focus()
    form?.addEventListener('submit', focus)
    return () => form?.removeEventListener('submit', focus)
  }, [isShown])
  if (!isShown) return null
  return (
    <div ref={box} className="wb-error-summary" role="alert" tabIndex={-1}>
      <h2>{title ?? t('formErrors', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ fieldId, text }) => (
          <li key={`${fieldId} ${text}`}>
            {fieldId ? (
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(fieldId)?.focus()
                }}
              >
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
