import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { Reader } from './sql.js'
import { sqlState } from './sql.js'

declare const open: unique symbol

/** Proof that a transaction is open. Only `UnitOfWork` can make one. */
export type Tx = EntityManager & { readonly [open]: true }

const MAX_ATTEMPTS = 5
/** Serialization failure and deadlock: the whole of the work is run again. */
const RETRIABLE = new Set(['40001', '40P01'])

@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /** For reads that decide nothing: any connection of the pool, one snapshot a statement. */
  get reader(): Reader {
    return this.dataSource.manager
  }

  /**
   * Runs `work` in one READ COMMITTED transaction and commits; anything thrown rolls back. The whole
   * of `work` is run again on a serialization failure or a deadlock, four times at most, so it must
   * not call the outside.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction((manager) => work(manager as Tx))
      } catch (error) {
        if (attempt === MAX_ATTEMPTS || !RETRIABLE.has(sqlState(error) ?? '')) throw error
        await backOff(attempt)
      }
    }
  }

  /** Runs reads that must agree with each other in one REPEATABLE READ READ ONLY snapshot. */
  async snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner()
    try {
      // One statement where TypeORM's own way of opening such a transaction takes three.
      await runner.query('start transaction isolation level repeatable read read only')
      const result = await work(runner.manager)
      await runner.query('commit')
      return result
    } catch (error) {
      await runner.query('rollback').catch(() => undefined)
      throw error
    } finally {
      await runner.release()
    }
  }
}

function backOff(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt))
}
