import { defineMessages } from '@weibao/ui'

export const fairnessMessages = defineMessages({
  'zh-CN': {
    title: '公平指数',
    lead: '维西的合作社有大有小。我们每月公布一个数，看大家卖出的比例是不是相近：1 表示各家卖出的比例一样，越小越不均。',
    now: '近十二个月',
    compared: '{count} 家合作社参与比较',
    none: '还没有可以比较的上架',
    undelivered: '还没有货送达',
    undeliveredText: '有 {count} 家合作社可以比较，第一批货验收之后，这里会有数字。',
    noneText: '合作社上架满 100 公斤、有货送达之后，这里会有数字。',
    chart: '各月公平指数',
    formula: '怎么算',
    formulaText:
      'Jain 指数：(Σr)² ÷ (n·Σr²)。r 是一家合作社当月买家验收的重量除以当月在售批次的重量；在售不足 100 公斤的不参与比较。没有任何一家送达时记 0。',
    back: '返回供需大厅',
  },
  en: {
    title: 'Fairness index',
    lead: 'Weixi’s cooperatives are large and small. Each month we publish one figure that says whether they sold a like share of what they offered: 1 means all sold the same share, less means less even.',
    now: 'Last twelve months',
    compared: '{count} cooperatives compared',
    none: 'Nothing to compare yet',
    undelivered: 'Nothing has been delivered yet',
    undeliveredText:
      '{count} cooperatives can be compared. A figure stands here once the first goods are received.',
    noneText:
      'Once cooperatives have offered 100 kg and buyers have received some, figures stand here.',
    chart: 'Index by month',
    formula: 'How it is worked out',
    formulaText:
      'Jain’s index: (Σr)² ÷ (n·Σr²), where r is what buyers received from a cooperative in the month by mass, divided by what its lots on sale in it offered; offers under 100 kg are left out. 0 where nothing was received.',
    back: 'Back to the hall',
  },
})
