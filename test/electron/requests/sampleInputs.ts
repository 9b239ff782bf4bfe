import type { RequestInput, RequestName } from '../../../shared/requests'
import { aPng, aWebp } from '../pictures/samples'

const any = 'none-such-record'
const slice = { offset: 0, limit: 20 }
const commandId = 'command-of-the-table'
const password = 'a long enough password'
const at = 1_523_000_000_000

const terms = {
  productId: any,
  market: 'IN',
  target: { kind: 'units', units: 200 },
  price: 109_900,
  startsAt: at,
  endsAt: at + 1_000_000,
  zone: 'Asia/Kolkata',
  paymentWindowMinutes: 30,
  cap: null,
  perSupporterLimit: 2,
  shippingPromise: { days: 10, base: 'order' },
} as const

const supporter = {
  name: 'Asha Rao',
  phone: '98450 12345',
  email: '',
  address: { line1: '12 MG Road', line2: '', city: 'Bengaluru', region: 'Karnataka', postalCode: '560 001' },
}

const content = {
  name: 'Mi Selfie Stick Tripod',
  tagline: '',
  description: '',
  highlights: ['360° rotation'],
  specifications: [{ name: 'Remote', value: 'Bluetooth 3.0' }],
  variants: [{ id: 'variant-black', name: 'Black' }],
  price: 109_900,
  currency: 'INR',
  makerId: null,
  pageAddress: '',
  shippingDays: 10,
} as const

const refund = { commandId, orderId: any, refundId: any }
const product = { commandId, id: any }
const revised = { ...product, revision: 1 }

/** A well-formed input of every request; what it names does not exist. A request without one does not compile. */
export const sampleInputs: { readonly [Name in RequestName]: RequestInput<Name> } = {
  'shop.status': {},
  'shop.open': { shop: 'own' },
  'shop.start': { shopName: 'Another', signInName: 'other', name: 'Other', password },
  'shop.close': {},
  'shop.tryAgain': {},
  'shop.resetSample': {},
  'session.current': {},
  'session.signIn': { signInName: 'nobody', password },
  'session.unlock': { password },
  'session.lock': {},
  'session.signOut': {},
  'session.touch': {},
  'session.changePassword': { commandId, current: 'not the password', next: password },
  'staff.list': {},
  'staff.create': { commandId, signInName: 'newcomer', name: 'New Comer', roles: ['support'], password },
  'staff.change': { ...product, name: 'Someone', roles: ['support'], active: true },
  'staff.setPassword': { ...product, password },
  'makers.list': {},
  'makers.create': { commandId, name: 'A maker', about: '' },
  'products.list': { text: '', archived: false },
  'products.one': { id: any },
  'products.create': { commandId, name: 'Mi Selfie Stick Tripod', currency: 'INR' },
  'products.save': {
    ...revised,
    content: {
      ...content,
      highlights: [...content.highlights],
      specifications: [...content.specifications],
      variants: [...content.variants],
    },
  },
  'products.markReady': revised,
  'products.backToDraft': revised,
  'products.reorder': { commandId, ids: [any] },
  'products.duplicate': product,
  'products.archive': product,
  'products.restore': product,
  'products.addPicture': {
    ...product,
    bytes: aPng().toString('base64'),
    thumbnail: aWebp().toString('base64'),
    description: '',
  },
  'products.removePicture': { ...product, pictureId: any },
  'products.movePicture': { ...product, pictureId: any, to: 0 },
  'products.describePicture': { ...product, pictureId: any, description: '' },
  'campaigns.list': { text: '', states: [], productId: null },
  'campaigns.one': { id: any },
  'campaigns.create': { commandId, terms },
  'campaigns.save': { ...revised, terms },
  'campaigns.discard': product,
  'campaigns.launch': revised,
  'campaigns.addOffer': {
    ...product,
    offer: { name: 'Festival', discount: { kind: 'percent', percent: 10 }, startsAt: at, endsAt: at + 1 },
  },
  'campaigns.withdrawOffer': { ...product, offerId: any },
  'campaigns.callOff': { ...product, reason: 'The maker gave up' },
  'orders.page': {
    ...slice,
    text: '',
    states: [],
    campaignId: null,
    mode: null,
    placedFrom: null,
    placedTo: null,
    toShip: false,
    overdue: false,
    sort: 'sequence',
    descending: true,
  },
  'orders.one': { id: any },
  'orders.quote': { campaignId: any, units: 1 },
  'orders.place': { commandId, campaignId: any, productId: any, variantId: any, units: 1, total: 109_900, supporter },
  'orders.recordPayment': { ...product, mode: 'UPI', reference: 'upi-1', amount: 109_900, paidAt: at },
  'orders.cancel': { ...product, units: 1, reason: 'Changed mind', note: '' },
  'orders.ship': { ...product, carrier: 'Blue Dart', trackingNumber: 'BD1' },
  'orders.deliver': product,
  'refunds.page': { ...slice, states: [], cause: null, overdue: false, campaignId: null, mode: null, text: '' },
  'refunds.send': { ...refund, reference: 'r-1' },
  'refunds.settle': { ...refund, bankReference: 'ARN1' },
  'refunds.fail': { ...refund, reason: 'Account closed' },
  'refunds.retry': refund,
  'settlement.list': {},
  'settlement.preview': { id: any },
  'settlement.approve': { ...product, outcome: 'failed', newlyOwed: 0, password },
  'overview.today': {},
  'overview.badges': {},
  'audit.page': {
    ...slice,
    byId: null,
    byProgram: false,
    action: null,
    from: null,
    to: null,
    text: '',
    productId: null,
    campaignId: null,
    orderId: null,
  },
  'backups.view': {},
  'backups.make': {},
  'backups.cancel': {},
  'backups.chooseFolder': {},
  'backups.restore': { name: any, password },
  'backups.rescue': { name: any },
  'backups.cancelRescue': {},
  'backups.exportReadable': {},
}
