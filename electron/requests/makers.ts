import { id, type MakerId } from '../../shared/ids'
import { createMaker } from '../../shared/makers/createMaker'
import { ok } from '../../shared/result'
import type { FeatureHandlers } from './handler'

export const makersHandlers: FeatureHandlers<'makers'> = {
  'makers.list': async (_input, { read }) => ok(await read.makers.all()),

  'makers.create': ({ name, about }, desk) =>
    desk.commit(async ({ tx, at }) => {
      const maker = { id: id<MakerId>(desk.newId()), name, about }
      const created = createMaker(await tx.read.makers.all(), maker, at)
      if (!created.ok) return created
      tx.makers.put(created.value)
      return ok({ reply: { id: created.value.id }, subject: {}, summary: `Added the maker ${created.value.name}` })
    }),
}
