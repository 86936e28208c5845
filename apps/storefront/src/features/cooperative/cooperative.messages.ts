import { defineMessages } from '@weibao/ui'

export const cooperativeMessages = defineMessages({
  'zh-CN': {
    home: '首页',
    members: '社员农户',
    membersUnit: '户',
    goods: '在售品种',
    goodsUnit: '种',
    founded: '成立',
    joined: '入驻',
    villages: '村子',
    storyTitle: '他们的故事',
    papersTitle: '证照',
    goodsTitle: '这一家的东西',
    noGoods: '这一家现在没有上架的商品。',
    demonstration: '演示合作社：名称、人物和证照都是虚构的。',
  },
  en: {
    home: 'Home',
    members: 'Members',
    membersUnit: 'households',
    goods: 'Goods on offer',
    goodsUnit: 'kinds',
    founded: 'Founded',
    joined: 'Here since',
    villages: 'Villages',
    storyTitle: 'Their story',
    papersTitle: 'Licences',
    goodsTitle: 'What they make',
    noGoods: 'This cooperative offers nothing at the moment.',
    demonstration: 'A cooperative of the demonstration: name, people and papers are invented.',
  },
})
