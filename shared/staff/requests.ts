import { z } from 'zod'
import { idSchema, type StaffId } from '../ids'
import { command, lineSchema, output, query } from '../request'
import { roles, type Colleague } from './account'

export const signInNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,31}$/u, 'Two to 32 letters, digits, dots or hyphens.')

/** Length is what makes a password good; NIST SP 800-63B asks for no composition rules. */
export const passwordSchema = z.string().min(10, 'At least 10 characters.').max(200, 'At most 200 characters.')

const rolesSchema = z.array(z.enum(roles)).min(1, 'Choose at least one role.').max(roles.length)

export const staffRequests = {
  'staff.list': query(['manager'], z.strictObject({}), output<readonly Colleague[]>()),
  'staff.create': command(
    ['manager'],
    { signInName: signInNameSchema, name: lineSchema(80, 1), roles: rolesSchema, password: passwordSchema },
    output<{ readonly id: StaffId }>(),
  ),
  /** Refused where it would take the last active manager away. */
  'staff.change': command(
    ['manager'],
    { id: idSchema<StaffId>(), name: lineSchema(80, 1), roles: rolesSchema, active: z.boolean() },
    output<{ readonly id: StaffId }>(),
  ),
  'staff.setPassword': command(
    ['manager'],
    { id: idSchema<StaffId>(), password: passwordSchema },
    output<{ readonly id: StaffId }>(),
  ),
}
