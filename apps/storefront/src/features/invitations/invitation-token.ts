/**
 * The secret of an invitation stands behind the `#` of its link, which no server sees. Signing in on
 * the way leaves the page, so it is kept in this tab until then.
 */
export function invitationToken(id: string, hash: string): string {
  const key = `invitation:${id}`
  const given = hash.replace(/^#/, '')
  if (given) sessionStorage.setItem(key, given)
  return given || (sessionStorage.getItem(key) ?? '')
}

export function forgetInvitation(id: string): void {
  sessionStorage.removeItem(`invitation:${id}`)
}
