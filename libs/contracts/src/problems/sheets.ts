import type { ProblemText } from '../problem-text.js'

/** What can be wrong in a sheet that is imported: file, header, row or cell. */
export const sheetProblems = {
  'sheet.empty': {
    kind: 'invalid',
    'zh-CN': '文件是空的。',
    en: 'The file is empty.',
  },
  'sheet.too-large': {
    kind: 'invalid',
    'zh-CN': '文件超过 {max} MB，请拆成几份。',
    en: 'The file is larger than {max} MB. Split it.',
  },
  'sheet.unpacked-too-large': {
    kind: 'invalid',
    'zh-CN': '文件解压后太大，无法读取。请只保留需要的工作表。',
    en: 'The file unpacks to too much data. Keep only the sheet that is needed.',
  },
  'sheet.damaged': {
    kind: 'invalid',
    'zh-CN': '文件已损坏，无法读取。请重新导出。',
    en: 'The file is damaged and cannot be read. Export it again.',
  },
  'sheet.not-supported': {
    kind: 'invalid',
    'zh-CN': '不支持这种文件（旧版 .xls 或加了密码）。请另存为 .xlsx 或 CSV。',
    en: 'This kind of file is not supported (old .xls, or protected). Save it as .xlsx or CSV.',
  },
  'sheet.encoding-unknown': {
    kind: 'invalid',
    'zh-CN': '看不出文件用的是哪种编码。请另存为 UTF-8 的 CSV，或 .xlsx。',
    en: 'The character encoding is not recognised. Save as CSV in UTF-8, or as .xlsx.',
  },
  'sheet.too-many-rows': {
    kind: 'invalid',
    'zh-CN': '超过 {max} 行，请拆成几份。',
    en: 'More than {max} rows. Split the file.',
  },
  'sheet.too-many-columns': {
    kind: 'invalid',
    'zh-CN': '这一行的列太多（最多 50 列）。',
    en: 'This row has too many columns (at most 50).',
  },
  'sheet.quote-unclosed': {
    kind: 'invalid',
    'zh-CN': '这一行有引号没有配对，或单元格过长。',
    en: 'A quotation mark in this row is never closed, or the cell is too long.',
  },
  'sheet.quote-misplaced': {
    kind: 'invalid',
    'zh-CN': '这一行的引号位置不对：引号后应是分隔符或换行。',
    en: 'A quotation mark in this row is misplaced: a delimiter or line end must follow it.',
  },
  'sheet.column-missing': {
    kind: 'invalid',
    'zh-CN': '缺少“{title}”这一列。',
    en: 'The column “{titleEn}” is missing.',
  },
  'sheet.column-unknown': {
    kind: 'invalid',
    'zh-CN': '不认识列名“{value}”。请用模板里的列名，或删掉这一列。',
    en: 'There is no column called “{value}”. Use the titles of the template, or remove it.',
  },
  'sheet.column-repeated': {
    kind: 'invalid',
    'zh-CN': '这一列出现了两次。',
    en: 'This column appears twice.',
  },
  'sheet.column-untitled': {
    kind: 'invalid',
    'zh-CN': '{letters} 列有内容，但没有列名。',
    en: 'Column {letters} holds something but has no title.',
  },
  'sheet.more-errors': {
    kind: 'invalid',
    'zh-CN': '这一行还有 {count} 处错误。',
    en: '{count} more errors in this row.',
  },
  'sheet.required': { kind: 'invalid', 'zh-CN': '必填。', en: 'Required.' },
  'sheet.duplicate': {
    kind: 'invalid',
    'zh-CN': '与第 {first} 行重复。',
    en: 'The same as in row {first}.',
  },
  'sheet.formula': {
    kind: 'invalid',
    'zh-CN': '这里是公式。请复制后选择“粘贴为数值”。',
    en: 'This is a formula. Copy it and paste it as a value.',
  },
  'sheet.cell-fault': {
    kind: 'invalid',
    'zh-CN': '单元格出错：{value}',
    en: 'The cell shows an error: {value}',
  },
  'sheet.text-too-long': {
    kind: 'invalid',
    'zh-CN': '最多 {max} 个字。',
    en: 'At most {max} characters.',
  },
  'sheet.control-character': {
    kind: 'invalid',
    'zh-CN': '含有不可见或控制字符，请重新输入。',
    en: 'Holds invisible or control characters. Type it again.',
  },
  'sheet.line-break': {
    kind: 'invalid',
    'zh-CN': '这里不能换行。',
    en: 'No line breaks here.',
  },
  'sheet.digits-lost': {
    kind: 'invalid',
    'zh-CN': '数字太长，表格软件已丢失末几位。请把单元格设为文本再输入。',
    en: 'The number is so long that the spreadsheet lost its last digits. Format the cell as text.',
  },
  'sheet.not-a-number': {
    kind: 'invalid',
    'zh-CN': '“{value}”不是数字。',
    en: '“{value}” is not a number.',
  },
  'sheet.not-whole': {
    kind: 'invalid',
    'zh-CN': '“{value}”不是整数。',
    en: '“{value}” is not a whole number.',
  },
  'sheet.scientific': {
    kind: 'invalid',
    'zh-CN': '“{value}”是科学计数法，请写出全部数字。',
    en: '“{value}” is in scientific notation. Write out all digits.',
  },
  'sheet.date-not-number': {
    kind: 'invalid',
    'zh-CN': '“{value}”是日期，这里要填数字。',
    en: '“{value}” is a date; a number belongs here.',
  },
  'sheet.number-out-of-range': {
    kind: 'invalid',
    'zh-CN': '数字太大。',
    en: 'The number is too large.',
  },
  'sheet.number-too-small': {
    kind: 'invalid',
    'zh-CN': '不能小于 {min}。',
    en: 'Must be at least {min}.',
  },
  'sheet.number-too-large': {
    kind: 'invalid',
    'zh-CN': '不能大于 {max}。',
    en: 'Must be at most {max}.',
  },
  'sheet.not-money': {
    kind: 'invalid',
    'zh-CN': '“{value}”不是金额。请填元，例如 58.00。',
    en: '“{value}” is not an amount. Give yuan, for example 58.00.',
  },
  'sheet.money-decimals': {
    kind: 'invalid',
    'zh-CN': '“{value}”超过两位小数，金额只到分。',
    en: '“{value}” has more than two decimals; amounts go down to the fen.',
  },
  'sheet.money-too-small': {
    kind: 'invalid',
    'zh-CN': '不能少于 {min} 元。',
    en: 'Must be at least {min} yuan.',
  },
  'sheet.money-too-large': {
    kind: 'invalid',
    'zh-CN': '不能多于 {max} 元。',
    en: 'Must be at most {max} yuan.',
  },
  'sheet.not-a-day': {
    kind: 'invalid',
    'zh-CN': '“{value}”不是日期。请按 2026-11-25 的格式填写。',
    en: '“{value}” is not a date. Write it like 2026-11-25.',
  },
  'sheet.day-not-in-calendar': {
    kind: 'invalid',
    'zh-CN': '日历上没有“{value}”这一天。',
    en: 'There is no such day as “{value}”.',
  },
  'sheet.not-a-time': {
    kind: 'invalid',
    'zh-CN': '“{value}”不是时间。请按 2026-11-25 09:30 的格式填写。',
    en: '“{value}” is not a time. Write it like 2026-11-25 09:30.',
  },
  'sheet.not-a-choice': {
    kind: 'invalid',
    'zh-CN': '“{value}”不在可选范围内：{options}',
    en: '“{value}” is not one of: {optionsEn}',
  },
  'sheet.goods-unknown': {
    kind: 'invalid',
    'zh-CN': '这个类目里没有“{value}”。留空表示同类都可以。',
    en: 'There is no “{value}” in this category. Leave it empty for any of the category.',
  },
  'sheet.goods-several': {
    kind: 'invalid',
    'zh-CN': '有几种商品都叫“{value}”，请改填其中一种的编号：{options}',
    en: 'Several goods are called “{value}”. Give the code of one: {options}',
  },
  'sheet.differs-from-row': {
    kind: 'invalid',
    'zh-CN': '与第 {first} 行是同一份需求，这一列须填得一样。',
    en: 'Of the same demand as row {first}: this column must say the same.',
  },
  'sheet.day-too-early': {
    kind: 'invalid',
    'zh-CN': '不能早于 {min}。',
    en: 'Must not be before {min}.',
  },
  'sheet.day-too-late': {
    kind: 'invalid',
    'zh-CN': '不能晚于 {max}。',
    en: 'Must not be after {max}.',
  },
  'sheet.year-differs': {
    kind: 'invalid',
    'zh-CN': '须在预算所属的 {year} 年内。',
    en: 'Must fall into {year}, the year of the budget line.',
  },
  'sheet.too-many-of-one': {
    kind: 'invalid',
    'zh-CN': '一份需求最多 {max} 行，请分成几份。',
    en: 'A demand has at most {max} rows. Split it into several.',
  },
  'sheet.too-many-in-all': {
    kind: 'invalid',
    'zh-CN': '一张表最多 {max} 份需求，请拆成几张表。',
    en: 'A sheet holds at most {max} demands. Split it into several sheets.',
  },
  'sheet.has-errors': {
    kind: 'invalid',
    'zh-CN': '表格里还有 {count} 处错误，没有导入任何内容。请改正后重新检查。',
    en: 'The sheet still has {count} errors; nothing was imported. Correct them and check again.',
  },
  'sheet.not-as-checked': {
    kind: 'conflict',
    'zh-CN': '文件或数据在检查后变了，没有导入任何内容。请重新检查。',
    en: 'The file or the data has changed since the check; nothing was imported. Check again.',
  },
  'sheet.unknown-entry': {
    kind: 'invalid',
    'zh-CN': '没有找到“{value}”。',
    en: '“{value}” was not found.',
  },
  'sheet.ambiguous-entry': {
    kind: 'invalid',
    'zh-CN': '有几个“{value}”，分不清是哪一个。',
    en: 'Several are called “{value}”; which one is meant cannot be told.',
  },
  'sheet.entry-differs': {
    kind: 'invalid',
    'zh-CN': '与编号对应的内容不符，应为“{value}”。',
    en: 'Does not match the code in this row; it should be “{value}”.',
  },
  'sheet.rows-disagree': {
    kind: 'invalid',
    'zh-CN': '与第 {first} 行是同一件商品，但“{title}”不一致。',
    en: 'The same product as in row {first}, but “{titleEn}” differs.',
  },
  'sheet.exists-already': {
    kind: 'conflict',
    'zh-CN': '已经有“{value}”。要修改，请填写它的编码。',
    en: '“{value}” exists already. To change it, fill in its code.',
  },
  'sheet.not-months': {
    kind: 'invalid',
    'zh-CN': '“{value}”不是月份。请填 1 到 12，用逗号分开，例如 9,10。',
    en: '“{value}” is not a list of months. Write 1 to 12, apart by commas, such as 9,10.',
  },
  'sheet.too-many-villages': {
    kind: 'invalid',
    'zh-CN': '最多 10 个村，每个不超过 30 个字，用顿号分开。',
    en: 'At most 10 villages of 30 characters each, apart by commas.',
  },
  'sheet.not-an-account-number': {
    kind: 'invalid',
    'zh-CN': '银行账号应为 8 到 30 位数字。',
    en: 'A bank account has 8 to 30 digits.',
  },
  'sheet.not-a-tracking-number': {
    kind: 'invalid',
    'zh-CN': '单号应为 6 到 40 位字母、数字或横线。',
    en: 'A tracking number has 6 to 40 letters, digits or hyphens.',
  },
} as const satisfies Record<string, ProblemText>
