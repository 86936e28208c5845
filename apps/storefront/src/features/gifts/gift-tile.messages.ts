import { defineMessages } from '@weibao/ui'

/** Apart from the pages of gifts: tiles stand on the first page, which is to stay light. */
export const giftTileMessages = defineMessages({
  'zh-CN': {
    partsFen: '单买 {amount}',
    soldOut: '暂时配不齐',
    picture: '{name}里的东西',
  },
  en: {
    partsFen: '{amount} one by one',
    soldOut: 'Cannot be packed now',
    picture: 'What is in {name}',
  },
})
