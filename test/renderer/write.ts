import { fireEvent, screen } from '@testing-library/react'

/** Puts a text into the field of that label at once: typing letter by letter is slow where nothing depends on it. */
export async function write(label: RegExp, text: string): Promise<void> {
  const field = await screen.findByLabelText(label, { selector: 'input' })
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
}
