import { Checkbox, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { roles, type Role } from '../../shared/staff/account'
import { roleFacts } from './roleFacts'

interface RolesFieldProps {
  readonly value: readonly Role[]
  readonly onChange: (held: Role[]) => void
  readonly error?: ReactNode
}

/** The roles of an account; one person may hold several. */
export function RolesField({ value, onChange, error }: RolesFieldProps) {
  return (
    <Checkbox.Group
      label="Roles"
      error={error}
      value={[...value]}
      onChange={(chosen) => onChange(roles.filter((role) => chosen.includes(role)))}
    >
      <Stack gap="xs" my={6}>
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={roleFacts[role].label} description={roleFacts[role].may} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
