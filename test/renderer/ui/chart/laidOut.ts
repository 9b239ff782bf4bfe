import { afterEach, beforeEach, vi } from 'vitest'

/** jsdom lays nothing out: in this file everything is 600 wide and 240 high. */
export function laidOut(): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 240))
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })
}
