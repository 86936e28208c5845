export { Button, ButtonLink, IconButton, type ButtonProps, type ButtonTone } from './actions/button'
export { BareLink, LinkProvider, TextLink, type LinkProps } from './actions/link'
export { LiveRegion, SkipLink, VisuallyHidden } from './access/access'
export { BarChart, LineChart, type Bar, type ChartTone, type Line } from './charts/charts'
export { cx } from './cx'
export {
  DataTable,
  type Column,
  type DataTableProps,
  type Selection,
  type Sort,
} from './data/data-table'
export {
  Breadcrumbs,
  LinkTabs,
  Pager,
  Tabs,
  type LinkTab,
  type PageStep,
  type TabItem,
} from './data/navigation'
export { FactLabel, Facts, Meter, type Fact, type MeterProps } from './data/facts'
export { CourierWay, ParcelState, type CourierWayProps } from './data/parcel'
export { StatTile, Timeline, type TimelineStep } from './data/timeline'
export { Skeleton, Spinner } from './feedback/spinner'
export {
  EmptyState,
  ErrorState,
  ForbiddenState,
  Notice,
  type ErrorStateProps,
} from './feedback/states'
export { ToastProvider, useToast, type ToastContent } from './feedback/toasts'
export {
  Checkbox,
  RadioGroup,
  type CheckboxProps,
  type RadioGroupProps,
  type RadioOption,
} from './forms/choices'
export { Field, type ControlProps, type FieldText } from './forms/field'
export { FormErrorSummary, type FormProblem } from './forms/form-error-summary'
export { PhotoField, type PhotoFieldProps } from './forms/photo-field'
export { QuantityStepper, type QuantityStepperProps } from './forms/quantity-stepper'
export {
  Select,
  TextArea,
  TextField,
  type SelectOption,
  type SelectProps,
  type TextFieldProps,
} from './forms/text-field'
export { inLocale, useBilingual, type InBoth } from './i18n/bilingual'
export { formatFen, formatsFor, type DateLike, type Formats } from './i18n/formats'
export { I18nProvider, readLocale, useFormats, useLocale, useMessages } from './i18n/i18n'
export {
  checkMessages,
  defineMessages,
  locales,
  pickLocale,
  translator,
  type Locale,
  type Messages,
  type Translate,
} from './i18n/messages'
export * from './icons/icons'
export type { IconProps, IconType } from './icons/make-icon'
export { Logo, LogoMark } from './ornament/logo'
export { Monogram } from './ornament/monogram'
export { MountainLine } from './ornament/mountain-line'
export { Seal } from './ornament/seal'
export { TownshipMark, townshipNames } from './ornament/township-mark'
export { WovenBand } from './ornament/woven-band'
export { Card, Panel, type CardProps, type PanelProps } from './surfaces/card'
export {
  ConfirmDialog,
  Dialog,
  Drawer,
  Sheet,
  type ConfirmDialogProps,
  type DialogProps,
} from './surfaces/dialog'
export { Picture, type PictureProps } from './surfaces/picture'
export { Popover, type PopoverProps } from './surfaces/popover'
export { Badge, StateTag, type BadgeTone, type StateTone } from './text/badge'
export { DateText } from './text/date-text'
export { Money, Price, Quantity, UnitPrice, Weight, type PriceProps } from './text/money'
export { applyStoredTheme, useTheme, type Theme } from './theme'
export { PartsPage } from './parts-page'
export { useStored } from './use-stored'
