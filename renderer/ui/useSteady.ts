import { useCallback, useInsertionEffect, useRef } from 'react'

/**
 * Always the same function, which calls the one of the latest drawing: what is given it is not drawn again because a page made a new
 * one. For what happens later, not for what is called while drawing.
 */
export function useSteady<Input extends readonly unknown[], Output>(
  run: (...input: Input) => Output,
): (...input: Input) => Output {
  const latest = useRef(run)
  useInsertionEffect(() => {
    latest.current = run
  })
  return useCallback((...input: Input) => latest.current(...input), [])
}
