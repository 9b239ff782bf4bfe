import { z } from 'zod'
import type { MakerId } from '../ids'
import { command, lineSchema, output, proseSchema, query } from '../request'
import type { Maker } from './maker'

export const makersRequests = {
  'makers.list': query('signed-in', z.strictObject({}), output<readonly Maker[]>()),
  'makers.create': command(
    ['merchandiser'],
    { name: lineSchema(120, 1), about: proseSchema(2000) },
    output<{ readonly id: MakerId }>(),
  ),
}
