// Reads a day and a time as clerks type them, and writes a day back. Only the form is read; what
// may be is decided by the backend.

/** "19.11.2026", "19.11.26" or "19.11." (of the year of today) as "2026-11-19"; none if unclear. */
export function readDay(text: string, today: string): string | undefined {
  const found = /^\s*(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4}|\d{2})?\s*$/u.exec(text)
  if (!found) return undefined
  const [, day = '', month = '', typed = ''] = found
  const year = typed === '' ? today.slice(0, 4) : typed.length === 2 ? `20${typed}` : typed
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

/** "16:30", "16.30", "1630", "16 Uhr" or "16" as "16:30"; none if unclear. */
export function readTime(text: string): string | undefined {
  const found = /^\s*(\d{1,2})(?:\s*[:.]?\s*(\d{2}))?\s*(?:Uhr)?\s*$/u.exec(text)
  if (!found) return undefined
  const [, hour = '', minute = '00'] = found
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined
}

/** "2026-11-19" as "19.11.2026". */
export function writeDay(iso: string): string {
  return iso.split('-').reverse().join('.')
}

const long = new Intl.DateTimeFormat('de-DE', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** "2026-11-19" as "Donnerstag, 19. November 2026". */
export function sayDay(iso: string): string {
  return long.format(new Date(`${iso}T00:00:00Z`))
}
