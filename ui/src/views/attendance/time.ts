// Times as they are typed: "16:53", "9.05", "1653", and of another day "19.11. 16:53".

/** Nothing longer can be meant. */
export const LONGEST = '19.11.2026 16:53'.length

const WHOLE = /^(\d{1,2}\.\d{1,2}\.(\d{4})? )?(\d{1,2}[:.]\d{2}|\d{4})$/

/** Whether it is typed to its end; the backend reads and judges it. */
export function isWhole(typed: string): boolean {
  return WHOLE.test(typed.trim())
}
