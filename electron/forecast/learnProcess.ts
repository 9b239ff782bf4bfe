import { learnHere, type Task } from './learn'

// A process of its own: learns what it is asked, one after the other, and tells it.
process.parentPort.on('message', ({ data }) => process.parentPort.postMessage(learnHere(data as Task)))
