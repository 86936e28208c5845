import type { ProblemText } from '../problems.js'

export const paymentsProblems = {} as const satisfies Record<string, ProblemText>
