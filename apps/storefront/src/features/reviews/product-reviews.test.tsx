import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { makeQueryClient } from '@weibao/api-client/query-client'
import { reviewRoutes, type Review } from '@weibao/contracts/review'
import { sessionRoutes } from '@weibao/contracts/session'
import { createMemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { App } from '../../app'
import { FakeApi } from '../../testing/fake-api'
import { idOf, xiaoman } from '../../testing/samples'
import { ProductReviews } from './product-reviews'

vi.setConfig({ testTimeout: 30_000 })

const review: Review = {
  id: idOf(1),
  rating: 5,
  text: '很香',
  author: '陈**',
  skuName: { zh: '500 克瓶装', en: '500 g jar' },
  writtenAt: '2026-11-20T02:00:00.000Z',
  editedAt: null,
  answer: null,
  photos: [{ id: idOf(7), width: 900, height: 900 }],
  addition: { text: '吃完了，还想买', at: '2026-11-28T02:00:00.000Z', photos: [] },
  usefulCount: 3,
}

let api: FakeApi
let asked: URL[]
beforeEach(() => {
  asked = []
  api = new FakeApi()
    .on(sessionRoutes.get, () => xiaoman)
    .on(reviewRoutes.listOfProduct, ({ url }) => {
      asked.push(url)
      return {
        items: [review],
        nextCursor: null,
        summary: { count: 1, averageTenths: 50, byStars: [0, 0, 0, 0, 1] },
        withPhotos: 1,
      }
    })
    .on(reviewRoutes.myVotes, () => ({ reviewIds: [] }))
    .on(reviewRoutes.vote, () => ({ usefulCount: 4 }))
  const client = makeQueryClient()
  const router = createMemoryRouter([{ path: '*', element: <ProductReviews slug="baihua-mi" /> }])
  render(<App locale="zh-CN" client={client} router={router} />)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('reviews of a product', () => {
  it('show photographs and what was added later', async () => {
    expect(await screen.findByText('吃完了，还想买')).toBeTruthy()
    expect(screen.getByAltText('陈** 拍的第 1 张照片')).toBeTruthy()
  })

  it('are asked for by photographs and by use, as they are chosen', async () => {
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '有图 1' }))
    await user.click(screen.getByRole('button', { name: '最有用' }))
    await waitFor(() =>
      expect(asked.at(-1)!.search).toMatch(/(?=.*sort=useful)(?=.*withPhotos=true)/),
    )
  })

  it('are voted for, once, and say how many find them useful', async () => {
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '有用 3' }))
    expect(await screen.findByRole('button', { name: '有用 4' })).toBeTruthy()
    expect(api.callsOf(reviewRoutes.vote)).toHaveLength(1)
  })
})
