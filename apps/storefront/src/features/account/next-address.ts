/** Where to go after signing in: an address of this site that was asked for, else the account. */
export function nextAddress(search: URLSearchParams): string {
  const next = search.get('next') ?? ''
  return /^\/(?![/\\])/.test(next) ? next : '/account'
}

/** The sign-in address that leads back to `path`. */
export function signInAddress(path: string): string {
  return path === '/account' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
}
