type Triple = readonly [number, number, number]

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

/** `#rrggbb` as light, each channel from 0 to 1. */
const lightOf = (hex: string): Triple => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255))
  return [red, green, blue]
}

const luminance = ([red, green, blue]: Triple): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue

/** WCAG 2: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [more = 0, less = 0] = [one, other].map((hex) => luminance(lightOf(hex))).sort((left, right) => right - left)
  return (more + 0.05) / (less + 0.05)
}

type Matrix = readonly [Triple, Triple, Triple]

/** Machado, Oliveira and Fernandes 2009, severity 1. */
export const sights: Readonly<Record<'usual' | 'deuteranopia' | 'protanopia', Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
}

const times = (rows: Matrix, [a, b, c]: Triple): Triple => {
  const of = ([x, y, z]: Triple): number => x * a + y * b + z * c
  return [of(rows[0]), of(rows[1]), of(rows[2])]
}

const within = (channel: number): number => Math.min(1, Math.max(0, channel))

/** Where Oklab puts a colour as that eye sees it; equal steps look equally wide. */
function seen(hex: string, sight: Matrix): Triple {
  const [red, green, blue] = times(sight, lightOf(hex)).map(within) as unknown as Triple
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    [red, green, blue],
  ).map(Math.cbrt) as unknown as Triple
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  )
}

/** How far apart two colours look, black and white being 100 apart; 2 is about the least that is noticed. */
export function apart(one: string, other: string, sight: Matrix): number {
  const [left, right] = [seen(one, sight), seen(other, sight)]
  return 100 * Math.hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2])
}
