import type { ProblemText } from '../problems.js'

export const documentsProblems = {} as const satisfies Record<string, ProblemText>
