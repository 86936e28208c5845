import { useMutation } from '@weibao/api-client/mutation'
import { packing } from '@weibao/api-client/orders'
import type { PackedState } from '@weibao/contracts/packing'
import { Button, PrintIcon, useToast, type ButtonProps } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { saveFile } from '../../lib/save-file'

/** Which orders’ slips: those named, all in a state, or all to ship. */
interface Wanted {
  readonly orders?: readonly string[]
  readonly state?: PackedState
}

/** Makes the packing slips of orders as one file and saves it; what is refused is said here. */
export function SlipsButton({
  wanted = {},
  ...button
}: { wanted?: Wanted } & Pick<ButtonProps, 'tone' | 'size' | 'children'>) {
  const toast = useToast()
  const { organisationId: cooperativeId } = useActing()
  const make = useMutation({
    mutationFn: ({ orders, state }: Wanted) =>
      packing.slips({
        params: { cooperativeId },
        query: {
          ...(orders ? { orders: orders.join(',') } : {}),
          ...(state ? { state } : {}),
        },
      }),
    onSuccess: (file) => saveFile(file, 'weibao-slips.pdf'),
    onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
  })
  return (
    <Button
      {...button}
      icon={PrintIcon}
      busy={make.isPending}
      onClick={() => make.mutate(wanted)}
    />
  )
}
