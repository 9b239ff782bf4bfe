import { MantineProvider } from '@mantine/core'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { CampaignActions } from '../../../renderer/campaigns/page/CampaignActions'
import { SessionContext } from '../../../renderer/session/useSession'
import type { CampaignState } from '../../../shared/campaigns/campaign'
import { minor } from '../../../shared/money'
import { ok } from '../../../shared/result'
import type { Role } from '../../../shared/staff/account'
import { aCampaign, aCount, aTally, createdAt, midway, staffId } from '../../shared/builders'
import { aBridge } from '../aBridge'

function showActions(role: Role, state: CampaignState) {
  const net = aCount({ orders: 9, units: 12, amount: minor(1_318_800) })
  const view = { campaign: aCampaign(), state, tally: aTally({ net }), productName: 'Mi Selfie Stick Tripod' }
  const who = { id: staffId, signInName: 'meera', name: 'Meera', roles: [role], active: true, createdAt }
  render(
    <MantineProvider env="test">
      <SessionContext value={{ kind: 'signed in', who, locksAfterMinutes: 10 }}>
        <CampaignActions view={view} at={midway} />
      </SessionContext>
    </MantineProvider>,
  )
}

test('only a manager is offered to call a live campaign off; others read why not', () => {
  showActions('support', 'live')
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('Only a manager can call it off.')).toBeDefined()
})

test('a funded campaign is not offered to be called off, and says so', () => {
  showActions('manager', 'funded')
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText(/Funded stays/)).toBeDefined()
})

test('calling off tells what is owed, starts on the safe choice and needs a reason', async () => {
  const { asked } = aBridge(() => Promise.resolve(ok({ id: 'campaign-tripod', revision: 2 })))
  const user = userEvent.setup()
  showActions('manager', 'live')
  await user.click(screen.getByRole('button', { name: 'Call off' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/12 units in 9 paid orders: ₹13,188 is owed back/)).toBeDefined()

  await waitFor(() => expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Let it run' })))

  const confirm = dialog.getByRole('button', { name: 'Call off — ₹13,188 to be paid back' })
  expect(confirm).toHaveProperty('disabled', true)
  await user.type(dialog.getByLabelText('Reason'), 'The maker cannot deliver')
  await user.click(confirm)
  expect(asked).toMatchObject([
    { name: 'campaigns.callOff', input: { id: 'campaign-tripod', reason: 'The maker cannot deliver' } },
  ])
})
