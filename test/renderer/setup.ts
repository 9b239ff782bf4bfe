import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// jsdom has no layout: the few browser facilities that Mantine and the tables ask for stand in here and answer "nothing changes".

class NothingResizes implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

function neverMatches(media: string): MediaQueryList {
  return Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  })
}

window.ResizeObserver = NothingResizes
window.matchMedia = neverMatches
window.scrollTo = () => {}
window.HTMLElement.prototype.scrollIntoView = () => {}

// How long something takes to appear is not what these tests are about, and a machine may have other things to do: what never appears
// is told after this, in milliseconds.
configure({ asyncUtilTimeout: 30_000 })

// All files of a worker share one window: what a test left in it is gone before the next.
afterEach(() => {
  cleanup()
  window.localStorage.clear()
})
