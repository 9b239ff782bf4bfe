import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArchive, IconArrowBackUp, IconCopy, IconDots, IconEye, IconPlus, IconRestore } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { archiveProduct } from '../../../shared/products/archiveProduct'
import type { Product } from '../../../shared/products/product'
import { backToDraft } from '../../../shared/products/readyProduct'
import { hasUnsettledCampaign } from '../../../shared/products/saleCampaign'
import type { Refusal, Result } from '../../../shared/result'
import type { Instant } from '../../../shared/time'
import { useCommand } from '../../api'
import { notifyRefused, notifySaved } from '../../ui/notify'
import type { DraftSaver } from './draftSaver'

interface ProductFacts {
  readonly product: Product
  readonly campaigns: readonly Campaign[]
  readonly at: Instant
  readonly saver: DraftSaver
  readonly mayEdit: boolean
}

/** The one thing that this product waits for: being marked ready, or a campaign. */
export function KeyAction({
  product,
  campaigns,
  saver,
  mayEdit,
  complete,
}: ProductFacts & { readonly complete: boolean }) {
  const markReady = useCommand('products.markReady')
  const restore = useCommand('products.restore')
  if (!mayEdit) return null
  if (product.archivedAt !== null) {
    const bringBack = async () => {
      tell(await restore.run({ id: product.id }), `${product.name} is back on the list`)
    }
    return (
      <Button
        leftSection={<IconRestore size={16} aria-hidden />}
        loading={restore.running}
        onClick={() => void bringBack()}
      >
        Restore
      </Button>
    )
  }
  if (product.readyAt === null) {
    if (!complete) return null
    const mark = async () => {
      await saver.flush()
      const unsaved = unsavedReason(saver)
      if (unsaved !== null) notifyRefused(unsaved)
      else tell(await markReady.run({ id: product.id, revision: saver.revision() }), `${product.name} is ready`)
    }
    return (
      <Button loading={markReady.running} onClick={() => void mark()}>
        Mark ready
      </Button>
    )
  }
  if (hasUnsettledCampaign(product.id, campaigns)) return null
  return (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/campaigns/new" search={{ productId: product.id }} {...props} />}
    >
      New campaign
    </Button>
  )
}

/** What else may be done with the product now; what may not is left out with a line that says why. */
export function OtherActions({ product, campaigns, at, saver, mayEdit }: ProductFacts) {
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconEye size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/products/$productId/preview" params={{ productId: product.id }} {...props} />}
      >
        Preview
      </Button>
      {mayEdit && <MoreMenu product={product} campaigns={campaigns} at={at} saver={saver} />}
    </>
  )
}

function MoreMenu({ product, campaigns, at, saver }: Omit<ProductFacts, 'mayEdit'>) {
  const navigate = useNavigate()
  const duplicate = useCommand('products.duplicate')
  const toDraft = useCommand('products.backToDraft')
  const archive = useCommand('products.archive')
  const restore = useCommand('products.restore')

  const copy = async () => {
    await saver.flush()
    const reply = await duplicate.run({ id: product.id })
    tell(reply, `This is the copy of ${product.name}`)
    if (reply.ok) await navigate({ to: '/products/$productId', params: { productId: reply.value.id } })
  }
  const unready = async () => {
    await saver.flush()
    tell(await toDraft.run({ id: product.id, revision: saver.revision() }), `${product.name} is a draft again`)
  }
  const putAway = async () => {
    await saver.flush()
    const reply = await archive.run({ id: product.id })
    if (!reply.ok) {
      notifyRefused(reply.refusal)
      return
    }
    notifySaved(`${product.name} is archived`, {
      run: () => void restore.run({ id: product.id }).then((undone) => tell(undone, `${product.name} is back`)),
    })
  }
  const noDraft = refusalOf(backToDraft(product, campaigns, product.revision, at))
  const noArchive = refusalOf(archiveProduct(product, campaigns, at))
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <ActionIcon variant="default" size={34} aria-label="More actions">
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void copy()}>
          Duplicate
        </Menu.Item>
        {noDraft === null && (
          <Menu.Item leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => void unready()}>
            Back to draft
          </Menu.Item>
        )}
        {noArchive === null && (
          <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={() => void putAway()}>
            Archive
          </Menu.Item>
        )}
        {noArchive?.code === 'in-campaign' && (
          <Menu.Label style={{ whiteSpace: 'normal' }}>{noArchive.message}</Menu.Label>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

const refusalOf = (tried: Result<unknown>): Refusal | null => (tried.ok ? null : tried.refusal)

function tell(reply: Result<unknown>, done: string): void {
  if (reply.ok) notifySaved(done)
  else notifyRefused(reply.refusal)
}

/** Why what is typed could not be saved before something that builds on it. */
function unsavedReason(saver: DraftSaver): Refusal | null {
  const { status } = saver.state()
  if (status.kind === 'failed') return status.refusal
  return status.kind === 'changed elsewhere'
    ? { code: 'changed-elsewhere', message: 'The product was changed elsewhere. Choose a version first.' }
    : null
}
