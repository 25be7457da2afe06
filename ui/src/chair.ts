// Starts the window for the chair. It knows its display and nothing else of the interface.
import { mount } from 'svelte'
import { startAppearance } from './state/appearance.svelte'
import ChairWindow from './views/chair/ChairWindow.svelte'

startAppearance()
const target = document.getElementById('app')
if (target) mount(ChairWindow, { target })
