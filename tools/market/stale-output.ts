import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Removes compiled files whose source is gone. The compiler leaves them, Nx would keep them in its
 * cache, and a migration that was renamed would run under both names. Gives what it removed.
 */
export function removeStaleOutput(root: string): string[] {
  const projects = ['apps', 'libs'].flatMap((kind) =>
    readdirSync(join(root, kind)).map((name) => join(kind, name)),
  )
  return projects.flatMap((project) => {
    const dist = join(root, project, 'dist')
    // A front end's bundle has no file for each source.
    if (!existsSync(dist) || existsSync(join(dist, 'index.html'))) return []
    return readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.js(\.map)?$/.test(path))
      .filter((path) => !hasSource(join(root, project, 'src', path.replace(/\.js(\.map)?$/, ''))))
      .map((path) => {
        rmSync(join(dist, path))
        return join(project, 'dist', path)
      })
  })
}

function hasSource(stem: string): boolean {
  return ['.ts', '.tsx', '.js'].some((ending) => existsSync(stem + ending))
}
