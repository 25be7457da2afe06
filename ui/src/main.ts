// Starts the interface, and says when it stands: the document carries `data-ready` from then on.
import { mount } from 'svelte'
import App from './App.svelte'
import { leave } from './api/client'

const target = document.getElementById('app')
if (target) {
  mount(App, { target })
  void document.fonts.ready.then(() => {
    document.documentElement.dataset['ready'] = 'true'
  })
}

window.addEventListener('sitzungsbuch:closing', () => {
  void leave()
})
