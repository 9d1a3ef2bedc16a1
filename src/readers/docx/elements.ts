/** Elements that are passed over whole: instructions, former properties, ruby readings, embedded parts. */
export const PASSED_OVER = new Set(
  `instrText delInstrText sectPr sdtPr sdtEndPr rt tblGrid pPrChange rPrChange tblPrChange tblPrExChange trPrChange
   tcPrChange sectPrChange tblGridChange numberingChange altChunk`.split(/\s+/u),
)
/** Elements whose children are properties, though some are named like content (`w:ins`, `w:del`). */
export const PROPERTIES = new Set(['pPr', 'rPr', 'numPr', 'listPr', 'trPr', 'tcPr'])
