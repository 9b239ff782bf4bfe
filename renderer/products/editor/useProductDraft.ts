import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Product, ProductContent } from '../../../shared/products/product'
import { ask, useAsk, useCommand } from '../../api'
import { DraftSaver, type DraftState, type DraftStatus, type Version } from './draftSaver'
import { contentOf, formOf, readForm, type ContentField, type FieldErrors, type ProductForm } from './productForm'

export interface ProductDraft {
  readonly form: ProductForm
  readonly errors: FieldErrors
  /** Those that other products have. */
  readonly categories: readonly string[]
  readonly status: DraftStatus
  /** What would be in the store if everything typed were saved now. */
  readonly typed: ProductContent
  readonly change: (part: Partial<ProductForm>) => void
  readonly saver: DraftSaver
}

const versionOf = (product: Product): Version => ({ revision: product.revision, content: contentOf(product) })

/** The editor's fields, saved while they are typed and kept in step with the store. `product` is what the store holds now. */
export function useProductDraft(product: Product): ProductDraft {
  const { run } = useCommand('products.save')
  const asked = useAsk('products.categories', { besides: product.id })
  const categories = asked.state === 'loaded' ? asked.value : []
  const [saver] = useState(() => {
    const { id } = product
    return new DraftSaver(versionOf(product), {
      save: ({ revision, content }) => run({ id, revision, content: forSending(content) }),
      newest: async () => {
        const view = await ask('products.one', { id }).catch(() => null)
        return view === null ? undefined : versionOf(view.product)
      },
      now: () => Date.now(),
    })
  })
  const state = useSyncExternalStore(saver.subscribe, saver.state)
  const [form, setForm] = useFieldsOf(state)
  const [unreadable, setUnreadable] = useState<FieldErrors>({})

  useEffect(() => {
    saver.hear(versionOf(product))
  }, [saver, product])
  useSavingOnLeaving(saver)

  const change = (part: Partial<ProductForm>) => {
    const next = { ...form, ...part }
    const { content, errors } = readForm(next, state.typed, categories)
    setForm(next)
    setUnreadable(errors)
    saver.type(content)
  }
  const errors = { ...refusedFields(state.status), ...unreadable }
  return { form, errors, categories, status: state.status, typed: state.typed, change, saver }
}

/** The request's type asks for lists that may be written to. */
const forSending = (content: ProductContent) => ({
  ...content,
  highlights: [...content.highlights],
  specifications: [...content.specifications],
  variants: [...content.variants],
})

/** The fields' own state, filled anew whenever another version was loaded. */
function useFieldsOf({ typed, loads }: DraftState): [ProductForm, (form: ProductForm) => void] {
  const [fields, setFields] = useState(() => ({ form: formOf(typed), loads }))
  if (fields.loads === loads) return [fields.form, (form) => setFields({ form, loads })]
  const filled = { form: formOf(typed), loads }
  setFields(filled)
  return [filled.form, (form) => setFields({ form, loads })]
}

function refusedFields(status: DraftStatus): FieldErrors {
  if (status.kind !== 'failed' || status.refusal.field === undefined) return {}
  const [root, field] = status.refusal.field.split('.')
  return root === 'content' && field !== undefined ? { [field as ContentField]: status.refusal.message } : {}
}

/** Another window, another page or the end of the program: what was typed goes out before. */
function useSavingOnLeaving(saver: DraftSaver): void {
  useEffect(() => {
    const flush = () => void saver.flush()
    window.addEventListener('blur', flush)
    window.addEventListener('beforeunload', flush)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('beforeunload', flush)
      flush()
    }
  }, [saver])
}
