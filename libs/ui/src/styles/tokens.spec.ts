import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const light = tokensOf(/^:root \{([^}]*)\}/m)
const darkByDevice = tokensOf(/:root:not\(\[data-theme='light'\]\) \{([^}]*)\}/)
const darkByChoice = tokensOf(/^:root\[data-theme='dark'\] \{([^}]*)\}/m)

const grounds = ['paper', 'paper-raised', 'paper-sunk']
const textPairs = [
  ...[
    'ink',
    'ink-soft',
    'indigo',
    'indigo-hover',
    'madder',
    'madder-hover',
    'pine',
    'honey-ink',
  ].flatMap((text) => grounds.map((ground) => [text, ground])),
  ['indigo', 'indigo-soft'],
  ['indigo-hover', 'indigo-soft'],
  ['madder', 'madder-soft'],
  ['pine', 'pine-soft'],
  ['honey-ink', 'honey-soft'],
  ['on-indigo', 'indigo'],
  ['on-indigo', 'indigo-hover'],
  ['on-madder', 'madder'],
  ['on-madder', 'madder-hover'],
  ['on-pine', 'pine'],
  ['ink', 'mist'],
  ['ink-soft', 'mist'],
  ['indigo', 'mist'],
  ['ink', 'indigo-soft'],
  ['ink', 'madder-soft'],
  ['ink', 'honey-soft'],
  ['ink', 'pine-soft'],
  ['paper', 'ink'],
] as [string, string][]
const edgePairs = grounds.flatMap((ground) => [
  ['line-strong', ground],
  ['indigo', ground],
]) as [string, string][]

describe.each([
  ['light', light],
  ['dark', darkByDevice],
])('the %s tokens', (_, tokens) => {
  it.each(textPairs)('write %s on %s at 4.5 or more', (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(edgePairs)('draw the edge %s on %s at 3 or more', (edge, ground) => {
    expect(contrast(tokens, edge, ground)).toBeGreaterThanOrEqual(3)
  })
})

describe('the two dark blocks', () => {
  it('are equal, so that a chosen dark looks like the device’s dark', () => {
    expect(darkByChoice).toEqual(darkByDevice)
  })

  it('give every light token a dark value', () => {
    expect(Object.keys(darkByDevice).sort()).toEqual(Object.keys(light).sort())
  })
})

function tokensOf(block: RegExp): Record<string, string> {
  const body = block.exec(css)?.[1] ?? ''
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1]!, m[2]!]),
  )
}

function contrast(tokens: Record<string, string>, one: string, other: string): number {
  const [low, high] = [luminance(tokens[one]), luminance(tokens[other])].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

/** WCAG 2 relative luminance of a `#rrggbb` colour. */
function luminance(colour: string | undefined): number {
  const hex = /^#([0-9a-f]{6})$/.exec(colour ?? '')?.[1]
  if (!hex) throw new Error(`not a token colour: ${colour}`)
  const [r, g, b] = [0, 2, 4].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
