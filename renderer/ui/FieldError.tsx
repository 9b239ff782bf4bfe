import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** What concerns a form as a whole, at its head: `<FieldError>{form.errors['root']}</FieldError>`. */
export function FieldError({ children }: { readonly children: ReactNode }) {
  if (children === undefined || children === null || children === '') return null
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert">
      {children}
    </Alert>
  )
}
