import { refusal, violatedConstraint } from '@weibao/platform'

const NAMES_ONCE = new Set(['budget_lines_name_once', 'delivery_points_name_once'])

/** Two budget lines of a year, or two delivery points, do not share a name. */
export function refuseTakenName(error: unknown): never {
  if (NAMES_ONCE.has(violatedConstraint(error) ?? '')) throw refusal('demand.name-taken')
  throw error
}
