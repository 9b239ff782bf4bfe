import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useState } from 'react'
import type { OrderView } from '../../shared/orders/requests'
import { inEnglish } from '../../shared/replies/inEnglish'
import { inHindi } from '../../shared/replies/inHindi'
import { repliesOf, type ReplyKind } from '../../shared/replies/reply'
import type { Language } from '../../shared/time'
import { useAsk } from '../api'
import { useDaysOff } from '../settings/useDaysOff'
import { notifySaved } from '../ui/notify'
import { usePageKey } from '../ui/pageKeys'
import classes from './replies.module.css'

const write: Record<Language, typeof inEnglish> = { en: inEnglish, hi: inHindi }

const kindWords: Record<ReplyKind, string> = {
  'payment received': 'Payment received',
  cancelled: 'Cancelled',
  'refund sent': 'Refund sent',
  shipped: 'Shipped',
}

/** The ready replies of an order: `y` opens them, Enter copies the one that is shown. */
export function ReplyDialog({ view }: { readonly view: OrderView }) {
  const [opened, setOpened] = useState(false)
  usePageKey('y', () => setOpened(true))
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Reply
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={`Reply about order ${view.order.number}`}
        size="lg"
      >
        <Replies view={view} onClose={() => setOpened(false)} />
      </Modal>
    </>
  )
}

function Replies({ view, onClose }: { readonly view: OrderView; readonly onClose: () => void }) {
  const { order, campaign, productName } = view
  const status = useAsk('shop.status', {})
  const daysOff = useDaysOff(campaign.campaign.market)
  const clipboard = useClipboard()
  const kinds = repliesOf(order)
  const [wished, setWished] = useState<ReplyKind | null>(null)
  const [language, setLanguage] = useState<Language>('en')
  const kind = kinds.find((each) => each === wished) ?? kinds[0]
  if (kind === undefined)
    return <Text size="sm">There is nothing to tell yet: nothing was paid, cancelled, sent or shipped.</Text>
  const shopName = status.state === 'loaded' && status.value.kind === 'open' ? status.value.name : ''
  const text = write[language](kind, { order, campaign: campaign.campaign, productName, shopName, daysOff })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        clipboard.copy(text)
        notifySaved('The reply is copied.')
        onClose()
      }}
    >
      <Stack gap="md">
        <Group justify="space-between">
          <SegmentedControl
            aria-label="What the reply is about"
            value={kind}
            onChange={(chosen) => setWished(kinds.find((each) => each === chosen) ?? null)}
            data={kinds.map((each) => ({ value: each, label: kindWords[each] }))}
          />
          <SegmentedControl
            aria-label="Language"
            value={language}
            onChange={(chosen) => setLanguage(chosen === 'hi' ? 'hi' : 'en')}
            data={[
              { value: 'en', label: 'English' },
              { value: 'hi', label: 'हिन्दी' },
            ]}
          />
        </Group>
        <div className={classes.text} lang={language} role="region" aria-label="The reply">
          {text}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" data-autofocus>
            Copy the reply
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
