import { PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Backup, UnderWay } from '../../shared/backups/requests'
import { marketFacts } from '../../shared/campaigns/market'
import { fullTime } from '../../shared/time'
import { ask, RefusedError } from '../api'
import { forgetAnswers, noteShop } from '../session/enter'
import { useSession } from '../session/useSession'
import { ConsequencesDialog } from '../ui/Consequences'
import { errorsFrom, generalField } from '../ui/formErrors'
import { DeedProgress } from './DeedProgress'
import { grouped, orderCount } from '../ui/counts'

interface RestoreDialogProps {
  readonly backup: Backup
  readonly underWay: UnderWay | null
  readonly onClose: () => void
}

/** What a restore does to the shop that is open now, and the password of whoever decides it. */
export function RestoreDialog({ backup, underWay, onClose }: RestoreDialogProps) {
  const { who } = useSession()
  const client = useQueryClient()
  const [running, setRunning] = useState(false)
  const form = useForm({ initialValues: { password: '' } })
  const { password } = form.values
  const made = fullTime(backup.madeAt, marketFacts.IN.zone)
  const restore = async () => {
    setRunning(true)
    form.clearErrors()
    try {
      const status = await ask('backups.restore', { name: backup.name, password })
      forgetAnswers(client)
      noteShop(client, status)
    } catch (error) {
      setRunning(false)
      form.setErrors(
        error instanceof RefusedError
          ? errorsFrom(error.refusal)
          : { [generalField]: 'The program did not answer. Try again.' },
      )
    }
  }
  return (
    <ConsequencesDialog
      opened
      onClose={onClose}
      title="Restore this backup"
      facts={[
        `${backup.shopName} will be as it was on ${made}: ${orderCount(backup.orders)}, ${grouped(backup.auditEntries)} entries in the audit trail.`,
        'What was done since then is no longer in the shop: orders, payments and refunds that happened in truth must be recorded again.',
        'The shop as it is now is kept beside it, under a name with the date. Nothing is thrown away.',
        'The backup is checked first. Everyone is signed out, in every window.',
      ]}
      choice={
        running && underWay !== null ? (
          <DeedProgress underWay={underWay} cancel={() => ask('backups.cancel', {})} />
        ) : (
          <PasswordInput
            label={`Password of ${who.name}`}
            required
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
        )
      }
      ready={password !== ''}
      confirmLabel="Restore — set aside what was done since"
      cancelLabel="Leave it as it is"
      error={form.errors[generalField] ?? form.errors['name']}
      running={running}
      onConfirm={() => void restore()}
    />
  )
}
