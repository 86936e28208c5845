import { useEffect, useRef } from 'react'
import { useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'

export interface FormProblem {
  /** The id of the field it belongs to; null for the form as a whole. */
  readonly fieldId: string | null
  readonly text: string
}

/** What stops a form, above it; takes the focus when it appears and leads to each field. */
export function FormErrorSummary({
  problems,
  title,
}: {
  readonly problems: readonly FormProblem[]
  readonly title?: string
}) {
  const t = useMessages(uiMessages)
  const box = useRef<HTMLDivElement>(null)
  const signature = problems.map((problem) => problem.text).join()
  useEffect(() => {
    if (signature) box.current?.focus()
  }, [signature])
  if (problems.length === 0) return null
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
