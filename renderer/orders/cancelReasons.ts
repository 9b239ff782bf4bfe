/** Offered as one types, so that the same reason is written the same way; any other can be typed. */
export const cancelReasons = [
  'Changed their mind',
  'Ordered twice',
  'Wrong variant',
  'Found it elsewhere',
  'Takes too long',
]
