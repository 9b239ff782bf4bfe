// What a spreadsheet takes for a formula when it opens a CSV file (OWASP, "CSV Injection"): a line of a cell that begins with one of
// these, also after blanks, also in full width. The line ends are here because Excel looks behind them.
const trigger = '[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]'
const blanks = "'*[^\\S\\t\\r\\n]*"
const start = '(?<=^|\\n|\\r(?!\\n))'

const dangerous = new RegExp(`${start}(?=${blanks}${trigger})`, 'gu')
const neutral = new RegExp(`${start}'(?=${blanks}${trigger})`, 'gu')

/** Text that no spreadsheet calculates: an apostrophe stands before whatever would begin a formula, and before such apostrophes. */
export const neutralised = (text: string): string => (plain.test(text) ? text : text.replace(dangerous, "'"))

/** What `neutralised` was given. Text that needs no apostrophe keeps its own. */
export const restored = (text: string): string => (text.includes("'") ? text.replace(neutral, '') : text)

/** Most cells: one line that begins with a letter or digit. */
const plain = /^[\p{L}\p{N}][^\r\n]*$/u
