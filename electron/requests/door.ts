import type { Access } from '../../shared/request'
import {
  doorRefusals,
  requests,
  type CommandName,
  type ParsedInput,
  type RequestName,
  type RequestOutput,
} from '../../shared/requests'
import { ok, refuse, type Refused, type Result } from '../../shared/result'
import type { StaffActor } from '../../shared/staff/actor'
import { inputDigest } from '../audit/digest'
import type { PrintPage } from '../printPage'
import type { SaveFile } from '../saveFile'
import type { Shop } from '../shop'
import { NotSaved } from '../store/store'
import type { BulkDesk } from '../bulk/bulkDesk'
import { commitCommand, repeatedAnswer } from './command'
import type { CommandDesk, CommandHandlers, Front, FrontName, QueryHandlers, ShownName } from './handler'
import { deskHandlers, frontHandlers } from './handlers'
import { inputWords, refuseInvalid } from './invalidInput'
import { refuseNotSaved, refuseReadOnly } from './notSaved'
import { refuseUnfit } from './unfit'

/** Who asks: whoever sits at the window, or someone the program itself vouches for (the sample shop, the replay, tests). */
export type Asking =
  { readonly kind: 'window'; readonly print?: PrintPage } | { readonly kind: 'vouched'; readonly actor: StaffActor }

interface DoorParts extends Omit<Front, 'print'> {
  readonly saveFile: SaveFile
  readonly reportBug: (event: string, error: unknown, request?: string) => void
  /** Sets the run of approved settlements going. */
  readonly runSettlements: () => void
}

/** The one way in. Answers whatever is asked, never throws, and tells nobody how the program is made. */
export type Door = (asking: Asking, name: unknown, input: unknown) => Promise<Result<unknown>>

export function createDoor(parts: DoorParts): Door {
  return async (asking, name, input) => {
    if (!isRequest(name)) return refuse('unknown-request', 'The program does not know this request.')
    try {
      const unfit = refuseUnfit(name, input)
      if (unfit) return unfit
      const parsed = requests[name].input.safeParse(input, { error: inputWords })
      if (!parsed.success) return refuseInvalid(parsed.error)
      return await admit(parts, asking, name, parsed.data as ParsedInput<typeof name>)
    } catch (error) {
      if (error instanceof NotSaved) return refuseNotSaved()
      parts.reportBug('request', error, name)
      return refuse(doorRefusals.notSaved, 'Something went wrong inside the program. Nothing was changed.')
    }
  }
}

const isRequest = (name: unknown): name is RequestName => typeof name === 'string' && Object.hasOwn(requests, name)

const isFront = (name: RequestName): name is FrontName => Object.hasOwn(frontHandlers, name)

const isShown = (name: RequestName): name is ShownName => requests[name].kind === 'query' && !isFront(name)

/** Shop, session and role, in this order, then the handler. */
async function admit<Name extends RequestName>(
  parts: DoorParts,
  asking: Asking,
  name: Name,
  input: ParsedInput<Name>,
): Promise<Result<unknown>> {
  const { access } = requests[name]
  const shop = parts.shops.current
  if (access === 'anyone')
    return isFront(name) ? atFront(parts, asking, name, input as ParsedInput<FrontName>) : refuseRole()
  if (shop === null) return refuse(doorRefusals.notOpen, 'No shop is open.')
  const actor = asking.kind === 'window' ? await parts.session.actor(shop) : ok(asking.actor)
  if (!actor.ok) return actor
  if (!mayAsk(access, actor.value)) return refuseRole()
  if (isFront(name)) return atFront(parts, asking, name, input as ParsedInput<FrontName>)
  if (isShown(name)) return show(parts, shop, actor.value, name, input as ParsedInput<ShownName>)
  return carryOut(parts, shop, asking, actor.value, name, input as ParsedInput<CommandName>)
}

const mayAsk = (access: Access, actor: StaffActor): boolean =>
  access === 'anyone' || access === 'signed-in' || access.some((role) => actor.roles.includes(role))

const refuseRole = (): Refused =>
  refuse(doorRefusals.notAllowed, 'Your roles do not allow this. A manager can change them.')

/** Only the window has a front: whoever is vouched for brings no session along. */
async function atFront<Name extends FrontName>(
  parts: DoorParts,
  asking: Asking,
  name: Name,
  input: ParsedInput<Name>,
): Promise<Result<RequestOutput<Name>>> {
  if (asking.kind === 'vouched') return refuseRole()
  return frontHandlers[name](input, { ...parts, print: asking.print ?? null })
}

async function show<Name extends ShownName>(
  parts: DoorParts,
  shop: Shop,
  by: StaffActor,
  name: Name,
  input: ParsedInput<Name>,
): Promise<Result<RequestOutput<Name>>> {
  return (deskHandlers as QueryHandlers)[name](input, {
    read: shop.store.read,
    at: shop.clock.now(),
    by,
    bulk: () => parts.bulk(shop),
    forecaster: () => parts.forecaster(shop),
    saveFile: parts.saveFile,
  })
}

async function carryOut<Name extends CommandName>(
  parts: DoorParts,
  shop: Shop,
  asking: Asking,
  by: StaffActor,
  name: Name,
  input: ParsedInput<Name>,
): Promise<Result<unknown>> {
  if (asking.kind === 'window') parts.session.touch()
  const given = { action: name, commandId: input.commandId, inputDigest: inputDigest(name, input), by }
  const repeated = await repeatedAnswer(shop, given)
  if (repeated !== null) return repeated
  const { readOnly } = shop.saving
  if (readOnly !== null && !(await shop.writable())) return refuseReadOnly(readOnly)
  const bulk = (): BulkDesk => parts.bulk(shop)
  const desk: CommandDesk = {
    read: shop.store.read,
    by,
    newId: shop.newId,
    pictures: shop.pictures,
    passwords: shop.passwords,
    async prove(password, field) {
      // The program vouches for those it lets act; it knows nobody's password.
      if (asking.kind === 'vouched') return ok(true)
      const proven = await parts.proofs.ofAccount(shop, by.staffId, password, field)
      return proven.ok ? ok(true) : proven
    },
    commit: (work) => commitCommand(shop, given, work),
    runSettlements: parts.runSettlements,
    bulk,
    runBulkJobs: () => {
      bulk()
        .run()
        .catch((error: unknown) => parts.reportBug('bulk', error))
    },
  }
  return (deskHandlers as CommandHandlers)[name](input, desk)
}
