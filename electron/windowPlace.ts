import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** Where a window stands, in device-independent pixels. */
export interface Place {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly maximised: boolean
}

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const usualPlace: Place = { width: 1440, height: 900, maximised: false }
export const smallest = { width: 1024, height: 640 }

/**
 * The place to open at: the remembered one while it is still on a screen, else the usual size wherever the system puts it.
 * Screens come and go; a window that opens outside all of them looks like a program that does not start.
 */
export function placeOn(screens: readonly Area[], remembered: Place | undefined): Place {
  if (remembered === undefined) return usualPlace
  const { x, y, width, height, maximised } = remembered
  const fitting = { width: Math.max(width, smallest.width), height: Math.max(height, smallest.height), maximised }
  if (x === undefined || y === undefined) return fitting
  // The title bar must be reachable: its middle lies on some screen.
  const middle = x + fitting.width / 2
  const reachable = screens.some(
    (area) => middle >= area.x && middle < area.x + area.width && y >= area.y && y < area.y + area.height - 40,
  )
  return reachable ? { ...fitting, x, y } : usualPlace
}

/** The remembered place, or undefined where none can be read: it is a comfort, never a reason not to open. */
export function readPlace(file: string): Place | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isPlace(found) ? found : undefined
  } catch {
    return undefined
  }
}

/** Remembers the place. A folder that cannot be written loses only that. */
export function writePlace(file: string, place: Place): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(place), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch {
    return
  }
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, width, height, maximised } = value as Record<string, unknown>
  const whole = (number: unknown) => Number.isInteger(number)
  return (
    whole(width) &&
    whole(height) &&
    typeof maximised === 'boolean' &&
    (x === undefined || whole(x)) &&
    (y === undefined || whole(y))
  )
}
