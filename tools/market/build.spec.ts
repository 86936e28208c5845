import { expect, it } from 'vitest'
import { failedTask } from './build.js'

it('shows the output of the task that failed, not of those that were stopped after it', () => {
  const log = `> nx run a:build\n\nfine\n> nx run b:build\n\nno such module\n> nx run c:build\n\nstopped\n
 NX   failed\n\nFailed tasks:\n\n- b:build\n`
  expect(failedTask(log)).toBe('b:build\n\nno such module')
  expect(failedTask('something else')).toBe('something else')
})
