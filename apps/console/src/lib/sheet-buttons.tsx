import { useMutation } from '@weibao/api-client/mutation'
import { Button, defineMessages, DownloadIcon, useMessages, useToast } from '@weibao/ui'
import { problemText } from './form'
import { saveFile } from './save-file'

export type SheetFormat = 'xlsx' | 'csv'
const formats = ['xlsx', 'csv'] as const satisfies readonly SheetFormat[]

const messages = defineMessages({
  'zh-CN': { exportTo: '导出 {format}' },
  en: { exportTo: 'Export {format}' },
})

/** Makes a list a file, by the filters under which it stands, and saves it; what is refused is said here. */
export function SheetButtons({
  name,
  make,
}: {
  /** Of the file, without its ending. */
  name: string
  make: (format: SheetFormat) => Promise<Blob>
}) {
  const t = useMessages(messages)
  const toast = useToast()
  const sheet = useMutation({
    mutationFn: make,
    onSuccess: (file, format) => saveFile(file, `${name}.${format}`),
    onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
  })
  return (
    <span className="-ml-3 flex flex-wrap gap-x-2 sm:ml-0 print:hidden">
      {formats.map((format) => (
        <Button
          key={format}
          tone="plain"
          size="small"
          icon={DownloadIcon}
          busy={sheet.isPending && sheet.variables === format}
          onClick={() => sheet.mutate(format)}
        >
          {t('exportTo', { format })}
        </Button>
      ))}
    </span>
  )
}
