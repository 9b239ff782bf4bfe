import { assert } from '../../../shared/result'
import { markOf, type KeyEntry } from './ChartKey'

interface PictureWords {
  readonly title: string
  readonly legend: readonly KeyEntry[]
  /** What it is of, whose and when, in small print below. */
  readonly note: string
}

/** What a drawing looks like by its style sheets, which do not come along. All but the last are inherited. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
  'visibility',
  'opacity',
] as const

const edge = 16
const titleSize = 15
const smallSize = 12

/** The chart that is drawn in there. Throws where there is none. */
export function drawingIn(plot: HTMLElement | null): SVGSVGElement {
  const drawing = plot?.querySelector<SVGSVGElement>('.recharts-wrapper > svg, svg[data-chart]')
  assert(drawing !== null && drawing !== undefined, 'a chart is drawn before it is taken away')
  return drawing
}

/**
 * The drawing by itself, as SVG text: with title, legend and note, on white, in the colours of the light scheme whatever the window's
 * is, and without anything that refers to the page's styles.
 */
export function svgOf(drawing: SVGSVGElement, { title, legend, note }: PictureWords): string {
  const paper = document.createElement('div')
  paper.className = 'on-paper out-of-sight'
  paper.setAttribute('aria-hidden', 'true')
  document.body.append(paper)
  try {
    const colours = getComputedStyle(paper)
    const family = colours.fontFamily || 'sans-serif'
    const text = colours.getPropertyValue('--text').trim() || '#000000'
    const quiet = colours.getPropertyValue('--text-quiet').trim() || '#000000'
    const { width: wide, height: high } = sizeOf(drawing)
    const width = wide + 2 * edge
    const parts: string[] = []
    let y = edge
    for (const line of wrapped(title, width - 2 * edge, `600 ${titleSize}px ${family}`)) {
      y += titleSize + 5
      parts.push(textAt(edge, y - 5, titleSize, text, line, 'font-weight="600"'))
    }
    y += 4
    const key = legendRows(legend, width - 2 * edge, `${smallSize}px ${family}`)
    for (const row of key) {
      for (const { entry, x } of row) {
        parts.push(markAt(edge + x, y + 4, entry, resolved(paper, entry.colour)))
        parts.push(textAt(edge + x + 26, y + 13, smallSize, quiet, entry.label))
      }
      y += 20
    }
    const copy = baked(drawing, paper)
    copy.setAttribute('x', String(edge))
    copy.setAttribute('y', String(y + 4))
    copy.setAttribute('width', String(wide))
    copy.setAttribute('height', String(high))
    parts.push(new XMLSerializer().serializeToString(copy))
    y += high + 8
    for (const line of wrapped(note, width - 2 * edge, `11px ${family}`)) {
      y += 15
      parts.push(textAt(edge, y, 11, quiet, line))
    }
    const height = Math.ceil(y + edge)
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `font-family="${escaped(family)}"><title>${escaped(title)}</title>` +
      `<rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>`
    )
  } finally {
    paper.remove()
  }
}

const escaped = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]/gu, '').replace(/[&<>"]/gu, (letter) => `&#${letter.charCodeAt(0)};`)

const textAt = (x: number, y: number, size: number, fill: string, text: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" ${more}>${escaped(text)}</text>`

function markAt(x: number, y: number, entry: KeyEntry, colour: string): string {
  const { box, width, dash } = markOf(entry)
  if (box) {
    const opacity = entry.look === 'band' ? 0.3 : 1
    return `<rect x="${x + (20 - width) / 2}" y="${y}" width="${width}" height="10" fill="${colour}" fill-opacity="${opacity}"/>`
  }
  const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`
  return `<line x1="${x}" x2="${x + 20}" y1="${y + 5}" y2="${y + 5}" stroke="${colour}" stroke-width="${width}"${dashed}/>`
}

function sizeOf(drawing: SVGSVGElement): { readonly width: number; readonly height: number } {
  const size = (name: string): number => Math.ceil(Number(drawing.getAttribute(name)))
  return { width: size('width') || 600, height: size('height') || 240 }
}

/** A colour of a style sheet as it is on paper. */
function resolved(paper: HTMLElement, colour: string): string {
  const probe = document.createElement('span')
  probe.style.color = colour
  paper.append(probe)
  return getComputedStyle(probe).color
}

/** A copy whose every part says itself how it looks. */
function baked(drawing: SVGSVGElement, paper: HTMLElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  copy
    .querySelectorAll('.recharts-tooltip-cursor, .recharts-active-dot, title, desc, script, foreignObject')
    .forEach((part) => part.remove())
  // Laid out like anything else, or it would have no looks to read.
  paper.append(copy)
  const parts = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  const seen = parts.map((part) => {
    const style = getComputedStyle(part)
    return looks.map((look) => style.getPropertyValue(look))
  })
  const places = new Map(parts.map((part, place) => [part as Element, place]))
  parts.forEach((part, place) => {
    const above = seen[places.get(part.parentElement as Element) ?? -1]
    for (const name of part.getAttributeNames()) if (!kept(name)) part.removeAttribute(name)
    looks.forEach((look, at) => {
      const value = seen[place]?.[at] ?? ''
      part.removeAttribute(look)
      const said = look === 'opacity' ? value === '1' : value === above?.[at]
      if (value !== '' && !said) part.setAttribute(look, value)
    })
  })
  copy.remove()
  return copy
}

/** What is the page's own: its styles, its roles, its keys. */
const kept = (name: string): boolean => !/^(?:class|style|role|tabindex|data-.*|aria-.*|on.*)$/u.test(name)

let ruler: CanvasRenderingContext2D | null = null

function widthOf(text: string, font: string): number {
  ruler ??= document.createElement('canvas').getContext('2d')
  if (ruler === null) return text.length * 7
  ruler.font = font
  return ruler.measureText(text).width
}

function wrapped(text: string, width: number, font: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer, font) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

function legendRows(legend: readonly KeyEntry[], width: number, font: string) {
  const rows: { readonly entry: KeyEntry; readonly x: number }[][] = []
  let x = 0
  for (const entry of legend) {
    const needed = 26 + widthOf(entry.label, font) + 16
    if (rows.length === 0 || x + needed > width) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ entry, x })
    x += needed
  }
  return rows
}

/** Pixels of a picture for one of the drawing's: sharp on paper and on dense screens. */
const density = 2

/** The drawing as a PNG picture. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * density
  canvas.height = image.naturalHeight * density
  const context = canvas.getContext('2d')
  assert(context !== null, 'a canvas draws in two dimensions')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture was made')) : resolve(blob)), 'image/png'),
  )
}
