/** A file or value that is not a problem: says where and what was expected. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'

  /** `path` is the place inside the instance, such as `demands[17].qtyKg`. */
  constructor(
    readonly path: string,
    readonly expected: string,
  ) {
    super(`${path}: ${expected}`)
  }
}

export type Fields = Record<string, unknown>

/** Whole numbers that the arithmetic carries exactly. */
export const LARGEST = Number.MAX_SAFE_INTEGER

export function object(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ProblemError(path, 'must be an object')
  }
  return value as Fields
}

export function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ProblemError(path, 'must be a list')
  return value
}

/** Reads the fields of one row; the path is put together only when something is wrong. */
export class Row {
  private row: Fields = {}
  private table = ''
  private index = 0

  on(table: string, index: number, value: unknown): this {
    this.table = table
    this.index = index
    this.row = object(value, `${table}[${index}]`)
    const { id } = this.row
    if (id !== undefined && id !== index)
      this.refuse('id', `must be ${index}, its place in the list`)
    return this
  }

  refuse(field: string, expected: string): never {
    throw new ProblemError(`${this.table}[${this.index}].${field}`, expected)
  }

  whole(field: string, least: number, most = LARGEST): number {
    const value = this.row[field]
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
      this.refuse(field, `must be a whole number from ${least} to ${most}`)
    }
    return value
  }

  /** Index into a table of `count` rows. */
  index32(field: string, count: number, table: string): number {
    const value = this.row[field]
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= count) {
      this.refuse(field, `must name one of the ${count} ${table}`)
    }
    return value
  }

  optional(field: string): boolean {
    return this.row[field] === null || this.row[field] === undefined
  }

  yes(field: string, fallback?: boolean): number {
    const value = this.row[field] ?? fallback
    if (typeof value !== 'boolean') this.refuse(field, 'must be true or false')
    return value ? 1 : 0
  }

  /** A list of indexes into a table of `count` rows, appended to `into`; absent means empty. */
  indexes(field: string, count: number, table: string, into: number[]): void {
    const value = this.row[field] ?? []
    if (!Array.isArray(value)) this.refuse(field, 'must be a list')
    for (let k = 0; k < value.length; k++) {
      const item: unknown = value[k]
      if (typeof item !== 'number' || !Number.isInteger(item) || item < 0 || item >= count) {
        this.refuse(`${field}[${k}]`, `must name one of the ${count} ${table}`)
      }
      into.push(item)
    }
  }

  rows(field: string): readonly unknown[] {
    return list(this.row[field], `${this.table}[${this.index}].${field}`)
  }
}
