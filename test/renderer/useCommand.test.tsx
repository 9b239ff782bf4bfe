import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useCommand } from '../../renderer/api'
import { ok, refuse, type Result } from '../../shared/result'
import { aBridge } from './aBridge'

const maker = { name: 'Hill Road Devices', about: '' }

const idsOf = (asked: readonly { readonly input: unknown }[]): readonly string[] =>
  asked.map(({ input }) => (input as { readonly commandId: string }).commandId)

describe('a command', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('a double click sends it once and both clicks get the one answer', async () => {
    let reply: (result: Result<unknown>) => void = () => {}
    const { asked } = aBridge(() => new Promise((resolve) => (reply = resolve)))
    const { result } = renderHook(() => useCommand('makers.create'))
    const both = await act(async () => {
      const clicks = [result.current.run(maker), result.current.run(maker)]
      reply(ok({ id: 'maker-0001' }))
      return Promise.all(clicks)
    })
    expect(asked).toHaveLength(1)
    expect(both).toEqual([ok({ id: 'maker-0001' }), ok({ id: 'maker-0001' })])
  })

  test('the second click of a double click that comes after the answer sends nothing more', async () => {
    const { asked } = aBridge(async () => ok({ id: 'maker-0001' }))
    const { result } = renderHook(() => useCommand('makers.create'))
    await act(() => result.current.run(maker))
    vi.advanceTimersByTime(200)
    await act(() => result.current.run(maker))
    expect(asked).toHaveLength(1)
  })

  test('the same again, later and on purpose, is another command', async () => {
    const { asked } = aBridge(async () => ok({ id: 'maker-0001' }))
    const { result } = renderHook(() => useCommand('makers.create'))
    await act(() => result.current.run(maker))
    vi.advanceTimersByTime(5000)
    await act(() => result.current.run(maker))
    expect(new Set(idsOf(asked)).size).toBe(2)
  })

  test('trying again after "not saved" replays the same command', async () => {
    const { asked } = aBridge(async (_, count) =>
      count === 1 ? refuse('not-saved', 'The disk is full.') : ok({ id: 'maker-0001' }),
    )
    const { result } = renderHook(() => useCommand('makers.create'))
    await act(() => result.current.run(maker))
    await act(() => result.current.run(maker))
    expect(asked).toHaveLength(2)
    expect(new Set(idsOf(asked)).size).toBe(1)
  })

  test('after "not saved" another input is another command: one id never stands for two inputs', async () => {
    const { asked } = aBridge(async () => refuse('not-saved', 'The disk is full.'))
    const { result } = renderHook(() => useCommand('makers.create'))
    await act(() => result.current.run(maker))
    await act(() => result.current.run({ ...maker, about: 'Lamps' }))
    expect(new Set(idsOf(asked)).size).toBe(2)
  })

  test('a bridge that breaks is a refusal "not saved", never a thrown error', async () => {
    aBridge(() => Promise.reject(new Error('gone')))
    const { result } = renderHook(() => useCommand('makers.create'))
    const answered = await act(() => result.current.run(maker))
    expect(answered).toMatchObject({ ok: false, refusal: { code: 'not-saved' } })
  })

  test('it runs until the answer is here', async () => {
    let reply: (result: Result<unknown>) => void = () => {}
    aBridge(() => new Promise((resolve) => (reply = resolve)))
    const { result } = renderHook(() => useCommand('makers.create'))
    let running: Promise<unknown> = Promise.resolve()
    act(() => {
      running = result.current.run(maker)
    })
    expect(result.current.running).toBe(true)
    await act(async () => {
      reply(ok({ id: 'maker-0001' }))
      await running
    })
    expect(result.current.running).toBe(false)
  })
})
