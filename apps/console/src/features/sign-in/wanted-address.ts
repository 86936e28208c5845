/** Where to go after signing in; only within the console, so that no link leads elsewhere. */
export function wantedAddress(search: URLSearchParams): string {
  const wanted = search.get('to') ?? '/'
  const isInside = /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in')
  return isInside ? wanted : '/'
}

/** The sign-in page's address, keeping the one that was wanted (below `/console`). */
export function signInAddress(wanted: string): string {
  return wanted === '/' || wanted === '' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(wanted)}`
}
