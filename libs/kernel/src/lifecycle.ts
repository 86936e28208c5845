import { DomainError } from './domain-error.js'

/** A table of states and the moves between them: the same table stands as a check constraint. */
export class Lifecycle<S extends string> {
  constructor(
    readonly noun: string,
    private readonly moves: Readonly<Record<S, readonly S[]>>,
  ) {}

  get states(): S[] {
    return Object.keys(this.moves) as S[]
  }

  can(from: S, to: S): boolean {
    return this.moves[from].includes(to)
  }

  /** The states from which `to` can be reached in one move: for conditional updates. */
  sources(to: S): S[] {
    return this.states.filter((state) => this.can(state, to))
  }

  /** `to`, when the move is allowed; otherwise a conflict `lifecycle.move-not-allowed`. */
  move(from: S, to: S): S {
    if (this.can(from, to)) return to
    throw new DomainError('conflict', 'lifecycle.move-not-allowed', { noun: this.noun, from, to })
  }
}
