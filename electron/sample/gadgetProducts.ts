import powerBank from './pictures/powerbank.webp?inline'
import powerBankThumbnail from './pictures/powerbank.thumb.webp?inline'
import speaker from './pictures/speaker.webp?inline'
import speakerThumbnail from './pictures/speaker.thumb.webp?inline'
import tanpura from './pictures/tanpura.webp?inline'
import tanpuraThumbnail from './pictures/tanpura.thumb.webp?inline'
import { specifications, type ProductText } from './productText'

/** Invented products for music and the road. */
export const gadgetProducts = {
  tanpura: {
    name: 'Tarang Pocket Tanpura',
    maker: 'Tarang Audio',
    category: 'Audio',
    tagline: 'The drone for your riyaz, in your bag',
    description:
      'An electronic tanpura with the sound of a concert instrument, sampled string by string in Miraj. Two dials set pitch and tempo; everything else is silence around the note.',
    highlights: ['Four sampled strings', 'Any pitch, to the cent', 'Ten hours on one charge'],
    specifications: specifications({
      Range: 'A2 to A4, tunable to one cent',
      Speaker: '5 W, wooden case',
      Battery: '3,000 mAh',
      Outputs: 'Headphones and line',
    }),
    variants: ['Sheesham', 'Teak'],
    price: 179_900,
    pageAddress: 'https://www.example.com/tarang/pocket-tanpura',
    shippingDays: 20,
    pictures: [
      {
        full: tanpura,
        thumbnail: tanpuraThumbnail,
        description: 'A small wooden box with a round grille and two dials',
      },
    ],
  },
  speaker: {
    name: 'Dhun Clip Speaker',
    maker: 'Tarang Audio',
    category: 'Audio',
    tagline: 'Loud enough for the terrace, small enough for the handlebar',
    description:
      'A speaker with a strap that hooks onto a bag, a branch or a handlebar. Rain does not bother it; two of them play in stereo.',
    highlights: ['Waterproof to one metre', 'Two play in stereo', '12 hours of music'],
    specifications: specifications({ Output: '6 W', Bluetooth: '5.0', Battery: '2,200 mAh', Protection: 'IPX7' }),
    variants: ['Indigo', 'Brick', 'Moss'],
    price: 149_900,
    pageAddress: 'https://www.example.com/tarang/dhun',
    shippingDays: 10,
    pictures: [
      { full: speaker, thumbnail: speakerThumbnail, description: 'A round blue speaker with an orange strap' },
    ],
  },
  powerBank: {
    name: 'Teja Solar Power Bank',
    maker: 'Surya Pocket',
    category: 'Power',
    tagline: 'A day of phone from a day of sun',
    description:
      'A power bank with a panel that earns its name: six hours of sun fill a third of it. The case takes a fall from a rucksack.',
    highlights: ['5 W panel', '10,000 mAh', 'Two devices at once'],
    specifications: specifications({
      Panel: '5 W',
      Capacity: '10,000 mAh',
      Outputs: 'USB-C 18 W, USB-A 12 W',
      Weight: '410 g',
    }),
    variants: ['Black'],
    price: 199_900,
    pageAddress: 'https://www.example.com/surya/teja',
    shippingDays: 14,
    pictures: [
      {
        full: powerBank,
        thumbnail: powerBankThumbnail,
        description: 'A black power bank with a solar panel under the sun',
      },
    ],
  },
  bicycleLight: {
    name: 'Jugnu Bicycle Light',
    maker: 'Jugnu Mobility',
    category: '',
    tagline: 'Seen from 300 metres, charged by braking',
    description: 'A rear light that brightens when you brake. Price and final pictures follow from the maker.',
    highlights: ['Brightens when you brake', ''],
    specifications: specifications({ Visibility: '300 m' }),
    variants: ['Red'],
    price: null,
    pageAddress: '',
    shippingDays: null,
    pictures: [],
  },
} as const satisfies Record<string, ProductText>
