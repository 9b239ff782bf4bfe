import { utilityProcess, type UtilityProcess } from 'electron/main'
import { constants, setPriority } from 'node:os'
import type { Lesson, Lessons, Task } from './learn'

type Learnt = Lessons[Lesson]

/** Milliseconds without a task after which a learner ends: one that has learnt before learns in a third of the time. */
const restsFor = 30_000

/**
 * Learns in processes of their own, one for each lesson, so that the program goes on meanwhile. They give way to it where processors are
 * few: whoever asked reads something else by then. `file` is the built `learnProcess`.
 */
export function learnAside(file: string): (task: Task) => Promise<Learnt> {
  const learners = new Map<Lesson, Learner>()
  return ({ lesson, past }) => {
    const learner = learners.get(lesson) ?? startLearner(file, () => learners.delete(lesson))
    learners.set(lesson, learner)
    return learner({ lesson, past })
  }
}

type Learner = (task: Task) => Promise<Learnt>

interface Asked {
  readonly resolve: (learnt: Learnt) => void
  readonly reject: (error: Error) => void
}

/** Answers in the order in which it is asked. `over` is called when it is to be asked no more. */
function startLearner(file: string, over: () => void): Learner {
  const learner = utilityProcess.fork(file, [], { serviceName: 'Forecasts' })
  const asked: Asked[] = []
  let rest: NodeJS.Timeout | undefined
  learner.once('spawn', () => giveWay(learner))
  learner.on('message', (learnt: Learnt) => {
    asked.shift()?.resolve(learnt)
    if (asked.length > 0) return
    rest = setTimeout(() => {
      learner.removeListener('exit', lost)
      over()
      learner.kill()
    }, restsFor)
  })
  const lost = (): void => {
    clearTimeout(rest)
    over()
    for (const { reject } of asked.splice(0)) reject(new Error('the process ended without an answer'))
  }
  learner.once('exit', lost)
  return (task) =>
    new Promise((resolve, reject) => {
      clearTimeout(rest)
      asked.push({ resolve, reject })
      learner.postMessage(task)
    })
}

function giveWay({ pid }: UtilityProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It learns the same, only less politely.
  }
}
