import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

/**
 * Builds the shop: the browser's part, the shell rendered once into `index.html` (home) and
 * `shell.html` (every other address), and `.br` and `.gz` beside each file. Fails when the first
 * page would load more script than its limit.
 */
const FIRST_PAGE_LIMIT = 133 * 1024
const PLACE = '<!--app-->'

const root = dirname(fileURLToPath(import.meta.url))
const dist = join(root, 'dist')
const server = join(dist, '.server')

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly isEntry?: boolean
}

await build({ root, build: { manifest: true } })
await build({
  root,
  logLevel: 'warn',
  publicDir: false,
  build: { ssr: 'src/shell-server.tsx', outDir: server, emptyOutDir: true },
  ssr: { noExternal: [/^@weibao\//] },
})
await prerender()
checkFirstPage()
rmSync(server, { recursive: true })
rmSync(join(dist, '.vite'), { recursive: true })
compressAll()

async function prerender(): Promise<void> {
  const { renderShell } = (await import(
    pathToFileURL(join(server, 'shell-server.js')).href
  )) as typeof import('./src/shell-server.js')
  const template = readFileSync(join(dist, 'index.html'), 'utf8')
  if (!template.includes(PLACE)) throw new Error(`index.html has no ${PLACE}`)
  const pages = { 'index.html': renderShell('home'), 'shell.html': renderShell('other') }
  for (const [name, html] of Object.entries(pages)) {
    // The content security policy forbids both, and the page would lose them silently.
    if (/\sstyle="|<script/.test(html)) throw new Error(`${name} holds inline style or script`)
    writeFileSync(
      join(dist, name),
      template.replace(PLACE, () => html),
    )
  }
}

/** Everything the home page loads before it can be used: the entry and what it imports. */
function checkFirstPage(): void {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Readonly<
    Record<string, Chunk>
  >
  const wanted = new Set(Object.keys(manifest).filter((name) => manifest[name]!.isEntry))
  for (const name of wanted) for (const each of manifest[name]!.imports ?? []) wanted.add(each)
  const size = [...wanted]
    .map((name) => gzipSync(readFileSync(join(dist, manifest[name]!.file)), { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0)
  const text = `first page: ${kilobytes(size)} of script, limit ${kilobytes(FIRST_PAGE_LIMIT)} (gzip)`
  if (size > FIRST_PAGE_LIMIT) throw new Error(text)
  process.stdout.write(`${text}\n`)
}

function compressAll(): void {
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|svg|webmanifest|txt)$/.test(name)) continue
    const path = join(dist, name)
    const content = readFileSync(path)
    const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
    writeFileSync(`${path}.br`, brotliCompressSync(content, brotli))
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}
