// The program opens and is ready: lying and standing, light and dark.
import { accessible } from '../axe.mjs'

export const variants = {
  hell: {},
  dunkel: { dark: true },
  hochkant: { width: 800, height: 1280 },
}

export async function play(stage) {
  const { window } = stage
  const [width, height] = await window.js('return [screen.width, screen.height]')
  await window.resize(width, height)
  await window.find('h1')
  await window.picture(stage.out('start.png'))
  await accessible(window, 'the start')
}
