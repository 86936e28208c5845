import type { ProductState } from '@weibao/contracts/product-management'
import { Lifecycle } from '@weibao/kernel'

export const productLifecycle = new Lifecycle<ProductState>('product', {
  draft: ['submitted', 'withdrawn'],
  submitted: ['listed', 'returned', 'draft'],
  returned: ['submitted', 'withdrawn'],
  listed: ['withdrawn'],
  withdrawn: ['submitted'],
})
