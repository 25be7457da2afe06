// The canonical journal of a vault beside the one that a script gives, line by line.
import { readFile, writeFile } from 'node:fs/promises'
import { ours, sitzungsbuch } from './programs.mjs'

/** Throws when a line differs. */
export async function compared(stage, vault, passphrase, name) {
  const expected = await readFile(ours(`tests/expected/${name}.journal.jsonl`), 'utf8')
  const given = await sitzungsbuch(['journal', '--canonical', '--vault', vault], passphrase)
  await writeFile(stage.out('journal.jsonl'), given)
  const [right, now] = [expected, given].map((text) => text.trim().split('\n'))
  const differ = Array.from({ length: Math.max(right.length, now.length) }, (_, index) => index)
    .filter((index) => right[index] !== now[index])
    .map((index) => `line ${index + 1}\n  expected ${right[index] ?? 'nothing'}\n  recorded ${now[index] ?? 'nothing'}`)
  if (differ.length > 0) throw new Error(`${differ.length} lines of the journal differ:\n${differ.join('\n')}`)
}
