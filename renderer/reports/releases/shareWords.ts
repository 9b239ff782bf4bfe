import { valueText } from '../../ui/chart/chartWords'

/** "61.7 %", as the comparison of campaigns says it; a dash where there is nothing to divide by. */
export const shareWords = (share: number | null): string => valueText({ kind: 'share', key: '', head: '' }, share)
