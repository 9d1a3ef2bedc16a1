const FIGURES = /^(?![\d０-９]{1,2}\s*[.．、]\s*$)[\d.,+\-–—/\s０-９．，＋－／]+$/u

/** Whether a text is figures and signs for nothing alone, and not the number of a row. */
export function isFigures(text: string): boolean {
  return FIGURES.test(text)
}
