/** A figure or a mark for none: nothing continues it on the next line. */
export const VALUE = /^[\d０-９.,，:：+\-−—–/／%％\s]*(?:[百千万亿]?元|[件项个份条])?$|^(?:无|不适用)$/u

/** What a heading of a section begins with; so do some labels of rows. */
export const HEADING = /^[一二三四五六七八九十]+、/u

/** Marks that sentences have, and cells of the form do not. */
export const SENTENCE = /[。；]/u
