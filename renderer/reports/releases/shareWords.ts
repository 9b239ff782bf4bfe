/** "64 %", or a dash where there is nothing to divide by. */
export const shareWords = (share: number | null): string => (share === null ? '–' : `${Math.floor(share * 100)} %`)
