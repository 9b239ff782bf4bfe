import { labelLook } from './chartTheme'

/** Of a letter, in pixels, where nothing can be drawn. */
const usualLetter = 7

let pen: OffscreenCanvasRenderingContext2D | null | undefined

/** How wide a text of a chart is, in pixels. Nothing is laid out for it. */
function textWidth(text: string): number {
  if (pen === undefined) {
    pen = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d')
    if (pen) pen.font = `${labelLook.fontSize}px ${getComputedStyle(document.body).fontFamily}`
  }
  return pen?.measureText(text).width ?? text.length * usualLetter
}

/** Beside the words of an axis: recharts' `tickSize` and `tickMargin` towards the chart, and what rounding may take at the other side. */
const besideWords = 6 + 2 + 2

/** How wide an upright axis of these words is. recharts would measure it when the chart is drawn, and draw the chart again. */
export const axisWidth = (words: readonly string[]): number =>
  Math.ceil(Math.max(0, ...words.map(textWidth))) + besideWords
