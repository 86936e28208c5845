import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DataTable, LineChart, Pager, Tabs, type Column, type Sort } from '../index'

afterEach(cleanup)

interface Lot {
  readonly id: string
  readonly name: string
  readonly packages: number
}
const lots: Lot[] = [
  { id: 'a', name: '塔城红米', packages: 40 },
  { id: 'b', name: '叶枝香米', packages: 7 },
]
const columns: Column<Lot>[] = [
  { key: 'name', header: '批次', cell: (lot) => lot.name, primary: true },
  { key: 'packages', header: '件数', cell: (lot) => lot.packages, align: 'end', sortable: true },
]

function Lots({ rows = lots }: { rows?: Lot[] }) {
  const [sort, setSort] = useState<Sort | null>(null)
  const sorted = [...rows].sort((one, other) =>
    sort ? (one.packages - other.packages) * (sort.direction === 'ascending' ? 1 : -1) : 0,
  )
  return (
    <DataTable
      caption="在售批次"
      columns={columns}
      rows={sorted}
      rowKey={(lot) => lot.id}
      sort={sort}
      onSort={setSort}
    />
  )
}

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)

describe('a table', () => {
  it('sorts up, then down, and says which', async () => {
    const user = userEvent.setup()
    render(<Lots />)
    const header = screen.getByRole('columnheader', { name: '件数' })
    expect(header.getAttribute('aria-sort')).toBe('none')
    await user.click(within(header).getByRole('button'))
    expect(header.getAttribute('aria-sort')).toBe('ascending')
    expect(names()).toEqual(['叶枝香米', '塔城红米'])
    await user.click(within(header).getByRole('button'))
    expect(header.getAttribute('aria-sort')).toBe('descending')
    expect(names()).toEqual(['塔城红米', '叶枝香米'])
  })

  it('offers no sorting where a column has none', () => {
    render(<Lots />)
    const header = screen.getByRole('columnheader', { name: '批次' })
    expect(header.hasAttribute('aria-sort')).toBe(false)
    expect(within(header).queryByRole('button')).toBeNull()
  })

  it('says when it is empty', () => {
    render(<Lots rows={[]} />)
    expect(screen.getByText('这里还没有内容')).toBeTruthy()
  })

  it('selects one row or all', async () => {
    const user = userEvent.setup()
    const onChange = vi.fn()
    const selection = { keys: new Set(['a']), onChange }
    render(
      <DataTable
        caption="在售批次"
        columns={columns}
        rows={lots}
        rowKey={(lot) => lot.id}
        rowName={(lot) => lot.name}
        selection={selection}
      />,
    )
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '全选' }).indeterminate).toBe(
      true,
    )
    await user.click(screen.getByRole('checkbox', { name: '选择 叶枝香米' }))
    expect(onChange).toHaveBeenLastCalledWith(new Set(['a', 'b']))
    await user.click(screen.getByRole('checkbox', { name: '全选' }))
    expect(onChange).toHaveBeenLastCalledWith(new Set(['a', 'b']))
  })
})

describe('the pager', () => {
  it('disables the side where nothing is', async () => {
    const onPress = vi.fn()
    render(<Pager previous={null} next={{ onPress }} />)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '上一页' }).disabled).toBe(true)
    await userEvent.setup().click(screen.getByRole('button', { name: '下一页' }))
    expect(onPress).toHaveBeenCalledTimes(1)
  })
})

describe('tabs', () => {
  it('move by the arrow keys, round the end', async () => {
    function Orders() {
      const [value, setValue] = useState('pay')
      const tabs = [
        { id: 'pay', label: '待付款', content: '甲' },
        { id: 'ship', label: '待发货', content: '乙' },
      ]
      return <Tabs label="订单" tabs={tabs} value={value} onChange={setValue} />
    }
    const user = userEvent.setup()
    render(<Orders />)
    await user.click(screen.getByRole('tab', { name: '待付款' }))
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: '待发货' }))
    expect(screen.getByRole('tabpanel', { name: '待发货' }).textContent).toBe('乙')
    await user.keyboard('{ArrowRight}')
    expect(screen.getByRole('tabpanel').textContent).toBe('甲')
  })
})

describe('a line chart', () => {
  it('tells the same figures in a table, gaps as gaps', async () => {
    render(
      <LineChart
        title="每周件数"
        labels={['一', '二']}
        lines={[{ name: '红米', values: [40, null] }]}
      />,
    )
    expect(screen.getByRole('img', { name: '每周件数' })).toBeTruthy()
    const details = screen.getByText('查看数据表').closest('details')!
    details.open = true
    details.dispatchEvent(new Event('toggle'))
    const cells = await screen.findAllByRole('cell')
    expect(cells.map((cell) => cell.textContent)).toEqual(['40', '—'])
  })
})
