import { parentPort, workerData } from 'node:worker_threads'
import { learnHere, type Task } from './learn'

// A thread of its own: learns what it was started for, tells it, and ends.
parentPort?.postMessage(learnHere(workerData as Task))
