import { fireEvent, screen } from '@testing-library/react'

/** Takes one of the choices of the field of that label. */
export async function choose(label: RegExp, words: string): Promise<void> {
  fireEvent.click(await screen.findByLabelText(label, { selector: 'input' }))
  fireEvent.click(await screen.findByText(words))
}
