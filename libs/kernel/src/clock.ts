/** Where code that decides by time asks for it, so that tests can say what time it is. */
export abstract class Clock {
  abstract now(): Date
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date()
  }
}

/** A clock that stands still until told to move. For tests. */
export class FixedClock extends Clock {
  constructor(private time: Date) {
    super()
  }

  now(): Date {
    return new Date(this.time)
  }

  set(time: Date): void {
    this.time = time
  }

  advance(milliseconds: number): void {
    this.time = new Date(this.time.getTime() + milliseconds)
  }
}
