import { useSuspenseQuery } from '@tanstack/react-query'
import type { ManagedProduct } from '@weibao/contracts/product-management'
import {
  Breadcrumbs,
  Button,
  FormErrorSummary,
  Panel,
  TextArea,
  TextField,
  useBilingual,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { productsMessages } from './products.messages'
import { productQuery, useEditProduct } from './products.queries'
import { SkuList } from './sku-list'

const parts = [
  { name: 'name', max: 60, isLong: false },
  { name: 'story', max: 1000, isLong: true },
  { name: 'storage', max: 300, isLong: true },
  { name: 'use', max: 500, isLong: true },
] as const
const languages = ['zh', 'en'] as const

/** One product: its words in both languages, its packs and their prices. */
export function ProductPage() {
  const t = useMessages(productsMessages)
  const say = useBilingual()
  const { organisationId, base } = useActing()
  const { data: product } = useSuspenseQuery(
    productQuery(organisationId, useParams()['productId']!),
  )
  useTitle(say(product.name))
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[{ label: t('title'), href: `${base}/products` }, { label: say(product.name) }]}
      />
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1>{say(product.name)}</h1>
        <span className="text-ink-soft">{t(product.state)}</span>
        {product.recognition?.number && (
          <span className="text-sm text-ink-soft">
            {t('recognitionNumber', { number: product.recognition.number })}
          </span>
        )}
        <a className="wb-link text-sm md:ml-auto" href={`/products/${product.slug}`}>
          {t('viewInShop')}
        </a>
      </div>
      <div className="grid items-start gap-4 2xl:grid-cols-[1fr_32rem]">
        <WordsForm key={product.version} product={product} cooperativeId={organisationId} />
        <Panel title={t('skusTitle')} flush className="order-first 2xl:order-none">
          <SkuList product={product} cooperativeId={organisationId} />
        </Panel>
      </div>
    </div>
  )
}

function WordsForm({ product, cooperativeId }: { product: ManagedProduct; cooperativeId: string }) {
  const t = useMessages(productsMessages)
  const toast = useToast()
  const edit = useEditProduct(cooperativeId, product.id)
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(edit.error), ...missing }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (key: string) => String(form.get(key) ?? '').trim()
    const both = (name: string) => ({ zh: text(`${name}.zh`), en: text(`${name}.en`) })
    const blank = parts.flatMap(({ name }) =>
      languages.map((language) => `${name}.${language}`).filter((key) => !text(key)),
    )
    setMissing(Object.fromEntries(blank.map((key) => [key, t('needText')])))
    if (blank.length > 0) return
    edit.mutate(
      {
        version: product.version,
        name: both('name'),
        story: both('story'),
        storage: both('storage'),
        use: both('use'),
      },
      { onSuccess: () => toast({ text: t('saved'), tone: 'good' }) },
    )
  }
  return (
    <Panel title={t('aboutTitle')} note={t('bilingualHelp')}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <FormErrorSummary problems={formProblems(errors, edit.error, (name) => `words-${name}`)} />
        {parts.map(({ name, max, isLong }) => (
          <div key={name} className="grid gap-4 lg:grid-cols-2">
            {languages.map((language) => {
              const field = {
                id: `words-${name}.${language}`,
                name: `${name}.${language}`,
                label: `${t(name)} · ${t(`language_${language}`)}`,
                lang: language === 'zh' ? 'zh-CN' : 'en',
                error: errors[`${name}.${language}`],
                defaultValue: product[name][language],
                maxLength: max,
              }
              return isLong ? (
                <TextArea key={language} {...field} rows={name === 'story' ? 6 : 3} />
              ) : (
                <TextField key={language} {...field} />
              )
            })}
          </div>
        ))}
        <Button type="submit" className="justify-self-start" busy={edit.isPending}>
          {t('save')}
        </Button>
      </form>
    </Panel>
  )
}
