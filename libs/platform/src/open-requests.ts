/** The requests that somebody waits for, and what is done once there are none. */
export class OpenRequests {
  private readonly open = new Set<object>()

  constructor(private readonly rest: () => void) {}

  enter(request: object): void {
    this.open.add(request)
  }

  /** Answered, or given up. Then, if nobody waits by the next turn of the loop, it is time to rest. */
  leave(request: object): void {
    if (!this.open.delete(request) || this.open.size > 0) return
    setImmediate(() => this.open.size === 0 && this.rest())
  }
}
