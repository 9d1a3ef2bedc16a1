/** The files that a total can be had as: Word in the statutory layout, a workbook of formulas, JSON. */
export const TOTAL_FORMATS = ['docx', 'xlsx', 'json'] as const
export type TotalFormat = (typeof TOTAL_FORMATS)[number]
