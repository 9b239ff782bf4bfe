import { cleanup } from '@testing-library/react'
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

afterEach(cleanup)
