import pg from 'pg'

/** A text used less often than this costs more to keep than to plan again. */
const USES_TO_PREPARE = 5
/** Each costs its connection some ten kilobytes in the database. */
const MOST_PREPARED = 400
/** Texts counted before counting begins anew: statements of lists differ by their filters. */
const MOST_COUNTED = 4000

/** The statements of one pool that are asked often enough to have a name, the same on all its connections. */
export class StatementNames {
  private readonly names = new Map<string, string>()
  private readonly uses = new Map<string, number>()

  /**
   * The name under which a statement is prepared, or undefined while it is not worth one. Only what names its
   * columns: `select *` and `returning *` fail on a prepared statement once a migration has added a column.
   */
  of(text: string): string | undefined {
    const { names, uses } = this
    const name = names.get(text)
    if (name !== undefined || names.size >= MOST_PREPARED) return name
    const count = (uses.get(text) ?? 0) + 1
    if (count < USES_TO_PREPARE || /(?:\bselect |\breturning |\.)\*/i.test(text)) {
      if (uses.size >= MOST_COUNTED) uses.clear()
      uses.set(text, count)
      return undefined
    }
    uses.delete(text)
    const given = `s${names.size + 1}`
    names.set(text, given)
    return given
  }
}

/**
 * A pool's class of connections that have the database parse and plan a statement once and not at each use, as
 * Npgsql's automatic preparation does (https://www.npgsql.org/doc/prepare.html).
 */
export function preparingClient(names = new StatementNames()): typeof pg.Client {
  return class PreparingClient extends pg.Client {
    // The overloads of the driver say what comes in; what goes out is only given a name.
    override query(...given: unknown[]): never {
      const [text, values, ...rest] = given
      const isBound = typeof text === 'string' && Array.isArray(values) && values.length > 0
      const name = isBound ? names.of(text) : undefined
      const query = super.query as (...args: unknown[]) => never
      return name === undefined
        ? query.call(this, ...given)
        : query.call(this, { name, text }, values, ...rest)
    }
  }
}
