import { openEmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import { storeContract } from './contract'
import { watchedFiles } from './faultyFiles'
import { aDiskFolder } from './folders'

storeContract('the embedded store', async () => {
  const folder = aDiskFolder()
  let failing = false
  const files = watchedFiles((deed) => {
    if (failing && (deed === 'append' || deed === 'sync')) throw new Error('no space left on the disk')
  })
  return {
    open: () => openEmbeddedStore(folder, { files }),
    fail: (now) => {
      failing = now
    },
    leave: async () => undefined,
  }
})
