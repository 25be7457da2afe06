import { describe, expect, test } from 'vitest'
import { strength } from './strength'

describe('a passphrase is judged by what has to be guessed', () => {
  test.each([
    ['', 'none'],
    ['   ', 'none'],
    ['x', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['12345678901234567890', 'weak'],
    ['qwertzuiop', 'weak'],
    ['Passwort1234', 'weak'],
    ['1911202616', 'weak'],
    ['Regen Tal', 'fair'],
    ['Regen Tal Birne', 'good'],
    ['Regen Tal Birne Stuhl', 'strong'],
    ['k9$Tz!pQ2vRw', 'good'],
    ['ä🙂'.repeat(100), 'weak'],
    [Array.from({ length: 200 }, (_, index) => String.fromCodePoint(33 + ((index * 37) % 90))).join(''), 'strong'],
  ])('%s is %s', (text, expected) => {
    expect(strength(text)).toBe(expected)
  })
})
