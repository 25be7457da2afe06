// Records a script in the real window as its clerk would: every act at its time, by click or by key,
// the next one when the last is seen. Names, numbers and texts come from the script; nothing of it
// reaches the program but through the window. What a gesture cannot do yet throws.
export { clock, handedOver, script, vault } from './clerk/script.mjs'
export { Votes as Clerk } from './clerk/votes.mjs'
