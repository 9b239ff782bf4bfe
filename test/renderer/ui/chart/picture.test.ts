import { expect, test } from 'vitest'
import { drawingIn, svgOf } from '../../../../renderer/ui/chart/picture'

function drawing(inside: string): SVGSVGElement {
  const plot = document.createElement('div')
  plot.innerHTML = `<svg data-chart class="a" style="width: 100%" role="application" tabindex="0" width="300" height="120">${inside}</svg>`
  document.body.append(plot)
  return drawingIn(plot)
}

const parsed = (svg: string): Document => {
  const xml = new DOMParser().parseFromString(svg, 'image/svg+xml')
  expect(xml.querySelector('parsererror')).toBeNull()
  return xml
}

test('a picture is well-formed and by itself, whatever stands in its words', () => {
  const svg = svgOf(
    drawing('<g class="b"><path d="M0 0L10 10" fill="var(--accent)"/><text>₹1,099 &lt;b&gt;</text></g>'),
    {
      title: 'Paid <script> & "more" \u0001',
      legend: [{ label: 'Paid & net', colour: 'rgb(1, 2, 3)', look: 'dashed' }],
      note: 'Mi Selfie Stick Tripod · Sample shop',
    },
  )
  expect(svg).not.toMatch(/var\(|class=|style=|role=|tabindex/u)
  const xml = parsed(svg)
  expect(xml.querySelector('title')?.textContent).toBe('Paid <script> & "more" ')
  const texts = Array.from(xml.querySelectorAll('text'), ({ textContent }) => textContent)
  expect(texts).toEqual(['Paid <script> & "more" ', 'Paid & net', '₹1,099 <b>', 'Mi Selfie Stick Tripod · Sample shop'])
  expect(xml.querySelector('rect')?.getAttribute('fill')).toBe('#ffffff')
})

test('the pointer’s marks do not come along', () => {
  const svg = svgOf(
    drawing('<line class="recharts-tooltip-cursor"/><circle class="recharts-active-dot"/><path d="M0 0"/>'),
    {
      title: 'Paid',
      legend: [],
      note: '',
    },
  )
  expect(Array.from(parsed(svg).querySelectorAll('circle, line'))).toEqual([])
})

test('a long title breaks into lines instead of leaving the picture', () => {
  const title = 'Paid in all, most on the fourteenth of April, for the tripod with its very long name'
  const texts = parsed(svgOf(drawing(''), { title, legend: [], note: 'x' })).querySelectorAll('text[font-weight]')
  expect(texts.length).toBeGreaterThan(1)
  expect(Array.from(texts, ({ textContent }) => textContent).join(' ')).toBe(title)
})
