import { fireEvent, screen } from '@testing-library/react'

/** The button that says exactly this. */
export const buttonSaying = async (words: string): Promise<HTMLButtonElement> => {
  const button = (await screen.findByText(words)).closest('button')
  if (button === null) throw new Error(`“${words}” is no button.`)
  return button
}

export const press = async (words: string): Promise<void> => {
  fireEvent.click(await buttonSaying(words))
}

/** The two presses of a double click, before anything can be drawn between them. */
export const pressTwice = async (words: string): Promise<void> => {
  const button = await buttonSaying(words)
  fireEvent.click(button)
  fireEvent.click(button)
}
