const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('en-GB') + word.slice(1)

/** `orders.recordPayment` as people read it: "Orders: record payment". */
export function actionWords(action: string): string {
  const [feature = '', deed = ''] = action.split('.')
  const words = deed.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
  return deed === '' ? capital(feature) : `${capital(feature)}: ${words}`
}
