/** Subdistricts and towns of Baoshan by their administrative codes. Plain data: browsers read it too. */
export const subdistricts = [
  { code: '310113003', name: { zh: '友谊路街道', en: 'Youyi Road Subdistrict' } },
  { code: '310113007', name: { zh: '吴淞街道', en: 'Wusong Subdistrict' } },
  { code: '310113008', name: { zh: '张庙街道', en: 'Zhangmiao Subdistrict' } },
  { code: '310113101', name: { zh: '罗店镇', en: 'Luodian Town' } },
  { code: '310113102', name: { zh: '大场镇', en: 'Dachang Town' } },
  { code: '310113103', name: { zh: '杨行镇', en: 'Yanghang Town' } },
  { code: '310113104', name: { zh: '月浦镇', en: 'Yuepu Town' } },
  { code: '310113106', name: { zh: '罗泾镇', en: 'Luojing Town' } },
  { code: '310113109', name: { zh: '顾村镇', en: 'Gucun Town' } },
  { code: '310113111', name: { zh: '高境镇', en: 'Gaojing Town' } },
  { code: '310113112', name: { zh: '庙行镇', en: 'Miaohang Town' } },
  { code: '310113113', name: { zh: '淞南镇', en: 'Songnan Town' } },
] as const
