import './bridge'
import { keepPreviousData, useQuery, type QueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Topic } from '../shared/changed'
import { id, type CommandId } from '../shared/ids'
import {
  doorRefusals,
  type CommandName,
  type QueryName,
  type Reply,
  type RequestInput,
  type RequestName,
  type RequestOutput,
} from '../shared/requests'
import { refuse, type Refusal, type Result } from '../shared/result'
import { noteSaved, noteUnsaved } from './saving'

/** What `ask` throws when the main process refuses: the refusal's sentence is ready to be shown. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** Refusals that are about who sits at the window, not about what was asked. App.tsx answers them with its own pages. */
const doorCodes: readonly string[] = [doorRefusals.notSignedIn, doorRefusals.locked, doorRefusals.notOpen]

type DoorListener = () => void
const doorListeners = new Set<DoorListener>()

/** Calls the listener whenever a request found the door closed: not signed in, locked, or no shop open. */
export function onDoorClosed(listener: DoorListener): () => void {
  doorListeners.add(listener)
  return () => {
    doorListeners.delete(listener)
  }
}

async function reply<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Reply<Name>> {
  const answered = (await window.backOffice.ask(name, input)) as Reply<Name>
  if (!answered.ok && doorCodes.includes(answered.refusal.code)) doorListeners.forEach((listen) => listen())
  return answered
}

/** Asks the main process. Throws `RefusedError` with the refusal, or whatever broke the bridge. */
export async function ask<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const answered = await reply(name, input)
  if (!answered.ok) throw new RefusedError(answered.refusal)
  return answered.value
}

/** What a page has of something it asked for. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string; readonly retry: () => void }
  | { readonly state: 'loaded'; readonly value: T; readonly refreshing: boolean }

interface AskOptions<Answer> {
  /** False while there is nothing to ask yet. */
  readonly enabled?: boolean
  /** Shows the last answer while the next one, to another input, is on its way. */
  readonly keep?: boolean
  /** Asks again by itself, this many milliseconds after an answer of which it is not null. */
  readonly again?: (answer: Answer) => number | null
}

/** Asks and keeps the answer fresh: it is asked again whenever a commit touches what it shows. */
export function useAsk<Name extends QueryName>(
  name: Name,
  input: RequestInput<Name>,
  { enabled = true, keep = false, again }: AskOptions<RequestOutput<Name>> = {},
): Loaded<RequestOutput<Name>> {
  const query = useQuery<RequestOutput<Name>>({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(again && { refetchInterval: ({ state: { data } }) => (data === undefined ? null : again(data)) ?? false }),
  })
  if (query.data !== undefined) {
    return { state: 'loaded', value: query.data, refreshing: query.isFetching }
  }
  return loadedWithout(query.error, () => void query.refetch())
}

/** Asks what a page is about to ask, so that it finds the answer there. Where it fails, the page that asks again says so. */
export function askAhead<Name extends QueryName>(client: QueryClient, name: Name, input: RequestInput<Name>): void {
  client.query({ queryKey: [name, input], queryFn: () => ask(name, input) }).catch(() => undefined)
}

/** The state of a question without an answer. Behind a closed door it counts as loading: another page covers it. */
export function loadedWithout(error: Error | null, retry: () => void): Loaded<never> {
  if (error === null) return { state: 'loading' }
  if (error instanceof RefusedError && doorCodes.includes(error.refusal.code)) return { state: 'loading' }
  const message = error instanceof RefusedError ? error.refusal.message : 'The program did not answer.'
  return { state: 'failed', message, retry }
}

export type CommandInput<Name extends CommandName> = Omit<RequestInput<Name>, 'commandId'>

interface Attempt {
  readonly commandId: CommandId
  readonly written: string
  /** When the reply came; undefined while it is on its way or not known. */
  readonly answeredAt: number | undefined
  readonly promise: Promise<Result<unknown>>
}

