import { z } from 'zod'
import { idSchema, type CommandId } from './ids'
import { instant, isDay, isZone } from './time'
import { minor } from './money'
import type { Role } from './staff/account'

/** Who may ask: anyone at the window, anyone signed in, or holders of one of the named roles. */
export type Access = 'anyone' | 'signed-in' | readonly Role[]

/**
 * One thing the window may ask of the main process. A query shows, a command changes. `input` is checked at the door before
 * any handler; `output` exists for the compiler only.
 */
export interface Request<Kind extends 'query' | 'command', Input extends z.ZodType, Output> {
  readonly kind: Kind
  readonly access: Access
  readonly input: Input
  readonly output: (value: Output) => Output
}

/** States a request's output type. Nothing happens with it at run time: the main process is trusted by the window. */
export const output =
  <Output>() =>
  (value: Output): Output =>
    value

export const query = <Input extends z.ZodType, Output>(
  access: Access,
  input: Input,
  answers: (value: Output) => Output,
): Request<'query', Input, Output> => ({ kind: 'query', access, input, output: answers })

/**
 * Every command carries an id that its form made once: the same id again answers as the first time and changes nothing more,
 * the same id with another input is refused.
 */
export const command = <Shape extends z.core.$ZodLooseShape, Output>(
  access: Access,
  shape: Shape,
  answers: (value: Output) => Output,
) => ({
  kind: 'command' as const,
  access,
  input: z.strictObject({ commandId: idSchema<CommandId>(), ...shape }),
  output: answers,
})

/** Trimmed text of a line. NUL and lone surrogates are no text. */
export const lineSchema = (longest: number, shortest = 0) =>
  z
    .string()
    .max(longest, `At most ${String(longest)} characters.`)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'This has characters that are not text.')
    .transform((text) => text.trim().normalize('NFC'))
    .refine(
      (text) => text.length >= shortest,
      shortest > 1 ? `At least ${String(shortest)} characters.` : 'This is needed.',
    )

/** Text of several lines; line ends become \n. */
export const proseSchema = (longest: number) =>
  z
    .string()
    .max(longest, `At most ${String(longest)} characters.`)
    .refine((text) => text.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(text), 'This has characters that are not text.')
    .transform((text) => text.replace(/\r\n?/gu, '\n').normalize('NFC'))

export const instantSchema = z.number().int().min(-8.64e15).max(8.64e15).transform(instant)

export const zoneSchema = z.string().max(64).refine(isZone, 'This is not a time zone.')

export const daySchema = z.string().refine(isDay, 'This is not a day.')

/** Zero or more smallest units. */
export const minorSchema = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).transform(minor)

/** A whole number of pieces, at least one. */
export const unitsSchema = z.number().int().min(1, 'At least 1.').max(1_000_000_000)

/** A slice of a list: `offset` rows are skipped, at most `limit` are answered. */
export const sliceShape = {
  offset: z.number().int().min(0).max(100_000_000),
  limit: z.number().int().min(1).max(500),
}

/** A slice of a list whose length is asked for by itself, as it takes longer to tell. */
export interface Page<Row> {
  readonly rows: readonly Row[]
}

export interface Slice<Row> extends Page<Row> {
  /** How many rows match in all. */
  readonly total: number
}
