import type { Bilingual } from '@weibao/contracts/basics'
import { sheetColumns, type SheetValues } from '@weibao/documents'
import { fen } from '@weibao/kernel'
import type { LotRow } from './lot.repository.js'

const title = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const label = (value: string, zh: string, en: string) => ({ value, label: title(zh, en) })

/** The columns of a sheet of lots; townships are those there are. */
export function lotColumns(townships: ReadonlyMap<string, Bilingual>) {
  return sheetColumns({
    code: {
      type: 'text',
      title: title('批次号', 'Lot code'),
      max: 8,
      unique: true,
      note: title(
        '留空为新批次；修改已有批次时填它的批次号',
        'Empty for a new lot; the code of a lot to change it',
      ),
    },
    product: {
      type: 'text',
      title: title('商品名称', 'Product'),
      required: true,
      max: 60,
      example: '百花蜜',
      note: title('与“商品”里的名称一致', 'As it is called under Products'),
    },
    pack: {
      type: 'text',
      title: title('规格', 'Pack'),
      required: true,
      max: 60,
      example: '500克瓶装',
    },
    quantity: {
      type: 'integer',
      title: title('总数（份）', 'Packages'),
      required: true,
      min: 1,
      max: 100_000,
      example: '200',
      note: title('不能少于已占用、已售和报损之和', 'Not below what is held, sold and written off'),
    },
    harvestFrom: {
      type: 'day',
      title: title('采收开始', 'Harvest from'),
      required: true,
      example: '2026-11-01',
    },
    harvestTo: {
      type: 'day',
      title: title('采收结束', 'Harvest to'),
      required: true,
      example: '2026-11-20',
    },
    dispatchFrom: {
      type: 'day',
      title: title('可发货自', 'Dispatch from'),
      required: true,
      example: '2026-11-22',
    },
    dispatchTo: {
      type: 'day',
      title: title('发货截止', 'Dispatch to'),
      required: true,
      example: '2027-03-31',
    },
    bestBefore: { type: 'day', title: title('保质期至', 'Best before'), example: '2028-05-01' },
    township: {
      type: 'choice',
      title: title('乡镇', 'Township'),
      required: true,
      choices: [...townships].map(([code, name]) => label(code, name.zh, name.en)),
    },
    village: { type: 'text', title: title('村', 'Village'), max: 30, example: '同乐村' },
    grade: {
      type: 'choice',
      title: title('等级', 'Grade'),
      required: true,
      choices: [
        { value: 'premium', label: title('特级', 'Premium') },
        { value: 'first', label: title('一级', 'First') },
        { value: 'second', label: title('二级', 'Second') },
        { value: 'ungraded', label: title('不分级', 'Ungraded') },
      ],
      example: '一级',
    },
    offeredPrice: {
      type: 'money',
      title: title('对单位报价（元）', 'Price to organisations (CNY)'),
      required: true,
      min: 1,
      example: '58.00',
    },
    minimumOrder: {
      type: 'integer',
      title: title('起订量', 'Minimum order'),
      min: 1,
      max: 100_000,
      example: '1',
    },
    note: { type: 'text', title: title('备注', 'Note'), max: 300, multiline: true },
    opensNow: {
      type: 'choice',
      title: title('上市', 'On sale'),
      choices: [
        { value: 'yes', label: title('是', 'Yes') },
        { value: 'no', label: title('否', 'No') },
      ],
      example: '否',
      note: title(
        '“是”立即上市；已上市的不会因此下架',
        '“Yes” offers it at once; “No” withdraws nothing',
      ),
    },
  })
}
export type LotColumns = ReturnType<typeof lotColumns>
type LotValues = SheetValues<LotColumns>

/** A lot as a row of the sheet. */
export function lotValues(lot: LotRow): LotValues {
  return {
    code: lot.code,
    product: lot.productName.zh,
    pack: lot.skuName.zh,
    quantity: lot.quantity,
    harvestFrom: lot.harvestFrom,
    harvestTo: lot.harvestTo,
    dispatchFrom: lot.dispatchFrom,
    dispatchTo: lot.dispatchTo,
    bestBefore: lot.bestBefore,
    township: lot.townshipCode,
    village: lot.village,
    grade: lot.grade,
    offeredPrice: fen(lot.offeredPriceFen),
    minimumOrder: lot.minimumOrder,
    note: lot.note,
    opensNow: lot.state === 'draft' ? 'no' : 'yes',
  }
}

/** What a row says of a lot, in the terms of the contract. */
export function lotFields(values: LotValues) {
  return {
    quantity: values.quantity,
    harvestFrom: values.harvestFrom,
    harvestTo: values.harvestTo,
    dispatchFrom: values.dispatchFrom,
    dispatchTo: values.dispatchTo,
    bestBefore: values.bestBefore,
    townshipCode: values.township,
    village: values.village ?? '',
    grade: values.grade,
    offeredPriceFen: values.offeredPrice,
    minimumOrder: values.minimumOrder ?? 1,
    note: values.note ?? '',
  }
}
