import type { EntityManager } from 'typeorm'
import pg from 'pg'
import { invariant } from '@weibao/kernel'

/** bigint and numeric-free sums arrive as numbers, checked; `count(*)` too. */
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  invariant(Number.isSafeInteger(value), `bigint out of the safe range: ${text}`)
  return value
})
/** A date is a local day, not an instant. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** Where rows can be read: a transaction, or any connection of the pool. */
export type Reader = Pick<EntityManager, 'query' | 'getRepository'>

/**
 * The rows of one statement, whatever its verb (TypeORM answers `[rows, count]` for update and
 * delete). Parameters are always bound, never written into the text.
 */
export async function rows<T>(
  reader: Reader,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<T[]> {
  const result: unknown = await reader.query(text, parameters as unknown[])
  if (isAffected(result)) return result[0] as T[]
  return result as T[]
}

/** The only row of a statement, or null. */
export async function row<T>(
  reader: Reader,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<T | null> {
  return (await rows<T>(reader, text, parameters))[0] ?? null
}

/** Select lists by entity: composing one costs more than most statements take. */
const selects = new WeakMap<object, string>()

/** The entities that a statement finds whose words after `select … from table` are given. */
export async function entities<T extends object>(
  reader: Reader,
  entity: new () => T,
  rest: string,
  parameters: readonly unknown[] = [],
): Promise<T[]> {
  let select = selects.get(entity)
  if (select === undefined) {
    const { columns, tableName } = reader.getRepository(entity).metadata
    const list = columns.map((each) => `"${each.databaseName}" as "${each.propertyName}"`)
    select = `select ${list.join(', ')} from ${tableName}`
    selects.set(entity, select)
  }
  const found = await rows<T>(reader, `${select} ${rest}`, parameters)
  return found.map((each) => Object.assign(new entity(), each))
}

/** The only entity that a statement finds, or null. */
export async function entity<T extends object>(
  reader: Reader,
  of: new () => T,
  rest: string,
  parameters: readonly unknown[] = [],
): Promise<T | null> {
  return (await entities(reader, of, rest, parameters))[0] ?? null
}

/** How many rows an update or delete touched. */
export async function execute(
  reader: Reader,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<number> {
  const result: unknown = await reader.query(text, parameters as unknown[])
  if (isAffected(result)) return result[1]
  return Array.isArray(result) ? result.length : 0
}

function isAffected(result: unknown): result is [unknown[], number] {
  return (
    Array.isArray(result) &&
    result.length === 2 &&
    Array.isArray(result[0]) &&
    typeof result[1] === 'number'
  )
}

/** PostgreSQL's five-character error code, when the error is one of its. */
export function sqlState(error: unknown): string | null {
  const code =
    (error as { code?: unknown; driverError?: { code?: unknown } } | null)?.driverError?.code ??
    (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}

/** The constraint an error names, when it is a violation of one. */
export function violatedConstraint(error: unknown): string | null {
  const cause = (error as { driverError?: { constraint?: unknown } } | null)?.driverError ?? error
  const name = (cause as { constraint?: unknown } | null)?.constraint
  return typeof name === 'string' ? name : null
}
