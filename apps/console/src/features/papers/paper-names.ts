import type { Bilingual } from '@weibao/contracts/basics'
import type { PaperKind } from '@weibao/contracts/paper-kinds'

export const paperNames: Readonly<Record<PaperKind, Bilingual>> = {
  'business-licence': { zh: '营业执照', en: 'Business licence' },
  'food-production-licence': { zh: '食品生产许可证', en: 'Food production licence' },
  'workshop-registration': { zh: '小作坊登记证', en: 'Workshop registration' },
  'conformity-promise': { zh: '承诺达标合格证', en: 'Promise of conformity' },
  'test-report': { zh: '检测报告', en: 'Test report' },
  'quarantine-certificate': { zh: '检疫合格证明', en: 'Quarantine certificate' },
  'cultivation-proof': { zh: '人工种植（采集许可）证明', en: 'Proof of cultivation or permit' },
  'liquor-licence': { zh: '酒类许可', en: 'Liquor licence' },
}
