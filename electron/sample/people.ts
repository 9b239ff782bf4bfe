import type { Supporter } from '../../shared/orders/order'
import type { Chance } from './chance'

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/u)

const givenNames = wordsOf(`
  Aarav Aditi Akash Ananya Anil Anjali Arjun Bhavna Charu Deepa Devika Dinesh Farhan Gauri Harish
  Imran Ishita Jaspreet Karthik Kavya Kunal Lakshmi Mahesh Manpreet Meenal Mohit Nandini Naveen Neha
  Nikhil Pallavi Pooja Pranav Priya Rahul Rekha Ritu Rohan Sahil Sameera Sanjay Shalini Shreya Sneha
  Suresh Tanvi Thomas Uma Varun Vidya Vikram Yash Zara Zubin
`)

const familyNames = wordsOf(`
  Agarwal Banerjee Bhat Bose Chatterjee Choudhary Dcosta Desai Deshmukh Fernandes Ghosh Gill Gupta
  Hegde Iyengar Jain Joshi Kapoor Kaur Khan Kulkarni Kumar Mathew Mehta Mishra Mukherjee Nambiar Naidu
  Patel Pillai Prasad Rao Reddy Saxena Sethi Shah Sharma Shetty Singh Srinivasan Subramanian Thakur
  Varghese Verma Yadav
`)

/** Names in the scripts that people write them in; every list and label has to take them. */
const namesInOtherScripts = ['अनन्या शर्मा', 'কৌশিক সেন', 'கார்த்திகா சுந்தரம்', 'ಸುಮಾ ಹೆಗ್ಡೆ', 'فرحان قریشی'] as const

interface City {
  readonly name: string
  readonly region: string
  /** The first three digits of its PIN codes; the others are invented. */
  readonly pin: string
  readonly quarters: readonly string[]
}

const cities: readonly (readonly [City, number])[] = [
  [{ name: 'Bengaluru', region: 'Karnataka', pin: '560', quarters: ['Indiranagar', 'Jayanagar', 'Malleshwaram'] }, 14],
  [{ name: 'Mumbai', region: 'Maharashtra', pin: '400', quarters: ['Andheri East', 'Dadar West', 'Powai'] }, 13],
  [{ name: 'New Delhi', region: 'Delhi', pin: '110', quarters: ['Lajpat Nagar', 'Dwarka', 'Saket'] }, 12],
  [{ name: 'Hyderabad', region: 'Telangana', pin: '500', quarters: ['Banjara Hills', 'Kukatpally', 'Miyapur'] }, 9],
  [{ name: 'Chennai', region: 'Tamil Nadu', pin: '600', quarters: ['T. Nagar', 'Adyar', 'Velachery'] }, 8],
  [{ name: 'Pune', region: 'Maharashtra', pin: '411', quarters: ['Kothrud', 'Aundh', 'Viman Nagar'] }, 8],
  [{ name: 'Kolkata', region: 'West Bengal', pin: '700', quarters: ['Salt Lake', 'Ballygunge', 'Behala'] }, 7],
  [{ name: 'Ahmedabad', region: 'Gujarat', pin: '380', quarters: ['Navrangpura', 'Maninagar'] }, 6],
  [{ name: 'Jaipur', region: 'Rajasthan', pin: '302', quarters: ['Malviya Nagar', 'Vaishali Nagar'] }, 4],
  [{ name: 'Lucknow', region: 'Uttar Pradesh', pin: '226', quarters: ['Gomti Nagar', 'Aliganj'] }, 4],
  [{ name: 'Kochi', region: 'Kerala', pin: '682', quarters: ['Kaloor', 'Edappally'] }, 4],
  [{ name: 'Guwahati', region: 'Assam', pin: '781', quarters: ['Dispur', 'Beltola'] }, 2],
  [{ name: 'Chandigarh', region: 'Chandigarh', pin: '160', quarters: ['Sector 17', 'Sector 35'] }, 3],
]

const streets = [
  '1st Main',
  '3rd Cross',
  '7th Cross',
  'Station Road',
  'Temple Street',
  'Lake View Road',
  'MG Road',
] as const
const buildings = ['', '', '', 'Sunrise Apartments', 'Shanti Niketan', 'Green Meadows', 'Palm Court'] as const

/**
 * That many people who do not exist. No two share a phone number; the numbers begin with 90000, and the e-mail
 * addresses are examples.
 */
export function inventPeople(count: number, chance: Chance): readonly Supporter[] {
  const lines = chance.shuffled(Array.from({ length: count }, (_, index) => index))
  return lines.map((line, index) => {
    const written = chance.is(0.02) ? chance.pick(namesInOtherScripts) : null
    const [given, family] = [chance.pick(givenNames), chance.pick(familyNames)]
    const city = chance.weighted(cities)
    const building = chance.pick(buildings)
    const mailbox = `${given}.${family}${index % 3 === 0 ? String(line) : ''}`.toLowerCase()
    return {
      name: written ?? `${given} ${family}`,
      phone: `+9190000${String(10_000 + line * 37).padStart(5, '0')}`,
      email: chance.is(0.12) ? '' : `${mailbox}@${chance.pick(['example.com', 'example.in'])}`,
      address: {
        line1: `${chance.whole(1, 240)}, ${chance.pick(streets)}`,
        line2: [building, chance.pick(city.quarters)].filter((part) => part !== '').join(', '),
        city: city.name,
        region: city.region,
        postalCode: `${city.pin}${String(chance.whole(1, 98)).padStart(3, '0')}`,
      },
    }
  })
}
