import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { bandLook, categories, chartColours, heatSteps, seriesLook } from '../../../../renderer/ui/chart/chartTheme'
import { apart, contrast, sights } from './colourSight'

const css = readFileSync(path.resolve('renderer/theme.css'), 'utf8')

/** The variables of a scheme, as theme.css says them. */
function schemeOf(opening: string): ReadonlyMap<string, string> {
  const block = css.slice(css.indexOf(opening)).split('}')[0] ?? ''
  return new Map(Array.from(block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gu), ([, name = '', hex = '']) => [name, hex]))
}
const schemes = {
  light: schemeOf(':root,\n.on-paper {'),
  dark: schemeOf(":root[data-mantine-color-scheme='dark'] {"),
}

const hexOf = (scheme: ReadonlyMap<string, string>, variable: string): string => {
  const hex = scheme.get(variable.replace(/^(?:var\()?--|\)$/gu, ''))
  if (hex === undefined) throw new Error(`${variable} is a colour of the scheme`)
  return hex
}

const pairs = categories.flatMap((one, index) => categories.slice(index + 1).map((other) => [one, other] as const))

describe.each(Object.entries(schemes))('in the %s scheme', (_name, scheme) => {
  const surface = hexOf(scheme, '--surface')

  test('each of the eight colours stands out from the ground, 3 : 1', () => {
    expect(categories).toHaveLength(8)
    for (const colour of categories) expect(contrast(hexOf(scheme, colour), surface)).toBeGreaterThanOrEqual(3)
  })

  test.each(Object.entries(sights))('any two of them look apart to %s sight', (_sight, sight) => {
    for (const [one, other] of pairs)
      expect(apart(hexOf(scheme, one), hexOf(scheme, other), sight), `${one} and ${other}`).toBeGreaterThan(12)
  })

  test('each tint of a heat map is stronger than the one before, and its number can be read, 4.5 : 1', () => {
    const strength = heatSteps.map((step) => contrast(hexOf(scheme, step), surface))
    expect(strength).toEqual(strength.toSorted((left, right) => left - right))
    heatSteps.forEach((step, place) => {
      const ink = hexOf(scheme, place >= 4 ? '--chart-on-high' : '--text')
      expect(contrast(hexOf(scheme, step), ink), step).toBeGreaterThanOrEqual(4.5)
    })
  })

  test('median, target, pace and today stand out from the ground, 3 : 1', () => {
    for (const colour of [chartColours.forecast, chartColours.target, chartColours.pace, chartColours.today])
      expect(contrast(hexOf(scheme, colour), surface), colour).toBeGreaterThanOrEqual(3)
  })
})

test('series differ in their dashes too, so that they can be told apart without colour', () => {
  const looks = categories.map((_colour, place) => seriesLook(place))
  expect(new Set(looks.map(({ strokeDasharray }) => strokeDasharray)).size).toBe(8)
  expect(seriesLook(8)).toEqual(seriesLook(0))
})

test('of the bands of a forecast the inner one is stronger', () => {
  expect(bandLook.inner.fillOpacity).toBeGreaterThan(bandLook.outer.fillOpacity)
})
