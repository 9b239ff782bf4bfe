import type { CommandName, QueryName, RequestInput, RequestOutput } from '../../shared/requests'
import { assert } from '../../shared/result'
import type { StaffActor } from '../../shared/staff/actor'
import type { Office } from '../office'
import type { Agenda } from './agenda'
import type { Calendar } from './calendar'
import type { Chance } from './chance'

/** What a member of staff does at the program, through the same requests as at the window. */
export interface Hand {
  /** Gives a command and takes only yes for an answer: a refusal means that the story told here is wrong. */
  does<Name extends CommandName>(name: Name, input: Omit<RequestInput<Name>, 'commandId'>): Promise<RequestOutput<Name>>
  asks<Name extends QueryName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>>
}

/** All that the stories of the sample shop are told with. */
export interface Stage {
  readonly office: Office
  readonly agenda: Agenda
  readonly calendar: Calendar
  readonly chance: Chance
  readonly asha: Hand
  readonly ravi: Hand
  readonly meera: Hand
}

export const handOf = (office: Office, actor: StaffActor, commandId: () => string): Hand => ({
  async does(name, input) {
    // The compiler does not see that an input without its command id becomes whole with one.
    const whole = { ...input, commandId: commandId() } as unknown as RequestInput<typeof name>
    const reply = await office.as(actor).ask(name, whole)
    assert(reply.ok, `${name}: ${reply.ok ? '' : reply.refusal.message}`)
    return reply.value
  },
  async asks(name, input) {
    const reply = await office.as(actor).ask(name, input)
    assert(reply.ok, `${name}: ${reply.ok ? '' : reply.refusal.message}`)
    return reply.value
  },
})
