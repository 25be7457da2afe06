// Starts the interface, and says when it stands: the document carries `data-ready` from then on.
import { mount } from 'svelte'
import App from './App.svelte'
import { app, closing, say } from './state/app.svelte'
import { startAppearance } from './state/appearance.svelte'
import { anew } from './state/meeting.svelte'

startAppearance()
const target = document.getElementById('app')
if (target) mount(App, { target })

window.addEventListener('sitzungsbuch:changed', () => void anew())
window.addEventListener('sitzungsbuch:chair', (event) => {
  app.chairOpen = event instanceof CustomEvent && event.detail === true
})
window.addEventListener('sitzungsbuch:closing', () => {
  closing.close().catch(say)
})
