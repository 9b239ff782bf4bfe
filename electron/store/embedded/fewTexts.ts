/** Texts of which many rows share few, such as the states that orders go to: a row holds the number of its text. */
export class FewTexts {
  #texts: string[] = []
  /** Only where rows change; most campaigns never do again. */
  #codes: Map<string, number> | null = null

  /** The number of a text, which it keeps. */
  code(text: string): number {
    this.#codes ??= new Map(this.#texts.map((known, code) => [known, code]))
    const known = this.#codes.get(text)
    if (known !== undefined) return known
    this.#texts.push(text)
    this.#codes.set(text, this.#texts.length - 1)
    return this.#texts.length - 1
  }

  /** Of each number whether its text fits. */
  fitting(fits: (text: string) => boolean): readonly boolean[] {
    return this.#texts.map(fits)
  }

  /** By number. */
  told(): readonly string[] {
    return [...this.#texts]
  }

  load(texts: readonly string[]): void {
    this.#texts = [...texts]
    this.#codes = null
  }
}
