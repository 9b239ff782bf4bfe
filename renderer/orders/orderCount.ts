const counted = new Intl.NumberFormat('en-IN')

/** "1 order", "1,24,310 orders". */
export const orderCount = (count: number): string => `${counted.format(count)} ${count === 1 ? 'order' : 'orders'}`

/** "1 unit", "3 units". */
export const unitCount = (count: number): string => `${counted.format(count)} ${count === 1 ? 'unit' : 'units'}`
