/**
 * Answers that are the same for everybody, kept a moment in this process: under load a hot list is
 * computed once and not once a request. Calls that arrive while it is computed share it.
 */
export class AnswerCache {
  private readonly answers = new Map<string, { until: number; answer: Promise<unknown> }>()

  constructor(
    private readonly liveMilliseconds: number,
    private readonly limit = 200,
  ) {}

  get<T>(key: string, make: () => Promise<T>): Promise<T> {
    const now = performance.now()
    const known = this.answers.get(key)
    if (known && known.until > now) return known.answer as Promise<T>
    const answer = make()
    this.answers.delete(key)
    if (this.answers.size >= this.limit) this.answers.delete(this.answers.keys().next().value!)
    this.answers.set(key, { until: now + this.liveMilliseconds, answer })
    answer.catch(() => this.answers.delete(key))
    return answer
  }
}
