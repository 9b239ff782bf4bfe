import { describe, expect, test } from 'vitest'
import { checkInput, errorsFrom } from '../../../renderer/ui/formErrors'

describe('a refusal in a form', () => {
  test('stands at the field that is to blame, by its dotted path', () => {
    expect(errorsFrom({ code: 'bad-phone', message: 'Ten digits.', field: 'supporter.phone' })).toEqual({
      'supporter.phone': 'Ten digits.',
    })
  })

  test('stands at the head where no field is to blame', () => {
    expect(errorsFrom({ code: 'already-shipped', message: 'It has shipped.' })).toEqual({ root: 'It has shipped.' })
  })

  test('stands at the form’s own name of a field where that differs', () => {
    const refusal = { code: 'end', message: 'Ends before it starts.', field: 'terms.endsAt' }
    expect(errorsFrom(refusal, { 'terms.endsAt': 'endsAt' })).toEqual({ endsAt: 'Ends before it starts.' })
  })
})

describe('what the door would refuse', () => {
  test('is known before anything is sent, one message a field', () => {
    const errors = checkInput('staff.create', { signInName: 'A!', name: ' ', roles: [], password: 'short' })
    expect(Object.keys(errors).sort()).toEqual(['name', 'password', 'roles', 'signInName'])
    expect(errors['password']).toBe('At least 10 characters.')
  })

  test('is nothing for a good input, which needs no command id yet', () => {
    const input = { signInName: 'meera', name: 'Meera', roles: ['support' as const], password: 'correct horse' }
    expect(checkInput('staff.create', input)).toEqual({})
  })
})
