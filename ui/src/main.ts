// Starts the interface, and says when it stands: the document carries `data-ready` from then on.
import { mount } from 'svelte'
import App from './App.svelte'
import { leave } from './api/client'
import { say } from './state/app.svelte'
import { startAppearance } from './state/appearance.svelte'
import { flushAll } from './state/leaving'

startAppearance()
const target = document.getElementById('app')
if (target) mount(App, { target })

// The window closes after what was typed last is saved; when that fails, it is said first, and the
// shell closes the window only if it hears nothing at all.
window.addEventListener('sitzungsbuch:closing', () => {
  flushAll().catch(say).finally(() => void leave())
})
