import { makeIcon } from './make-icon'

export const SearchIcon = /* @__PURE__ */ makeIcon(
  'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20',
)
export const CartIcon = /* @__PURE__ */ makeIcon(
  'M3 4h2l2.2 11h10.3L20 7.5H5.7M9 19.5h.01M16.5 19.5h.01',
)
export const BasketIcon = /* @__PURE__ */ makeIcon(
  'M3 10h18l-2 9.5H5L3 10ZM8 10l3-6M16 10l-3-6M9 13.5v3M12 13.5v3M15 13.5v3',
)
export const HomeIcon = /* @__PURE__ */ makeIcon('M4 11 12 4l8 7v9h-5.5v-5.5h-5V20H4v-9Z')
export const GridIcon = /* @__PURE__ */ makeIcon(
  'M4 4h6.5v6.5H4V4ZM13.5 4H20v6.5h-6.5V4ZM4 13.5h6.5V20H4v-6.5ZM13.5 13.5H20V20h-6.5v-6.5Z',
)
export const PersonIcon = /* @__PURE__ */ makeIcon(
  'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5a7.5 7.5 0 0 1 15 0',
)
export const PeopleIcon = /* @__PURE__ */ makeIcon(
  'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5a6.5 6.5 0 0 1 13 0M16 5a3.3 3.3 0 0 1 0 6.3M18 14.2a6.3 6.3 0 0 1 3.5 5.3',
)
export const TruckIcon = /* @__PURE__ */ makeIcon(
  'M2.5 6h11.5v10.5H2.5V6ZM14 10h4l3.5 3.5v3H14V10ZM7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM17.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
)
export const BoxIcon = /* @__PURE__ */ makeIcon(
  'M4 8l8-4.5L20 8v8.5l-8 4.5-8-4.5V8ZM4 8l8 4.5L20 8M12 12.5V21M8 5.8l8 4.5',
)
export const CheckIcon = /* @__PURE__ */ makeIcon('M5 12.5 10 17.5 19.5 7')
export const CloseIcon = /* @__PURE__ */ makeIcon('M6 6l12 12M18 6 6 18')
export const ChevronLeftIcon = /* @__PURE__ */ makeIcon('M14.5 5.5 8 12l6.5 6.5')
export const ChevronRightIcon = /* @__PURE__ */ makeIcon('M9.5 5.5 16 12l-6.5 6.5')
export const ChevronUpIcon = /* @__PURE__ */ makeIcon('M5.5 14.5 12 8l6.5 6.5')
export const ChevronDownIcon = /* @__PURE__ */ makeIcon('M5.5 9.5 12 16l6.5-6.5')
export const ArrowLeftIcon = /* @__PURE__ */ makeIcon('M20 12H4.5M11 5.5 4.5 12l6.5 6.5')
export const ArrowRightIcon = /* @__PURE__ */ makeIcon('M4 12h15.5M13 5.5l6.5 6.5-6.5 6.5')
export const MenuIcon = /* @__PURE__ */ makeIcon('M4 6.5h16M4 12h16M4 17.5h16')
export const MoreIcon = /* @__PURE__ */ makeIcon('M5 12h.01M12 12h.01M19 12h.01')
export const GlobeIcon = /* @__PURE__ */ makeIcon(
  'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
)
export const DownloadIcon = /* @__PURE__ */ makeIcon('M12 4v11M7 10.5l5 5 5-5M4.5 20h15')
export const UploadIcon = /* @__PURE__ */ makeIcon('M12 16V4.5M7 9l5-5 5 5M4.5 20h15')
export const FilterIcon = /* @__PURE__ */ makeIcon('M4 6.5h16M7 12h10M10 17.5h4')
export const SortIcon = /* @__PURE__ */ makeIcon('M8 9.5 12 5l4 4.5M8 14.5l4 4.5 4-4.5')
export const AlertIcon = /* @__PURE__ */ makeIcon('M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.3h.01')
export const InfoIcon = /* @__PURE__ */ makeIcon(
  'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.8h.01',
)
export const LeafIcon = /* @__PURE__ */ makeIcon(
  'M5 19C4 10 9 4.5 20 4.5c0 10-5 14.5-13 12.5M5 19c2-5 5-7.5 9-9.5',
)
export const SnowflakeIcon = /* @__PURE__ */ makeIcon(
  'M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.5 12 7l2.5-2.5M9.5 19.5 12 17l2.5 2.5M4 11l3.4-.9-.9-3.4M20 13l-3.4.9.9 3.4M20 11l-3.4-.9.9-3.4M4 13l3.4.9-.9 3.4',
)
export const GiftIcon = /* @__PURE__ */ makeIcon(
  'M4 11.5h16V20H4v-8.5ZM3 7.5h18v4H3v-4ZM12 7.5V20M12 7.5C7 7.5 6.5 3.5 9 3.5c2 0 3 2 3 4ZM12 7.5c5 0 5.5-4 3-4-2 0-3 2-3 4Z',
)
export const ClockIcon = /* @__PURE__ */ makeIcon(
  'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.3l3.5 2',
)
export const CalendarIcon = /* @__PURE__ */ makeIcon('M4 6h16v14H4V6ZM4 10.5h16M8 3.5V8M16 3.5V8')
export const MapPinIcon = /* @__PURE__ */ makeIcon(
  'M12 21.5C7.5 16.8 5.5 13.2 5.5 10a6.5 6.5 0 0 1 13 0c0 3.2-2 6.8-6.5 11.5ZM12 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
)
export const EditIcon = /* @__PURE__ */ makeIcon(
  'M4 20l1-4.5L16.5 4 20 7.5 8.5 19 4 20ZM14 6.5l3.5 3.5',
)
export const TrashIcon = /* @__PURE__ */ makeIcon(
  'M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5l1 13.5h9l1-13.5M10 10.5v6M14 10.5v6',
)
export const PlusIcon = /* @__PURE__ */ makeIcon('M12 5v14M5 12h14')
export const MinusIcon = /* @__PURE__ */ makeIcon('M5 12h14')
export const ExternalIcon = /* @__PURE__ */ makeIcon(
  'M13.5 4.5h6v6M19.5 4.5 11 13M10 5.5H4.5v14h14V14',
)
export const LinkIcon = /* @__PURE__ */ makeIcon(
  'M10 14a4 4 0 0 0 5.7 0l3.3-3.3A4 4 0 0 0 13.3 5L12 6.3M14 10a4 4 0 0 0-5.7 0L5 13.3A4 4 0 0 0 10.7 19L12 17.7',
)
export const EyeIcon = /* @__PURE__ */ makeIcon(
  'M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
)
export const EyeOffIcon = /* @__PURE__ */ makeIcon(
  'M4 4l16 16M9.8 5.8c.7-.2 1.4-.3 2.2-.3 3.7 0 7 2 9.5 6.5-.7 1.3-1.6 2.4-2.5 3.3M6.5 7.5C5 8.5 3.6 10 2.5 12c2.5 4.5 5.8 6.5 9.5 6.5 1.6 0 3.1-.4 4.5-1.1',
)
export const LockIcon = /* @__PURE__ */ makeIcon(
  'M5 10.5h14V20H5v-9.5ZM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14v2.5',
)
export const BellIcon = /* @__PURE__ */ makeIcon(
  'M5 17h14l-1.7-2.5V10a5.3 5.3 0 0 0-10.6 0v4.5L5 17ZM10 20.3h4',
)
export const HelpIcon = /* @__PURE__ */ makeIcon(
  'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9.7 9.6a2.4 2.4 0 1 1 3.4 2.2c-.8.4-1.1.9-1.1 1.8M12 16.6v.1',
)
export const PrintIcon = /* @__PURE__ */ makeIcon(
  'M7 8.5V3.5h10v5M7 17H3.5V8.5h17V17H17M7 14h10v6.5H7V14Z',
)
export const SunIcon = /* @__PURE__ */ makeIcon(
  'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M5.3 18.7 7 17M17 7l1.7-1.7',
)
export const MoonIcon = /* @__PURE__ */ makeIcon('M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5Z')
export const StarIcon = /* @__PURE__ */ makeIcon(
  'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L12 16.8l-5.3 2.9 1.1-5.9L3.5 9.7l5.9-.8L12 3.5Z',
)
export const HeartIcon = /* @__PURE__ */ makeIcon(
  'M12 20C5 15 3 12 3 8.8A4.8 4.8 0 0 1 12 6.5a4.8 4.8 0 0 1 9 2.3C21 12 19 15 12 20Z',
)
export const TagIcon = /* @__PURE__ */ makeIcon('M4 4h8l8.5 8.5-8 8L4 12V4ZM8 8h.01')
export const PaperIcon = /* @__PURE__ */ makeIcon(
  'M6 3.5h8.5L19 8v12.5H6v-17ZM14 3.5V8.5h5M9 12.5h7M9 16h7',
)
export const SealIcon = /* @__PURE__ */ makeIcon(
  'M12 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM9 14l-1.5 7L12 18.8 16.5 21 15 14M9.8 9l1.6 1.6L14.3 7.6',
)
export const ScaleIcon = /* @__PURE__ */ makeIcon(
  'M12 4v16M7 20h10M5 7l7-1.5L19 7M5 7l-2.5 6.5a2.7 2.7 0 0 0 5 0L5 7ZM19 7l-2.5 6.5a2.7 2.7 0 0 0 5 0L19 7Z',
)
export const WalletIcon = /* @__PURE__ */ makeIcon(
  'M3.5 7.5h17V20h-17V7.5ZM3.5 7.5 16 4v3.5M16 13.8h.01',
)
export const ReturnIcon = /* @__PURE__ */ makeIcon(
  'M8.5 4.5 4 9l4.5 4.5M4 9h10a5.5 5.5 0 0 1 0 11H9',
)
export const RefreshIcon = /* @__PURE__ */ makeIcon('M19.5 12A7.5 7.5 0 1 1 17 6.4M17.5 3v4h-4')
export const PhoneIcon = /* @__PURE__ */ makeIcon(
  'M5 4h4l1.5 4.5L8.3 10a11 11 0 0 0 5.7 5.7l1.5-2.2L20 15v4a1.5 1.5 0 0 1-1.5 1.5A15 15 0 0 1 3.5 5.5 1.5 1.5 0 0 1 5 4Z',
)
export const ChartIcon = /* @__PURE__ */ makeIcon('M4 20V4M4 20h16M8.5 16v-5M13 16V7.5M17.5 16v-7')
export const SettingsIcon = /* @__PURE__ */ makeIcon(
  'M4 7h9M17 7h3M4 17h3M11 17h9M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
)
export const LogOutIcon = /* @__PURE__ */ makeIcon(
  'M10 4H4.5v16H10M9.5 12h11M16 7.5l4.5 4.5-4.5 4.5',
)
export const MountainIcon = /* @__PURE__ */ makeIcon(
  'M2.5 19 9.5 6l4 7 2-3 6 9h-19ZM7.5 10l2 1.5 2-1.5',
)
