import type { ProblemText } from '../problems.js'

export const catalogProblems = {} as const satisfies Record<string, ProblemText>
