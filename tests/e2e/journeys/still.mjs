// The program speaks to nobody and writes nothing outside its own places: it is watched by strace
// while it opens.
export const variants = { '': { trace: true } }

export async function play(stage) {
  await stage.window.find('h1')
  const strays = await stage.strays()
  if (strays.length > 0) throw new Error(`it went astray:\n  ${strays.join('\n  ')}`)
}
