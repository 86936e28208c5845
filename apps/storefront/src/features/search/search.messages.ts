import { defineMessages } from '@weibao/ui'

export const searchMessages = defineMessages({
  'zh-CN': {
    search: '搜索商品',
    searchPlaceholder: '蜂蜜、羊肚菌、青稞……',
    searchButton: '搜索',
    suggestions: '搜索建议',
    recent: '最近搜过',
    clearRecent: '清空',
    found: '有 {count} 条建议，用上下键选择',
    product: '商品',
    bundle: '礼盒',
    category: '分类',
    township: '产地',
    cooperative: '合作社',
  },
  en: {
    search: 'Search the shop',
    searchPlaceholder: 'honey, morels, barley…',
    searchButton: 'Search',
    suggestions: 'Suggestions',
    recent: 'Searched before',
    clearRecent: 'Clear',
    found: '{count} {count|suggestion|suggestions}; choose with the arrow keys',
    product: 'Goods',
    bundle: 'Gift box',
    category: 'Category',
    township: 'Place',
    cooperative: 'Cooperative',
  },
})
