import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  Button,
  Checkbox,
  FormErrorSummary,
  QuantityStepper,
  RadioGroup,
  TextField,
} from '../index'

afterEach(cleanup)

function Faulty() {
  const [faults, setFaults] = useState<readonly string[]>([])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (faults.length === 0) setFaults(['name', 'phone'])
      }}
    >
      <FormErrorSummary problems={faults.map((id) => ({ fieldId: id, text: `请填 ${id}` }))} />
      <input aria-label="姓名" onChange={() => setFaults(['phone'])} />
      <button type="submit">发布</button>
    </form>
  )
}

describe('the summary of what is wrong', () => {
  it('takes the focus when it appears, leaves it while one field is mended, and takes it at the next try', async () => {
    const user = userEvent.setup()
    render(<Faulty />)
    await user.click(screen.getByRole('button', { name: '发布' }))
    expect(document.activeElement).toBe(screen.getByRole('alert'))
    await user.type(screen.getByLabelText('姓名'), '李')
    expect(screen.getAllByRole('link')).toHaveLength(1)
    expect(document.activeElement).toBe(screen.getByLabelText('姓名'))
    await user.click(screen.getByRole('button', { name: '发布' }))
    expect(document.activeElement).toBe(screen.getByRole('alert'))
  })
})

function Packages({ max = 12, step = 1 }: { max?: number; step?: number }) {
  const [count, setCount] = useState(2)
  return (
    <>
      <QuantityStepper
        label="红米"
        value={count}
        onChange={setCount}
        min={1}
        max={max}
        step={step}
      />
      <button type="button">别处</button>
    </>
  )
}

const amount = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: '红米' })

describe('the quantity stepper', () => {
  it('counts by its buttons and stops at the least', async () => {
    const user = userEvent.setup()
    render(<Packages />)
    await user.click(screen.getByRole('button', { name: '增加 红米' }))
    expect(amount().value).toBe('3')
    await user.click(screen.getByRole('button', { name: '减少 红米' }))
    await user.click(screen.getByRole('button', { name: '减少 红米' }))
    expect(amount().value).toBe('1')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '减少 红米' }).disabled).toBe(true)
  })

  it('counts by the arrow keys', async () => {
    const user = userEvent.setup()
    render(<Packages />)
    await user.click(amount())
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}')
    expect(amount().getAttribute('aria-valuenow')).toBe('3')
    await user.keyboard('{End}')
    expect(amount().value).toBe('12')
  })

  it('takes what is typed, holds it within the limit and says so', async () => {
    const user = userEvent.setup()
    render(<Packages max={8} />)
    await user.clear(amount())
    await user.type(amount(), '50')
    await user.click(screen.getByText('别处'))
    expect(amount().value).toBe('8')
    expect(screen.getByRole('status').textContent).toBe('最多 8')
  })

  it('forgets what is not a number', async () => {
    const user = userEvent.setup()
    render(<Packages />)
    await user.clear(amount())
    await user.type(amount(), '很多{Enter}')
    expect(amount().value).toBe('2')
  })

  it('keeps to the step from the least', async () => {
    const user = userEvent.setup()
    render(<Packages step={5} />)
    await user.clear(amount())
    await user.type(amount(), '7{Enter}')
    expect(amount().value).toBe('6')
  })
})

describe('a field', () => {
  it('ties help and error to its control', () => {
    render(<TextField label="手机号" help="用于送达通知" error="请填 11 位手机号" />)
    const field = screen.getByRole('textbox', { name: '手机号' })
    expect(field.getAttribute('aria-invalid')).toBe('true')
    const described = field.getAttribute('aria-describedby')!.split(' ')
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      '用于送达通知',
      '请填 11 位手机号',
    ])
  })

  it('is valid and undescribed without help or error', () => {
    render(<TextField label="姓名" />)
    const field = screen.getByRole('textbox', { name: '姓名' })
    expect(field.hasAttribute('aria-invalid')).toBe(false)
    expect(field.hasAttribute('aria-describedby')).toBe(false)
  })
})

describe('choices', () => {
  it('gives the chosen value', async () => {
    const onChange = vi.fn()
    const options = [
      { value: 'home', label: '送到家' },
      { value: 'pickup', label: '自提' },
    ] as const
    render(<RadioGroup label="送货" value="home" onChange={onChange} options={options} />)
    await userEvent.setup().click(screen.getByRole('radio', { name: '自提' }))
    expect(onChange).toHaveBeenCalledExactlyOnceWith('pickup')
  })

  it('shows a checkbox that is partly on', () => {
    render(<Checkbox label="全选" indeterminate readOnly checked={false} />)
    expect(screen.getByRole<HTMLInputElement>('checkbox').indeterminate).toBe(true)
  })
})

describe('the error summary', () => {
  it('takes the focus and leads to the field', async () => {
    render(
      <>
        <FormErrorSummary problems={[{ fieldId: 'phone', text: '手机号少了一位' }]} />
        <TextField label="手机号" id="phone" />
      </>,
    )
    expect(document.activeElement).toBe(screen.getByRole('alert'))
    await userEvent.setup().click(screen.getByRole('link', { name: '手机号少了一位' }))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '手机号' }))
  })
})

describe('a busy button', () => {
  it('keeps its name and does nothing again', async () => {
    const onClick = vi.fn()
    render(
      <Button busy onClick={onClick}>
        付款
      </Button>,
    )
    await userEvent.setup().click(screen.getByRole('button'))
    expect(onClick).not.toHaveBeenCalled()
    expect(screen.getByRole('button').getAttribute('aria-busy')).toBe('true')
  })
})
