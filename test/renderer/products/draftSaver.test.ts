import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DraftSaver, type Version } from '../../../renderer/products/editor/draftSaver'
import { contentOf } from '../../../renderer/products/editor/productForm'
import type { ProductContent } from '../../../shared/products/product'
import { ok, refuse, type Result } from '../../../shared/result'
import { aProduct } from '../../shared/builders'

const content = (tagline: string): ProductContent => contentOf(aProduct({ tagline }))
const version = (revision: number, tagline: string): Version => ({ revision, content: content(tagline) })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** An editor opened on revision 1; each save is answered when the test says how. */
function anEditor(newest?: Version) {
  const sent: Version[] = []
  const waiting: ((reply: Result<{ revision: number }>) => void)[] = []
  const saver = new DraftSaver(version(1, 'as opened'), {
    save: (asked) => {
      sent.push(asked)
      return new Promise((resolve) => waiting.push(resolve))
    },
    newest: () => Promise.resolve(newest),
    now: () => 0,
  })
  const answer = async (reply: Result<{ revision: number }>) => {
    waiting.shift()?.(reply)
    await vi.advanceTimersByTimeAsync(0)
  }
  const sentTaglines = () => sent.map((asked) => asked.content.tagline)
  return { saver, sent, sentTaglines, answer, status: () => saver.state().status.kind }
}

const pause = () => vi.advanceTimersByTimeAsync(600)

test('typing is saved after a pause, as it stood then', async () => {
  const { saver, sentTaglines, answer, status } = anEditor()
  saver.type(content('first'))
  await vi.advanceTimersByTimeAsync(500)
  saver.type(content('second'))
  await vi.advanceTimersByTimeAsync(500)
  expect(sentTaglines()).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(sentTaglines()).toEqual(['second'])
  await answer(ok({ revision: 2 }))
  expect(status()).toBe('saved')
})

test('one save goes at a time, and the next is based on what it came to', async () => {
  const { saver, sent, answer } = anEditor()
  saver.type(content('first'))
  await pause()
  saver.type(content('second'))
  await pause()
  expect(sent).toHaveLength(1)
  await answer(ok({ revision: 2 }))
  expect(sent).toEqual([version(1, 'first'), version(2, 'second')])
})

test('what comes back to the saved text is not saved again', async () => {
  const { saver, sent, status } = anEditor()
  saver.type(content('other'))
  saver.type(content('as opened'))
  await pause()
  expect(sent).toEqual([])
  expect(status()).toBe('saved')
})

test('a change from elsewhere is shown where nothing was typed', () => {
  const { saver } = anEditor()
  saver.hear(version(2, 'theirs'))
  expect(saver.state()).toMatchObject({ typed: { tagline: 'theirs' }, loads: 1 })
})

test('a change from elsewhere never replaces what was typed, and nothing is saved over it unread', async () => {
  const { saver, sent, status } = anEditor()
  saver.type(content('mine'))
  saver.hear(version(2, 'theirs'))
  await pause()
  await saver.flush()
  expect(sent).toEqual([])
  expect(saver.state().typed.tagline).toBe('mine')
  expect(status()).toBe('changed elsewhere')
})

test('after both versions were seen, either may be taken', async () => {
  const theirs = anEditor()
  theirs.saver.type(content('mine'))
  theirs.saver.hear(version(2, 'theirs'))
  theirs.saver.loadTheirs()
  expect(theirs.saver.state()).toMatchObject({ typed: { tagline: 'theirs' }, status: { kind: 'saved' } })

  const mine = anEditor()
  mine.saver.type(content('mine'))
  mine.saver.hear(version(2, 'theirs'))
  void mine.saver.keepMine()
  await mine.answer(ok({ revision: 3 }))
  expect(mine.sent).toEqual([version(2, 'mine')])
  expect(mine.status()).toBe('saved')
})

test('a save that crosses a change from elsewhere is refused and then told as such', async () => {
  const { saver, answer, status } = anEditor(version(2, 'theirs'))
  saver.type(content('mine'))
  await pause()
  await answer(refuse('changed-elsewhere', 'This product was changed elsewhere.'))
  expect(status()).toBe('changed elsewhere')
  expect(saver.state().typed.tagline).toBe('mine')
})

test('a new revision with the same text, such as a picture added, is no conflict: the save is sent again on it', async () => {
  const { saver, sent, answer, status } = anEditor(version(2, 'as opened'))
  saver.type(content('mine'))
  await pause()
  await answer(refuse('changed-elsewhere', 'This product was changed elsewhere.'))
  expect(sent).toEqual([version(1, 'mine'), version(2, 'mine')])
  await answer(ok({ revision: 3 }))
  expect(status()).toBe('saved')
})

test('the news of one’s own save is no change from elsewhere', async () => {
  const { saver, answer, status } = anEditor()
  saver.type(content('mine'))
  await pause()
  saver.hear(version(2, 'mine'))
  saver.type(content('mine, and more'))
  await answer(ok({ revision: 2 }))
  expect(status()).toBe('saving')
})

test('a refusal is kept in sight and not tried again until something is typed', async () => {
  const { saver, sent, answer, status } = anEditor()
  saver.type(content(''))
  await pause()
  await answer(refuse('incomplete', 'This product is marked ready, so it must stay complete.', 'content.tagline'))
  expect(status()).toBe('failed')
  await vi.advanceTimersByTimeAsync(10_000)
  await saver.flush()
  expect(sent).toHaveLength(1)
  saver.type(content('again'))
  await pause()
  expect(sent).toHaveLength(2)
})

test('leaving saves at once', async () => {
  const { saver, sentTaglines } = anEditor()
  saver.type(content('typed and left'))
  void saver.flush()
  await vi.advanceTimersByTimeAsync(0)
  expect(sentTaglines()).toEqual(['typed and left'])
})
