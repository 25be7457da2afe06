// Addresses of links, in the form that the record accepts: absolute, http, https or mailto, without
// blanks and without characters that turn the reading order round.

const ABSOLUTE = /^(?:https?:\/\/|mailto:)./i
const MAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/
const HOST = /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/?#:]|$)/u
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const REFUSED = /[\s\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/

/** The address that somebody typed or pasted, completed; nothing if it is none. */
export function addressOf(typed: string): string | undefined {
  const text = typed.trim()
  if (text === '' || REFUSED.test(text)) return undefined
  // The record knows the schemes in small letters.
  if (ABSOLUTE.test(text)) return text.replace(/^[a-z]+/i, (scheme) => scheme.toLowerCase())
  if (MAIL.test(text)) return `mailto:${text}`
  return HOST.test(text) ? `https://${text}` : undefined
}
