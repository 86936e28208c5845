import type { ProblemText } from '../problems.js'

export const orderingProblems = {} as const satisfies Record<string, ProblemText>
