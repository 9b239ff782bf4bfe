import { describe, expect, test } from 'vitest'
import { judgePicture, judgeThumbnail } from '../../../electron/pictures/judge'
import { allowed, refusedBy } from '../../shared/builders'
import { aJpeg, aPng, aWebp, endOfJpeg, pngChunk } from './samples'

const text = (characters: string): Buffer => Buffer.from(characters, 'utf8')
const codeOf = (bytes: Buffer): string => refusedBy(judgePicture(bytes)).code
const behind = text('<script>alert(1)</script>')

describe.each([
  ['png', aPng],
  ['jpeg', aJpeg],
  ['webp', aWebp],
] as const)('a %s', (format, make) => {
  test('is let through with its size, by its content', () => {
    expect(allowed(judgePicture(make(640, 480)))).toEqual({ format, width: 640, height: 480 })
  })

  test('is refused wherever it is cut short', () => {
    const whole = make(640, 480)
    for (let length = 0; length < whole.length; length += 1) {
      expect(judgePicture(whole.subarray(0, length)).ok).toBe(false)
    }
  })

  test('is refused with something else behind it', () => {
    expect(codeOf(Buffer.concat([make(640, 480), behind]))).toBe('picture-more-behind')
  })

  test('is refused beyond 8000 pixels a side or 40 million in all', () => {
    expect(judgePicture(make(8000, 5000)).ok).toBe(true)
    expect(codeOf(make(8001, 10))).toBe('picture-too-large')
    expect(codeOf(make(10, 8001))).toBe('picture-too-large')
    expect(codeOf(make(8000, 5001))).toBe('picture-too-large')
  })
})

test('a PNG with a part that does not fit its checksum is refused', () => {
  const broken = aPng(640, 480)
  broken[20] = 7
  expect(codeOf(broken)).toBe('picture-broken')
})

test('a PNG without data is refused', () => {
  const whole = aPng()
  const header = whole.subarray(0, 33)
  expect(codeOf(Buffer.concat([header, pngChunk('IEND', Buffer.alloc(0))]))).toBe('picture-broken')
})

test('a JPEG that ends before its first scan is refused', () => {
  expect(codeOf(Buffer.concat([aJpeg().subarray(0, 20), endOfJpeg]))).toBe('picture-broken')
})

test.each([
  ['nothing', Buffer.alloc(0), 'This file is empty.'],
  ['an SVG', text('\uFEFF<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'This is an SVG.'],
  ['a bare SVG', text('<svg onload="alert(1)"/>'), 'This is an SVG.'],
  ['a GIF', text('GIF89a'), 'This is a GIF.'],
  ['a PDF', text('%PDF-1.7'), 'This is a PDF.'],
  ['a HEIC', text('\0\0\0\x18ftypheic'), 'This is a HEIC.'],
  ['an AVIF', text('\0\0\0\x18ftypavif'), 'This is an AVIF.'],
  ['a TIFF', text('II*\0'), 'This is a TIFF.'],
  ['a BMP', text('BM1234'), 'This is a BMP.'],
  ['a page', text('<!DOCTYPE html><html>'), 'This is not a picture that can be used.'],
])('%s is refused by its name', (_name, bytes, message) => {
  const refusal = refusedBy(judgePicture(bytes))
  expect(refusal.message).toContain(message)
  expect(refusal.field).toBe('bytes')
})

test('more than 10 MB is refused', () => {
  expect(codeOf(Buffer.concat([aPng(), Buffer.alloc(10 * 1024 * 1024)]))).toBe('picture-too-heavy')
})

test('a thumbnail is a WebP of at most 480 pixels a side', () => {
  expect(judgeThumbnail(aWebp(480, 480)).ok).toBe(true)
  expect(refusedBy(judgeThumbnail(aWebp(481, 10)))).toMatchObject({ code: 'picture-too-large', field: 'thumbnail' })
  expect(refusedBy(judgeThumbnail(aPng(10, 10))).code).toBe('thumbnail-not-webp')
})

test('any bytes at all are judged without a throw', () => {
  for (const start of [aPng(), aJpeg(), aWebp()]) {
    for (let place = 0; place < start.length; place += 1) {
      for (const value of [0, 0x7f, 0xff]) {
        const bent = Buffer.from(start)
        bent[place] = value
        expect(() => judgePicture(bent)).not.toThrow()
      }
    }
  }
})
