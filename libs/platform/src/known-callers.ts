const MOST = 5000
const LONGEST = 2000

/**
 * Who came with which credentials last time. No proof of anything: it only lets a use be counted for
 * the caller while the database is asked who calls. The longest unused is forgotten first.
 */
export class KnownCallers {
  private readonly personIds = new Map<string, string>()

  /** Null: unknown, or no credentials. */
  find(credentials: string): string | null {
    const personId = this.personIds.get(credentials)
    if (personId === undefined) return null
    this.personIds.delete(credentials)
    this.personIds.set(credentials, personId)
    return personId
  }

  /** What is true now; null forgets. */
  learn(credentials: string, personId: string | null): void {
    this.personIds.delete(credentials)
    if (personId === null || credentials.length > LONGEST) return
    this.personIds.set(credentials, personId)
    if (this.personIds.size > MOST) this.personIds.delete(this.personIds.keys().next().value!)
  }
}
