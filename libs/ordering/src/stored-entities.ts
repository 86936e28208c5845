import type { Reader } from '@weibao/platform'

/** A row of a table as JSON. */
export type Stored = Record<string, unknown>

/** Rows that PostgreSQL answered as JSON, as the entities they are: instants are text there. */
export function entitiesOf<T extends object>(
  reader: Reader,
  entity: new () => T,
  stored: readonly Stored[] | null | undefined,
): T[] {
  const { columns } = reader.getRepository(entity).metadata
  const valueOf = (value: unknown, type: unknown) =>
    type === 'timestamptz' && typeof value === 'string' ? new Date(value) : value
  return (stored ?? []).map((each) =>
    Object.assign(
      new entity(),
      Object.fromEntries(
        columns.map(({ propertyName, databaseName, type }) => [
          propertyName,
          valueOf(each[databaseName], type),
        ]),
      ),
    ),
  )
}
