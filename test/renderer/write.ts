import { fireEvent, screen } from '@testing-library/react'

/** Puts a text into the field of that label at once: typing letter by letter is slow where nothing depends on it. */
export async function write(label: RegExp, text: string): Promise<void> {
  const field = await screen.findByLabelText(label, { selector: 'input' })
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
}

/** The same for a field of several lines. */
export async function writeProse(label: string, text: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText(label, { selector: 'textarea' }), { target: { value: text } })
}
