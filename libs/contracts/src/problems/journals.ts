import type { ProblemText } from '../problems.js'

export const journalsProblems = {} as const satisfies Record<string, ProblemText>
