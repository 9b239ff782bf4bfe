import { expect, test } from 'vitest'
import { id, type MakerId } from '../../../shared/ids'
import { createMaker } from '../../../shared/makers/createMaker'
import { allowed, makerId, midway, refusedBy } from '../builders'

const iShot = allowed(createMaker([], { id: makerId, name: ' iShot Labs ', about: 'Optics' }, midway))
const another = id<MakerId>('maker-another')

test('a maker has a name, trimmed, and a few words', () => {
  expect(iShot).toEqual({ id: makerId, name: 'iShot Labs', about: 'Optics', createdAt: midway })
})

test.each(['iShot Labs', 'ISHOT LABS', ' ishot  labs', 'ｉＳｈｏｔ Labs'])(
  'a maker called %j exists already',
  (name) => {
    expect(refusedBy(createMaker([iShot], { id: another, name, about: '' }, midway))).toMatchObject({
      code: 'maker-exists',
      field: 'name',
    })
  },
)

test('another name is another maker, and no name is none', () => {
  expect(allowed(createMaker([iShot], { id: another, name: 'Notewell', about: '' }, midway)).name).toBe('Notewell')
  expect(refusedBy(createMaker([], { id: another, name: ' ', about: '' }, midway)).field).toBe('name')
})
