import lamp from './pictures/lamp.webp?inline'
import lampThumbnail from './pictures/lamp.thumb.webp?inline'
import mug from './pictures/mug.webp?inline'
import mugThumbnail from './pictures/mug.thumb.webp?inline'
import neckFan from './pictures/neckfan.webp?inline'
import neckFanThumbnail from './pictures/neckfan.thumb.webp?inline'
import soilSensor from './pictures/soil.webp?inline'
import soilSensorThumbnail from './pictures/soil.thumb.webp?inline'
import { specifications, type ProductText } from './productText'

/** Invented products for house, field and commute. */
export const homeProducts = {
  lamp: {
    name: 'Lumo Clip Reading Lamp',
    maker: 'Lumo Works',
    category: 'Home',
    tagline: 'Warm light on your page, none on your neighbour',
    description:
      'A lamp that clips to a book or a headboard and lights the page, not the room. The light has no blue in it, so reading late does not keep you up.\n\nOne charge lasts for two weeks of evenings.',
    highlights: ['Clips to anything up to 4 cm', 'Amber light without blue', '40 hours on one charge'],
    specifications: specifications({
      Light: '1,800 K, three steps',
      Battery: '1,200 mAh, USB-C',
      Weight: '96 g',
      Clip: 'Up to 40 mm, felt-lined',
    }),
    variants: ['Terracotta', 'Slate'],
    price: 129_900,
    pageAddress: 'https://www.example.com/lumo/clip-lamp',
    shippingDays: 15,
    pictures: [
      { full: lamp, thumbnail: lampThumbnail, description: 'The lamp clipped to a book, its light on the table' },
    ],
  },
  mug: {
    name: 'Garam Travel Mug',
    maker: 'Aanch Labs',
    category: 'Kitchen',
    tagline: 'Chai at 60 degrees, from Pune to Panvel',
    description:
      'A steel mug that keeps what is in it at the temperature you like. Its base holds a battery for three hours and warms only when the mug is upright.\n\nThe lid closes with a quarter turn and is tight in a bag.',
    highlights: ['Holds 45 to 65 °C for three hours', 'Tight lid', 'Base comes off, the mug goes in the dishwasher'],
    specifications: specifications({
      Volume: '380 ml',
      Battery: '8,000 mAh, USB-C',
      Temperature: '45–65 °C, to one degree',
      Material: 'Steel inside, powder coat outside',
    }),
    variants: ['Bottle green', 'Copper'],
    price: 249_900,
    pageAddress: 'https://www.example.com/aanch/travel-mug',
    shippingDays: 10,
    pictures: [{ full: mug, thumbnail: mugThumbnail, description: 'A green travel mug with a black lid, steaming' }],
  },
  neckFan: {
    name: 'Pankh Neck Fan',
    maker: 'Hawa Design',
    category: 'Home',
    tagline: 'A breeze that walks with you',
    description:
      'Two quiet fans on a soft collar. Worn round the neck it cools face and nape on platforms and in queues, and both hands stay free.',
    highlights: ['Two fans, three speeds', '28 dB on the lowest', 'Soft collar for every neck'],
    specifications: specifications({ Battery: '2,600 mAh', Running: '4–9 h', Weight: '186 g', Noise: '28–41 dB' }),
    variants: ['Chalk', 'Graphite'],
    price: 119_900,
    pageAddress: 'https://www.example.com/hawa/pankh',
    shippingDays: 12,
    pictures: [
      { full: neckFan, thumbnail: neckFanThumbnail, description: 'A white collar with a small fan at either end' },
    ],
  },
  soilSensor: {
    name: 'Matti Soil Sensor',
    maker: 'Matti Sensors',
    category: 'Farming',
    tagline: 'Know when to water',
    description:
      'Push it into the ground and it tells your phone how moist and how warm the soil is. Made for kitchen gardens and small fields, with a battery that lasts a season.\n\nIts app speaks Marathi, Hindi, Kannada and English.',
    highlights: ['Moisture and temperature at two depths', 'A season on two AA cells', 'App in four languages'],
    specifications: specifications({
      Depths: '10 cm and 25 cm',
      Range: '60 m in the open',
      Battery: 'Two AA, six months',
      Protection: 'IP67',
    }),
    variants: ['Single', 'Set of three'],
    price: 89_900,
    pageAddress: 'https://www.example.com/matti/soil-sensor',
    shippingDays: 20,
    pictures: [
      {
        full: soilSensor,
        thumbnail: soilSensorThumbnail,
        description: 'The sensor standing in soil beside a seedling',
      },
    ],
  },
} as const satisfies Record<string, ProductText>
