import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pictureFolder } from '../../../electron/pictures/pictureFolder'
import { NotSaved } from '../../../electron/store/store'
import { id, type PictureId } from '../../../shared/ids'
import { allowed } from '../../shared/builders'
import { anOffice, aReadyProduct, done } from '../../journeys/anOffice'
import { aPng, aWebp } from './samples'

let parent: string
let folder: string
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'pictures-'))
  folder = path.join(parent, 'pictures')
})
afterEach(() => rm(parent, { recursive: true, force: true }))

const front = { id: id<PictureId>('picture-front'), format: 'png' } as const
const copyId = id<PictureId>('picture-copied')

test('a picture and its thumbnail are files that nobody else reads', async () => {
  await pictureFolder(folder).write(front, aPng(), aWebp())
  expect(await readdir(folder)).toEqual(['picture-front.png', 'picture-front.thumb.webp'])
  expect(await readFile(path.join(folder, 'picture-front.png'))).toEqual(aPng())
  for (const name of await readdir(folder)) expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

test('a copy has files of its own', async () => {
  const pictures = pictureFolder(folder)
  await pictures.write(front, aPng(), aWebp())
  await pictures.copyAll([{ picture: front, copyId }])
  await pictures.remove(front)
  expect(await readdir(folder)).toEqual(['picture-copied.png', 'picture-copied.thumb.webp'])
  for (const name of await readdir(folder)) expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600)
})

test('a picture that cannot be written is not saved and leaves nothing', async () => {
  await writeFile(folder, 'this is no folder')
  await expect(pictureFolder(folder).write(front, aPng(), aWebp())).rejects.toBeInstanceOf(NotSaved)
  await rm(folder)
  const pictures = pictureFolder(folder)
  await expect(pictures.copyAll([{ picture: front, copyId }])).rejects.toBeInstanceOf(NotSaved)
  expect(await readdir(folder)).toEqual([])
})

test('pictures follow their product: added, duplicated with it, removed', async () => {
  const shop = await anOffice()
  const desk = shop.office.as(shop.manager)
  const pictures = shop.office.picturesFolder ?? ''
  const productId = await aReadyProduct(desk)
  expect(await readdir(pictures)).toHaveLength(2)
  const copy = await done(desk, 'products.duplicate', { id: productId })
  expect(await readdir(pictures)).toHaveLength(4)
  const duplicated = allowed(await desk.ask('products.one', { id: copy.id }))
  const [picture] = duplicated?.product.pictures ?? []
  if (picture === undefined) throw new Error('the copy has the picture')
  expect(await readFile(path.join(pictures, `${picture.id}.png`))).toEqual(aPng(640, 480))
  await done(desk, 'products.removePicture', { id: copy.id, pictureId: picture.id })
  expect(await readdir(pictures)).toHaveLength(2)
  await shop.end()
})
