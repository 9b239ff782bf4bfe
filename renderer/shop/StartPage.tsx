import { Button, Group, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ShopKind, ShopStatus } from '../../shared/shop/requests'
import { ask, RefusedError } from '../api'
import { forgetAnswers, noteShop } from '../session/enter'
import { FieldError } from '../ui/FieldError'
import { DoorLayout } from './DoorLayout'
import { FirstAccountForm } from './FirstAccountForm'
import { OpeningFailed } from './OpeningFailed'
import { ResetSample } from './ResetSample'
import classes from './StartPage.module.css'

type ClosedStatus = Extract<ShopStatus, { kind: 'closed' }>

/** The first page: the sample shop, or a shop of one's own. Says why the last one could not be opened, if so. */
export function StartPage({ status }: { readonly status: ClosedStatus }) {
  const client = useQueryClient()
  const [opening, setOpening] = useState<ShopKind | null>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    document.title = 'Choose a shop – Crowdfunding back office'
  }, [])
  const open = async (shop: ShopKind) => {
    setOpening(shop)
    setError(null)
    try {
      noteShop(client, await ask('shop.open', { shop }))
      forgetAnswers(client)
    } catch (refused) {
      setError(refused instanceof RefusedError ? refused.message : 'The program did not answer. Try again.')
    } finally {
      setOpening(null)
    }
  }
  return (
    <DoorLayout wide>
      {status.failure !== null && <OpeningFailed failure={status.failure} underWay={status.underWay} />}
      <FieldError>{error}</FieldError>
      <div className={classes.choices}>
        <section className={classes.choice} aria-labelledby="sample">
          <Title order={status.failure === null ? 1 : 2} size="h1" id="sample">
            Sample shop
          </Title>
          <Text size="sm">
            Ten products and a few hundred made-up orders: campaigns that are live, funded, about to fail, being settled
            and shipping. Nothing in it is real, and it can be reset at any time.
          </Text>
          <Group mt="xs" gap="xs">
            <Button loading={opening === 'sample'} disabled={opening === 'own'} onClick={() => void open('sample')}>
              Open the sample shop
            </Button>
            {status.sampleExists && <ResetSample />}
          </Group>
        </section>
        <section className={classes.choice} aria-labelledby="own">
          <Title order={2} size="h1" id="own">
            {status.ownExists ? 'Your shop' : 'Start empty'}
          </Title>
          {status.ownExists ? (
            <>
              <Text size="sm">The shop that was started on this computer, as it was left.</Text>
              <Group mt="xs">
                <Button
                  variant="default"
                  loading={opening === 'own'}
                  disabled={opening === 'sample'}
                  onClick={() => void open('own')}
                >
                  Open your shop
                </Button>
              </Group>
            </>
          ) : (
            <FirstAccountForm />
          )}
        </section>
      </div>
    </DoorLayout>
  )
}
