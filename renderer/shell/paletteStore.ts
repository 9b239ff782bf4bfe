import { createSpotlight } from '@mantine/spotlight'

const [store, doors] = createSpotlight()

/** Opens and closes the palette. */
export const palette = doors

export const paletteStore = store

/** Marks the first find, so that Enter takes it; Spotlight itself begins with none. */
export function chooseFirstFind(): void {
  const state = store.getState()
  const list = document.getElementById(state.listId)
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  store.setState({ ...state, selected: 0 })
}
