import { Worker } from 'node:worker_threads'
import type { Lesson, Lessons, Task } from './learn'

/** Learns on a thread of its own, so that the program goes on meanwhile. `file` is the built `learnWorker`. */
export const learnAside =
  (file: string) =>
  (task: Task): Promise<Lessons[Lesson]> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file, { workerData: task })
      // The program does not wait for it at its end.
      worker.unref()
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the thread ended without an answer')))
    })
