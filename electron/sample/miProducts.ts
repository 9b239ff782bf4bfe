import receiver from './pictures/receiver.webp?inline'
import receiverThumbnail from './pictures/receiver.thumb.webp?inline'
import standing from './pictures/tripod-standing.webp?inline'
import standingThumbnail from './pictures/tripod-standing.thumb.webp?inline'
import stick from './pictures/tripod-stick.webp?inline'
import stickThumbnail from './pictures/tripod-stick.thumb.webp?inline'
import { specifications, type ProductText } from './productText'

/** The two products of the programme's first season in India, April 2018. */
export const miProducts = {
  tripod: {
    name: 'Mi Selfie Stick Tripod',
    maker: 'Mi',
    category: 'Photography',
    tagline: 'A selfie stick and a tripod in one',
    description:
      'Pull it out and it is a selfie stick; unfold its feet and it is a tripod that stands on its own. The remote in the handle takes the picture over Bluetooth, from the stick or from across the room.\n\nThe grip opens wide enough for phones as large as the Mi Max 2 and turns all the way round, so portraits and landscapes need no tools.',
    highlights: [
      'Selfie stick and tripod in one',
      'Bluetooth 3.0 remote shutter',
      '360° rotation',
      'Grip adjusts to phones as large as the Mi Max 2',
    ],
    specifications: specifications({
      Remote: 'Bluetooth 3.0',
      Rotation: '360°',
      Grip: 'Adjustable, up to the size of the Mi Max 2',
      Colour: 'Black',
      Shipping: 'Within 10 days of the order',
    }),
    variants: ['Black'],
    price: 109_900,
    pageAddress: 'https://www.example.com/mi/selfie-stick-tripod',
    shippingDays: 10,
    pictures: [
      {
        full: standing,
        thumbnail: standingThumbnail,
        description: 'The tripod standing on its three feet with a phone',
      },
      {
        full: stick,
        thumbnail: stickThumbnail,
        description: 'Pulled out as a selfie stick, the phone turned sideways',
      },
    ],
  },
  receiver: {
    name: 'Mi Bluetooth Audio Receiver',
    maker: 'Mi',
    category: 'Audio',
    tagline: 'Makes any wired headphones wireless',
    description:
      'Clip it to a shirt, plug in the headphones you like, and listen without a cable to the phone. One key does it all: power, pairing, play and pause, and calls.\n\nIts own headphone amplifier drives what a phone’s jack cannot. It is full again within two hours and plays for four to five.',
    highlights: [
      'One key for power, pairing, play and pause, and calls',
      'Bluetooth 4.2',
      'Built-in headphone amplifier',
      'Plays 4 to 5 hours, full again within 2 hours',
    ],
    specifications: specifications({
      Bluetooth: '4.2',
      Amplifier: 'Headphone amplifier built in',
      Battery: '97 mAh',
      'Full charge': 'Within 2 h',
      Playback: '4–5 h',
      Colour: 'White',
    }),
    variants: ['White'],
    price: 99_900,
    pageAddress: 'https://www.example.com/mi/bluetooth-audio-receiver',
    shippingDays: 10,
    pictures: [
      {
        full: receiver,
        thumbnail: receiverThumbnail,
        description: 'The white receiver with a headphone cable plugged in',
      },
    ],
  },
} as const satisfies Record<string, ProductText>
