export function searchOf(request: Request): URLSearchParams {
  return new URL(request.url).searchParams
}
