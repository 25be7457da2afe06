// A number of votes as it is typed into a field.

/** More votes than that are a slip of the finger; the backend judges everything below. */
export const MOST = 999

/** What stands in the field as a number, and nothing else stays there; null where it is empty. */
export function typedNumber(field: HTMLInputElement): number | null {
  const digits = field.value.replace(/\D/g, '')
  const number = digits === '' ? null : Math.min(Number(digits), MOST)
  field.value = String(number ?? '')
  return number
}
