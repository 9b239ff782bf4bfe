import type { Specification } from '../../shared/products/product'

export interface SamplePicture {
  /** A `data:` address, as the bundler hands pictures over. */
  readonly full: string
  readonly thumbnail: string
  readonly description: string
}

/** What staff wrote about a product of the sample shop. */
export interface ProductText {
  readonly name: string
  readonly maker: string
  /** Empty where nobody has said yet. */
  readonly category: string
  readonly tagline: string
  readonly description: string
  readonly highlights: readonly string[]
  readonly specifications: readonly Specification[]
  readonly variants: readonly string[]
  /** In paise; null where nobody has said yet. */
  readonly price: number | null
  readonly pageAddress: string
  readonly shippingDays: number | null
  readonly pictures: readonly SamplePicture[]
}

/** `name: value` lines as specifications. */
export const specifications = (lines: Readonly<Record<string, string>>): readonly Specification[] =>
  Object.entries(lines).map(([name, value]) => ({ name, value }))

/** Makers and what they are, by name. */
export const sampleMakers: Readonly<Record<string, string>> = {
  Mi: 'The company itself: devices under its own name, many of them thought up by start-ups that it has invested in.',
  'Lumo Works': 'Four lighting engineers in Pune who make lamps for people who read in bed.',
  'Tarang Audio': 'A Kolkata start-up of musicians and electronics engineers. Small speakers and practice instruments.',
  'Aanch Labs': 'Makes things that keep food and drink warm. Bengaluru, founded by two former railway caterers.',
  'Matti Sensors': 'Low-cost instruments for small farms, developed with growers around Nashik.',
  'Hawa Design': 'Personal cooling for long commutes. A design studio in Chennai.',
  'Surya Pocket': 'Portable solar power from Jodhpur.',
  'Jugnu Mobility': 'Lights and locks for city cyclists. Ahmedabad.',
}
