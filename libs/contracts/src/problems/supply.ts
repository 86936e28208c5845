import type { ProblemText } from '../problems.js'

export const supplyProblems = {} as const satisfies Record<string, ProblemText>
