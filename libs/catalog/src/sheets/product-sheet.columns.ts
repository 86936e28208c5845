import type { Bilingual } from '@weibao/contracts/basics'
import type { ManagedProduct, ProductFacts } from '@weibao/contracts/product-management'
import { sheetColumns, type SheetValues } from '@weibao/documents'
import { fen } from '@weibao/kernel'

const title = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const label = (value: string, zh: string, en: string) => ({ value, label: title(zh, en) })
const words = (zh: string, en: string, max: number) => ({
  type: 'text' as const,
  title: title(zh, en),
  max,
  multiline: true,
})
const choices = (names: ReadonlyMap<string, Bilingual>) =>
  [...names].map(([code, name]) => label(code, name.zh, name.en))
const flag = (zh: string, en: string) => ({
  type: 'choice' as const,
  title: title(zh, en),
  choices: [
    { value: 'yes' as const, label: title('是', 'Yes') },
    { value: 'no' as const, label: title('否', 'No') },
  ],
})

interface Names {
  readonly categories: ReadonlyMap<string, Bilingual>
  readonly townships: ReadonlyMap<string, Bilingual>
}

/** The columns of a sheet of products: a row a pack, several rows a product with several packs. */
export function productColumns({ categories, townships }: Names) {
  return sheetColumns({
    code: {
      type: 'text',
      title: title('商品编码', 'Product code'),
      max: 80,
      note: title(
        '留空为新商品；修改已有商品时填它的编码',
        'Empty for a new product; the code of a product to change it',
      ),
    },
    nameZh: {
      type: 'text',
      title: title('商品名称', 'Name in Chinese'),
      required: true,
      max: 60,
      example: '高山百花蜜',
      note: title(
        '同名的几行是同一商品的几个规格',
        'Rows of the same name are packs of one product',
      ),
    },
    nameEn: {
      type: 'text',
      title: title('英文名称', 'Name in English'),
      max: 60,
      example: 'Mountain wildflower honey',
      note: title('提交审核前须填', 'Needed before it is handed in'),
    },
    category: {
      type: 'choice',
      title: title('类目', 'Category'),
      required: true,
      choices: choices(categories),
    },
    township: {
      type: 'choice',
      title: title('乡镇', 'Township'),
      required: true,
      choices: choices(townships),
    },
    originScope: {
      type: 'choice',
      title: title('产地范围', 'Origin'),
      choices: [
        { value: 'township', label: title('乡镇', 'Township') },
        { value: 'county', label: title('全县', 'County') },
      ],
      example: '乡镇',
    },
    villages: {
      type: 'text',
      title: title('村', 'Villages'),
      max: 400,
      example: '同乐村',
      note: title('几个村用顿号分开', 'Apart by commas'),
    },
    temperature: {
      type: 'choice',
      title: title('温层', 'Temperature'),
      required: true,
      choices: [
        { value: 'none', label: title('常温', 'Ambient') },
        { value: 'chilled', label: title('冷藏', 'Chilled') },
        { value: 'frozen', label: title('冷冻', 'Frozen') },
      ],
      example: '常温',
    },
    harvestMonths: {
      type: 'text',
      title: title('采收月份', 'Harvest months'),
      max: 40,
      example: '9,10',
    },
    shelfLifeDays: {
      type: 'integer',
      title: title('保质期（天）', 'Shelf life (days)'),
      min: 1,
      max: 7300,
      example: '540',
    },
    storyZh: words('介绍', 'Story in Chinese', 1000),
    storyEn: words('英文介绍', 'Story in English', 1000),
    storageZh: words('储存', 'Storage in Chinese', 300),
    storageEn: words('英文储存', 'Storage in English', 300),
    useZh: words('食用', 'Use in Chinese', 500),
    useEn: words('英文食用', 'Use in English', 500),
    isGift: flag('适合送礼', 'Gift'),
    isCanteen: flag('适合食堂', 'Canteen'),
    isAdultOnly: flag('仅限成人', 'Adults only'),
    isBusinessOnly: flag('仅供单位', 'Organisations only'),
    isProtectedSpecies: flag('涉及保护物种', 'Protected species'),
    packZh: {
      type: 'text',
      title: title('规格', 'Pack in Chinese'),
      required: true,
      max: 40,
      example: '500克瓶装',
    },
    packEn: {
      type: 'text',
      title: title('英文规格', 'Pack in English'),
      required: true,
      max: 60,
      example: '500 g jar',
    },
    packGrams: {
      type: 'integer',
      title: title('每份重量（克）', 'Grams a pack'),
      required: true,
      min: 1,
      max: 100_000_000,
      example: '500',
    },
    isSoldByWeight: flag('按重量计价', 'Sold by weight'),
    price: {
      type: 'money',
      title: title('零售价（元）', 'Retail price (CNY)'),
      required: true,
      min: 1,
      example: '88.00',
    },
    isActive: flag('规格在售', 'Pack on sale'),
  })
}
export type ProductColumns = ReturnType<typeof productColumns>
export type ProductValues = SheetValues<ProductColumns>

