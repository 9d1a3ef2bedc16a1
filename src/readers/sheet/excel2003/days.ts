const DAY = 86_400_000
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?))?Z?$/u

/** Days that a date of `2024-01-20T00:00:00.000` stands for, as sheets count them; `NaN` for what is none. */
export function daysOf(date: string, date1904: boolean): number {
  const [, year, month, day, hours = 0, minutes = 0, seconds = 0] = WRITTEN.exec(date) ?? []
  if (year === undefined) return NaN
  const time = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day)) + time
  if (date1904) return (midnight - Date.UTC(1904, 0, 1)) / DAY
  const days = (midnight - Date.UTC(1899, 11, 30)) / DAY
  // Sheets count a 29 February 1900, which was none.
  return days < 61 ? days - 1 : days
}
