import type { ProblemText } from '../problems.js'

export const identityProblems = {} as const satisfies Record<string, ProblemText>
