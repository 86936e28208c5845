import type { FormProblem } from '@weibao/ui'
import { useState } from 'react'
import { errorText, fieldError } from './error-text'

/**
 * What is wrong with a small form: what it found itself before it sent anything, else what the server
 * refused, beside its field and in the summary above.
 */
export function useFormProblems(refusal: unknown) {
  const [found, setFound] = useState<readonly FormProblem[]>([])
  return {
    /** Keeps what was found; true when nothing was. */
    settle: (problems: readonly FormProblem[]): boolean => {
      setFound(problems)
      return problems.length === 0
    },
    errorOf: (id: string): string | undefined =>
      found.find(({ fieldId }) => fieldId === id)?.text ?? fieldError(refusal, id),
    summary:
      found.length === 0 && refusal ? [{ fieldId: null, text: errorText(refusal) }] : [...found],
  }
}