/** A second press within this time after the answer is the other half of a double click. */
const doubleClick = 700

export interface Command<Name extends CommandName> {
  /** Never throws: what breaks on the way is a refusal `not-saved`. */
  readonly run: (input: CommandInput<Name>) => Promise<Result<RequestOutput<Name>>>
  readonly running: boolean
}

/**
 * Sends a command under one id per attempt. The id is kept until the reply is known, so a double click and a retry after "not
 * saved" replay one command; another input is another attempt. What changed is told by the main process, nothing is
 * invalidated here.
 */
export function useCommand<Name extends CommandName>(name: Name): Command<Name> {
  const attempt = useRef<Attempt | null>(null)
  const [underWay, setUnderWay] = useState(0)

  const run = useCallback(
    (input: CommandInput<Name>): Promise<Result<RequestOutput<Name>>> => {
      const written = JSON.stringify(input)
      const last = attempt.current?.written === written ? attempt.current : null
      if (last !== null && isSamePress(last)) return last.promise as Promise<Result<RequestOutput<Name>>>
      const commandId = last !== null && last.answeredAt === undefined ? last.commandId : newCommandId()
      setUnderWay((count) => count + 1)
      const promise = send(name, { ...input, commandId } as RequestInput<Name>).then((result) => {
        setUnderWay((count) => count - 1)
        const unknown = !result.ok && result.refusal.code === doorRefusals.notSaved
        pending.delete(promise)
        if (attempt.current?.promise === promise) {
          attempt.current = { ...attempt.current, answeredAt: unknown ? undefined : performance.now() }
        }
        return result
      })
      pending.add(promise)
      attempt.current = { commandId, written, answeredAt: undefined, promise }
      return promise
    },
    [name],
  )
  return { run, running: underWay > 0 }
}

const pending = new Set<Promise<unknown>>()

const isSamePress = ({ promise, answeredAt }: Attempt): boolean =>
  pending.has(promise) || (answeredAt !== undefined && performance.now() - answeredAt < doubleClick)

const newCommandId = (): CommandId => id<CommandId>(crypto.randomUUID())

async function send<Name extends CommandName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<Result<RequestOutput<Name>>> {
  let result: Result<RequestOutput<Name>>
  try {
    result = await reply(name, input)
  } catch {
    result = refuse(doorRefusals.notSaved, 'The program did not answer, so this is not saved. Try again.')
  }
  if (result.ok) noteSaved()
  else if (result.refusal.code === doorRefusals.notSaved) noteUnsaved(result.refusal.message)
  return result
}

/** Which answers a commit makes old, by the first word of their request's name. */
const touchedBy: Readonly<Record<Topic, readonly string[]>> = {
  products: ['products', 'campaigns', 'orders', 'refunds', 'settlement', 'overview', 'reports'],
  makers: ['makers', 'products', 'reports'],
  campaigns: ['campaigns', 'products', 'orders', 'refunds', 'settlement', 'overview', 'reports'],
  orders: ['orders', 'campaigns', 'products', 'refunds', 'batches', 'settlement', 'overview', 'reports'],
  refunds: ['refunds', 'batches', 'orders', 'campaigns', 'settlement', 'overview', 'reports'],
  staff: ['staff', 'session', 'views', 'dashboards', 'schedules'],
  audit: ['audit'],
  shop: ['shop', 'settings', 'refunds', 'batches', 'overview', 'schedules', 'reports'],
  session: ['session'],
  backups: ['backups'],
  bulk: ['bulk'],
  sheets: ['sheets'],
}

/** Marks every answer that shows any of the topics as old; those on screen are asked again at once. */
export function refresh(client: QueryClient, topics: Iterable<Topic>): void {
  const features = new Set(['shop', ...Array.from(topics).flatMap((topic) => touchedBy[topic])])
  void client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => typeof name === 'string' && features.has(name.split('.')[0] ?? ''),
  })
}
