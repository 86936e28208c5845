import { defineMessages } from '@weibao/ui'

export const legalMessages = defineMessages({
  'zh-CN': {
    version: '版本 {version}',
    home: '首页',
    others: '另外两份',
  },
  en: {
    version: 'Version {version}',
    home: 'Home',
    others: 'The other two',
  },
})
