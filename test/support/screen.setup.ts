import { configure } from '@testing-library/react'

// A busy machine loads a page's code slowly the first time.
configure({ asyncUtilTimeout: 15_000 })

// jsdom has no layout, so nothing to scroll.
const { Element } = globalThis as unknown as { Element: { prototype: object } }
Object.assign(Element.prototype, { scrollIntoView: () => undefined })
