import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Campaign, CampaignTerms } from '../../../shared/campaigns/campaign'
import type { CampaignId } from '../../../shared/ids'
import type { Product } from '../../../shared/products/product'
import type { Instant } from '../../../shared/time'
import { useCommand } from '../../api'
import { notifySaved } from '../../ui/notify'
import { formOfTerms, newTerms, readTerms, termsErrors, type TermsErrors, type TermsForm } from './termsForm'

export interface TermsEditing {
  readonly form: TermsForm
  readonly errors: TermsErrors
  /** What the fields come to; null while something is missing or wrong. */
  readonly terms: CampaignTerms | null
  readonly dirty: boolean
  readonly saving: boolean
  /** The draft's terms were changed elsewhere since they were opened here. */
  readonly changedElsewhere: boolean
  readonly change: (part: Partial<TermsForm>) => void
  readonly replace: (form: TermsForm) => void
  readonly loadNewer: () => void
  readonly save: () => Promise<void>
}

interface Opened {
  readonly form: TermsForm
  /** As they were opened; an offer added meanwhile changes the revision but not these. */
  readonly written: string
}

const opened = (form: TermsForm): Opened => ({ form, written: JSON.stringify(form) })

/** A draft's form. Saved as a whole: half-changed terms would be terms that nobody decided. */
export function useTermsEditor(campaign: Campaign | null, product: Product | null, at: Instant): TermsEditing {
  const create = useCommand('campaigns.create')
  const save = useCommand('campaigns.save')
  const navigate = useNavigate()
  const [base, setBase] = useState(() => opened(campaign === null ? newTerms(product, at) : formOfTerms(campaign)))
  const [form, setForm] = useState(base.form)
  const [attempted, setAttempted] = useState(false)
  const [done, setDone] = useState(false)
  const [refused, setRefused] = useState<TermsErrors>({})
  const read = readTerms(form)
  const current = campaign === null ? null : formOfTerms(campaign)
  const changedElsewhere = !done && current !== null && JSON.stringify(current) !== base.written

  const replace = (next: TermsForm) => {
    setForm(next)
    setRefused({})
  }
  const open = (id: CampaignId, words: string) => {
    setDone(true)
    notifySaved(words)
    // The form is left only once it knows that nothing in it is unsaved.
    setTimeout(() => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } }), 0)
  }
  const submit = async () => {
    setAttempted(true)
    if (read.kind !== 'terms' || changedElsewhere) return
    const { terms } = read
    const reply = await (campaign === null
      ? create.run({ terms })
      : save.run({ id: campaign.id, revision: campaign.revision, terms }))
    if (reply.ok) open(reply.value.id, campaign === null ? 'The draft is made' : 'The draft is saved')
    else setRefused(termsErrors(reply.refusal))
  }
  const shown = read.kind === 'refused' || (read.kind === 'unfinished' && attempted) ? read.errors : {}
  return {
    form,
    errors: { ...shown, ...refused },
    terms: read.kind === 'terms' ? read.terms : null,
    dirty: !done && JSON.stringify(form) !== base.written,
    saving: create.running || save.running,
    changedElsewhere,
    change: (part) => replace({ ...form, ...part }),
    replace,
    loadNewer: () => {
      if (current === null) return
      setBase(opened(current))
      replace(current)
    },
    save: submit,
  }
}
