// The canonical journal of a vault beside the one that a script gives, line by line.
import { readFile, writeFile } from 'node:fs/promises'
import { ours, sitzungsbuch } from './programs.mjs'

/** Throws when a line differs. Without texts, lines that fix a text do not count, and ids are
 * numbered anew, because texts name acts. */
export async function compared(stage, vault, passphrase, name, texts) {
  const expected = await readFile(ours(`tests/expected/${name}.journal.jsonl`), 'utf8')
  const given = await sitzungsbuch(['journal', '--canonical', '--vault', vault], passphrase)
  await writeFile(stage.out('journal.jsonl'), given)
  if (!texts) process.stdout.write('        texts are left out of the comparison\n')
  const [right, now] = [expected, given].map((text) => (texts ? lines(text) : withoutTexts(lines(text))))
  const differ = Array.from({ length: Math.max(right.length, now.length) }, (_, index) => index)
    .filter((index) => right[index] !== now[index])
    .map((index) => `line ${index + 1}\n  expected ${right[index] ?? 'nothing'}\n  recorded ${now[index] ?? 'nothing'}`)
  if (differ.length > 0) throw new Error(`${differ.length} lines of the journal differ:\n${differ.join('\n')}`)
}

function lines(text) {
  return text.trim().split('\n')
}

function withoutTexts(all) {
  const numbers = new Map()
  const anew = (id) => numbers.get(id) ?? numbers.set(id, `#${numbers.size + 1}`).get(id)
  return all.filter((line) => JSON.parse(line).kind !== 'TextFixed').map((line) => line.replace(/#\d+/g, anew))
}
