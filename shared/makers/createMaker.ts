import { comparableName } from '../comparableName'
import type { MakerId } from '../ids'
import { ok, refuse, type Result } from '../result'
import type { Instant } from '../time'
import type { Maker } from './maker'

interface NewMaker {
  readonly id: MakerId
  readonly name: string
  readonly about: string
}

/** A maker that products may name. Refused without a name and where one of that name exists. */
export function createMaker(makers: readonly Maker[], { id, name, about }: NewMaker, at: Instant): Result<Maker> {
  if (name.trim() === '') return refuse('no-name', 'A maker needs a name.', 'name')
  const known = makers.find((maker) => comparableName(maker.name) === comparableName(name))
  return known
    ? refuse('maker-exists', `There is already a maker called ${known.name}.`, 'name')
    : ok({ id, name: name.trim(), about, createdAt: at })
}
