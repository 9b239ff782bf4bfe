/** Counts are grouped as the home market writes numbers, like its amounts: 1,24,310. */
const format = new Intl.NumberFormat('en-IN')

export const grouped = (count: number): string => format.format(count)

/** "1 row", "3 rows". */
export const counted = (count: number, one: string): string => `${grouped(count)} ${one}${count === 1 ? '' : 's'}`

/** "1 order", "1,24,310 orders". */
export const orderCount = (count: number): string => counted(count, 'order')

/** "1 refund", "500 refunds". */
export const refundCount = (count: number): string => counted(count, 'refund')

/** "1 unit", "3 units". */
export const unitCount = (count: number): string => counted(count, 'unit')
