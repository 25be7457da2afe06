// Writes src/api/generated.ts from src/api/schema.json, which Rust writes.
// `node tools/types.mjs --check` only compares, and fails where they differ.
import { readFile, writeFile } from 'node:fs/promises'
import { compile } from 'json-schema-to-typescript'

const from = new URL('../src/api/schema.json', import.meta.url)
const to = new URL('../src/api/generated.ts', import.meta.url)

const schema = JSON.parse(await readFile(from, 'utf8'))
const types = await compile(schema, 'Api', {
  additionalProperties: false,
  bannerComment: '// Written by tools/types.mjs from schema.json, which Rust writes. Do not change it here.',
  enableConstEnums: false,
  format: false,
  unreachableDefinitions: true,
})

if (process.argv.includes('--check')) {
  const kept = await readFile(to, 'utf8').catch(() => '')
  if (kept !== types) {
    process.stderr.write('src/api/generated.ts is not what schema.json says: npm run types\n')
    process.exit(1)
  }
} else {
  await writeFile(to, types)
}
