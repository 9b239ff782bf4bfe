import { grouped } from '../ui/counts'

const units = ['KB', 'MB', 'GB', 'TB'] as const

/** "640 KB", "1.2 GB": how much room something takes, in powers of 1,000 as disks are sold. */
export function sizeWords(bytes: number): string {
  let [size, unit] = [bytes / 1000, 0]
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  const shown = size >= 10 ? Math.round(size) : Math.ceil(size * 10) / 10
  return `${grouped(shown)} ${units[unit] ?? ''}`
}
