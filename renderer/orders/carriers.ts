/** Carriers of the home market that are used most; any other can be typed. */
export const carriers = ['Blue Dart', 'Delhivery', 'DTDC', 'Ecom Express', 'India Post', 'XpressBees']
