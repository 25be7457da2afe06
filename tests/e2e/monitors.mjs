// Two monitors side by side: an X server with real outputs (Xvfb has one only), which xrandr switches
// on as at any machine, and a window manager that knows them.
const MODES = [[1280, 720], [1280, 800], [1920, 1080]]

/** What the X server reads: a card without a screen, and sizes that its outputs may have. */
export const CONFIG = `
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 1-300
  VertRefresh 1-300
${MODES.map(([width, height]) => `  Modeline "${mode(width, height)}" 100 ${[0, 1, 2, 3].map((more) => width + more).join(' ')} ${[0, 1, 2, 3].map((more) => height + more).join(' ')}`).join('\n')}
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "any"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3840 2160
  EndSubSection
EndSection
`

/** What xrandr is told, one call after the other. */
export function switchedOn(first, second) {
  return [
    ['--addmode', 'DUMMY1', mode(...second)],
    ['--output', 'DUMMY0', '--mode', mode(...first), '--pos', '0x0', '--output', 'DUMMY1', '--mode', mode(...second), '--pos', `${first[0]}x0`],
    // Looks at the outputs anew: until then the second one counts as not plugged in.
    ['--query'],
  ]
}

function mode(width, height) {
  return `${width}x${height}`
}
