import log from 'electron-log/main'
import path from 'node:path'

/** The only fields that may reach the log: nothing that names a person, holds an address or an amount. */
export interface LogFields {
  readonly request?: string
  readonly code?: string
  readonly milliseconds?: number
  readonly count?: number
  readonly version?: string
}

export interface ProgramLog {
  info(event: string, fields?: LogFields): void
  /** A bug: its kind and the place in our code are kept, its message is not, for it may quote a record. */
  bug(event: string, error: unknown, fields?: LogFields): void
}

/** Opens the log in the data folder: one file, readable by this user alone, kept below 1 MB. */
export function openLog(dataFolder: string): ProgramLog {
  log.transports.console.level = false
  log.transports.ipc.level = false
  log.transports.file.level = 'info'
  log.transports.file.maxSize = 1_000_000
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  log.transports.file.resolvePathFn = () => path.join(dataFolder, 'program.log')
  return {
    info: (event, fields = {}) => log.info(event, allowed(fields)),
    bug: (event, error, fields = {}) => log.error(event, { ...allowed(fields), ...describeBug(error) }),
  }
}

/** A copy with the allowed fields alone: a caller's object may carry more than its type says. */
function allowed({ request, code, milliseconds, count, version }: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries({ request, code, milliseconds, count, version }).filter(([, value]) => value !== undefined),
  )
}

/** What a bug leaves behind: its class and the calls that led to it, without the message. */
function describeBug(error: unknown): { readonly kind: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] }
  const calls = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { kind: error.name, at: calls.slice(0, 8).map((line) => line.trim()) }
}
