import { Lifecycle } from '@weibao/kernel'

export type RecognitionState = 'applied' | 'recognised' | 'refused' | 'lapsed' | 'revoked'

export const recognitionLifecycle = new Lifecycle<RecognitionState>('recognition', {
  applied: ['recognised', 'refused'],
  recognised: ['lapsed', 'revoked'],
  lapsed: ['recognised'],
  refused: [],
  revoked: [],
})
