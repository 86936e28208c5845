import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { LineChart } from './charts'

afterEach(cleanup)

it('draws a value between two gaps as a dot, since a line through one point shows nothing', () => {
  const lines = [{ name: '公平指数', values: [null, 0.3, null, 0.1, 0.2, null, 0.4] }]
  const labels = lines[0]!.values.map((_, index) => `26/${index + 1}`)
  const { container } = render(<LineChart title="公平指数" labels={labels} lines={lines} />)
  expect(container.querySelectorAll('svg circle')).toHaveLength(2)
})