const yes = (is: boolean) => (is ? 'yes' : 'no')
type ManagedSku = ManagedProduct['skus'][number]

/** A pack of a product as a row of the sheet. */
export function productValues(product: ManagedProduct, sku: ManagedSku): ProductValues {
  return {
    code: product.slug,
    nameZh: product.name.zh,
    nameEn: product.name.en,
    category: product.categoryCode,
    township: product.townshipCode,
    originScope: product.originScope,
    villages: product.villages.join('、'),
    temperature: product.temperatureMode,
    harvestMonths: product.harvestMonths.join(','),
    shelfLifeDays: product.shelfLifeDays,
    storyZh: product.story.zh,
    storyEn: product.story.en,
    storageZh: product.storage.zh,
    storageEn: product.storage.en,
    useZh: product.use.zh,
    useEn: product.use.en,
    isGift: yes(product.isGift),
    isCanteen: yes(product.isCanteen),
    isAdultOnly: yes(product.isAdultOnly),
    isBusinessOnly: yes(product.isBusinessOnly),
    isProtectedSpecies: yes(product.isProtectedSpecies),
    packZh: sku.name.zh,
    packEn: sku.name.en,
    packGrams: sku.packGrams,
    isSoldByWeight: yes(sku.isSoldByWeight),
    price: fen(sku.priceFen),
    isActive: yes(sku.isActive),
  }
}

/** Columns that speak of the product, and so agree in all its rows. */
export const ofProduct = [
  'nameZh',
  'nameEn',
  'category',
  'township',
  'originScope',
  'villages',
  'temperature',
  'harvestMonths',
  'shelfLifeDays',
  'storyZh',
  'storyEn',
  'storageZh',
  'storageEn',
  'useZh',
  'useEn',
  'isGift',
  'isCanteen',
  'isAdultOnly',
  'isBusinessOnly',
  'isProtectedSpecies',
] as const satisfies readonly (keyof ProductColumns)[]

export function villagesOf(text: string | null): string[] {
  return (text ?? '').split(/[、,，;；]/).flatMap((each) => each.trim() || [])
}

/** The months, ascending, each once; null when the text is no list of months. */
export function monthsOf(text: string | null): number[] | null {
  const parts = (text ?? '')
    .normalize('NFKC')
    .split(/[、,;\s]+/)
    .filter(Boolean)
  const months = parts.map((part) => Number(part.replace(/月$/, '')))
  if (months.some((month) => !Number.isInteger(month) || month < 1 || month > 12)) return null
  return [...new Set(months)].sort((a, b) => a - b)
}

/** What a row says of the product, in the terms of the contract. */
export function factsOf(values: ProductValues): Omit<ProductFacts, 'compliance'> {
  const both = (zh: string | null, en: string | null) => ({ zh: zh ?? '', en: en ?? '' })
  return {
    name: both(values.nameZh, values.nameEn),
    categoryCode: values.category,
    originScope: values.originScope === 'county' ? 'county' : 'township',
    townshipCode: values.township,
    villages: villagesOf(values.villages),
    story: both(values.storyZh, values.storyEn),
    storage: both(values.storageZh, values.storageEn),
    use: both(values.useZh, values.useEn),
    harvestMonths: monthsOf(values.harvestMonths) ?? [],
    shelfLifeDays: values.shelfLifeDays,
    temperatureMode: values.temperature,
    isGift: values.isGift === 'yes',
    isCanteen: values.isCanteen === 'yes',
    isAdultOnly: values.isAdultOnly === 'yes',
    isBusinessOnly: values.isBusinessOnly === 'yes',
    isProtectedSpecies: values.isProtectedSpecies === 'yes',
  }
}

/** What a row says of the pack. */
export function packOf(values: ProductValues) {
  return {
    name: { zh: values.packZh, en: values.packEn },
    packGrams: values.packGrams,
    isSoldByWeight: values.isSoldByWeight !== 'no',
    priceFen: values.price,
  }
}
