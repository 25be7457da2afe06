// Starts the interface, and says when it stands: the document carries `data-ready` from then on.
import { mount } from 'svelte'
import App from './App.svelte'
import { closing, say } from './state/app.svelte'
import { startAppearance } from './state/appearance.svelte'

startAppearance()
const target = document.getElementById('app')
if (target) mount(App, { target })

window.addEventListener('sitzungsbuch:closing', () => {
  closing.close().catch(say)
})
