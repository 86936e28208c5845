import { printableLine } from '../printable-text.js'

/**
 * A name that is safe to show and to save: one line, no path, no leading dot, at most 120 code
 * points, with the extension that the content has.
 */
export function safeFileName(name: string, extension: string): string {
  const base = printableLine(name)
    .replace(/^.*[/\\]/, '')
    .replace(/["<>:|?*\\/]/g, '_')
    .replace(/\.[^.]{1,8}$/, '')
    .replace(/^[.\s]+/, '')
  const short = [...base].slice(0, 120).join('').trim()
  return `${short || 'file'}.${extension}`
}

/** `Content-Disposition` that downloads: plain name for old clients, RFC 8187 for the real one. */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name.replace(/\p{Cs}/gu, '_')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** Headers of every download: saved, never rendered in our origin, never cached by others. */
export function downloadHeaders(name: string, mime: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': mime,
    'Content-Disposition': contentDisposition(name),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-store',
  }
}
