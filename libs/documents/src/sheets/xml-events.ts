// Libraries that import this one type-check it from source and must find the types as well.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen'
import { UnreadableSheet } from './sheet-errors.js'

export interface XmlListener {
  /** `attribute` reads one attribute, entities decoded. */
  open(name: string, attribute: (name: string) => string | undefined): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Walks an XML part, names without their prefix. Entities beyond the five of XML are not known, so
 * nothing expands. Returns the parser's `stop` to the listener by `this`; throws `sheet.damaged`.
 */
export function walkXml(bytes: Buffer, listener: XmlListener): void {
  const parser = new Parser()
  let failure: unknown = null
  const guarded =
    <A extends unknown[]>(work: (...rest: A) => void) =>
    (...rest: A) => {
      if (failure !== null) return
      try {
        work(...rest)
      } catch (error) {
        failure = error
        parser.stop()
      }
    }
  parser
    .on(
      'openTag',
      guarded((name, attributes, decode) => {
        const all = attributes()
        listener.open(localName(name), (wanted) => {
          const value = Object.hasOwn(all, wanted) ? all[wanted] : undefined
          return value === undefined ? undefined : decode(value)
        })
      }),
    )
    .on(
      'closeTag',
      guarded((name) => listener.close?.(localName(name))),
    )
    .on(
      'text',
      guarded((text, decode) => listener.text?.(decode(text))),
    )
    .on(
      'cdata',
      guarded((text) => listener.text?.(text)),
    )
    .on('error', () => {
      failure ??= new UnreadableSheet('sheet.damaged')
    })
  parser.parse(bytes.toString('utf8'))
  if (failure !== null) throw failure
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
