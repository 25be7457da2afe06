// Elections as the window takes them: a run-off to which the chair admits a third person, which ends by
// lot, is accepted and put in other words; a second one by show
// of hands, from which one candidate withdraws, that is declined; the chair passes on and back; a lack of quorum is found and the item put
// back.
import { KEY } from '../driver.mjs'
import { accessible } from '../axe.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  dunkel: { clock, dark: true, width: 800, height: 1280 },
  groß: { clock, large: true },
}

export async function play(stage, { large }) {
  const hands = new Hands(stage)
  const { window } = stage
  await hands.sample({ large })
  await hands.ten()
  await hands.openSession()
  await at(hands, '1')
  await window.press(KEY.f9)
  await hands.says('Verlauf seit der Eröffnung')
  await window.press('B')
  await hands.says('Beschlussfähig festgestellt 16:32')
  await at(hands, '2')
  await at(hands, '3')
  await runOff(hands)
  await declined(hands)
  await chair(hands)
  await lacking(hands)
}

/** Goes on to an item; in portrait the agenda is a line. */
async function at(hands, number) {
  await hands.window.press(KEY.f2)
  await hands.window.until(`TOP ${number}`, `
    return document.querySelector('main .top')?.textContent.trim() === 'TOP ' + arguments[0]`, number)
  await hands.caret()
}

/** Three candidates by ballot: nobody has more than half, then it is even, then the lot. */
async function runOff(hands) {
  const { window } = hands
  await hands.clock('2026-11-12T15:40:00Z')
  await window.press(KEY.f8, 'W')
  await hands.opened()
  await window.until('the post', 'return document.activeElement.matches("dialog input")')
  await window.press('stellvertretender Vorsitz', KEY.tab)
  for (const letters of ['bo', 'ca', 'el']) {
    await window.press(letters)
    await window.find('.found button')
    if (letters === 'el') await hands.look('vorschlagen')
    await window.press(KEY.enter)
    await window.until('taken', 'return !document.querySelector(".found")')
  }
  await hands.look('wahl-eröffnen')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.says('1. Wahlgang')
  await hands.look('wahl-eröffnet')

  await counting(hands)
  await window.press('4', KEY.tab, '4', KEY.tab, '2')
  await hands.says('10 abgegeben')
  await hands.says('es folgt die engere Wahl zwischen')
  await hands.look('erster-wahlgang')
  await window.press(KEY.enter)
  await hands.result('Engere Wahl')
  await hands.clock('2026-11-12T15:46:00Z')
  await hands.look('engere-wahl')
  await admitted(hands)

  await counting(hands)
  await window.press('5', KEY.tab, '6')
  await hands.says('1 Stimme zu viel')
  await hands.look('zu-viele')
  await window.press([KEY.control, 'a'], '5')
  await hands.says('10 abgegeben')
  await window.press(KEY.enter)
  await hands.says('Auf wen ist das Los gefallen?')
  await hands.look('los')
  await hands.tap('Frau KA Dr. Castendyk')
  await hands.says('ist durch das Los gewählt.')
  await hands.look('annahme')
  await window.press(KEY.f8, 'A')
  await hands.result('nimmt die Wahl an')
  await hands.look('gewählt')
  await worded(hands)

  // A correction begins with what was entered.
  await hands.tap('Korrigieren')
  await hands.says('Wahlgang korrigieren')
  await window.until('the number', 'return document.activeElement.closest(".line")')
  await hands.look('korrigieren')
  await window.press(KEY.escape)
  await hands.result('nimmt die Wahl an')
}

/** The chair lets the third one in, who has the next number of votes: by keys, with what is to be said. */
async function admitted(hands) {
  const { window } = hands
  await hands.says('Soll auch die nächste Stimmenzahl (2) zu den beiden höchsten zählen, entscheidet das der Vorsitz.')
  await window.press(KEY.f8, 'T')
  await hands.opened()
  await hands.says('Diese Personen nehmen bereits teil.')
  await window.until('the third one', `
    const box = [...document.querySelectorAll('dialog [type=checkbox]')].at(-1)
    box?.focus()
    return document.activeElement === box`)
  await window.press(' ')
  await hands.says('die nächste (2) zählt nach der Feststellung des Vorsitzes auch zu den beiden höchsten')
  await hands.look('engere-wahl-teilnahme')
  await accessible(window, 'engere-wahl-teilnahme')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.says('Wer teilnimmt, hat der Vorsitz festgestellt.')
  await hands.clock('2026-11-12T15:47:00Z')
}

/** Words of a round are changed as those of a vote are; what contradicts its numbers is said. */
async function worded(hands) {
  const { window } = hands
  await window.press([KEY.alt, 'w'])
  await window.until('the words', 'return document.activeElement.closest("dialog input")')
  await hands.says('Aus den Zahlen ergibt sich: Stimmengleichheit zwischen')
  await window.press([KEY.control, 'a'], 'Frau Castendyk wird einstimmig durch das Los gewählt')
  await hands.says('Widerspruch: „einstimmig“ passt nicht zu 5 Stimmen für andere Personen.')
  await hands.look('wahl-wortlaut')
  await window.press([KEY.control, 'a'], 'Nach Stimmengleichheit ist Frau Castendyk durch das Los gewählt')
  await window.until('no contradiction', 'return !document.querySelector("dialog .contradicts")')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.result('Nach Stimmengleichheit ist Frau Castendyk durch das Los gewählt')
  await hands.caret()
}

/** One of two candidates withdraws; the other one by show of hands: Enter, Enter. */
async function declined(hands) {
  const { window } = hands
  await hands.tap('Nächste Wahl')
  await hands.opened()
  await window.until('the post', 'return document.activeElement.matches("dialog input")')
  await window.press('Mitglied im Beirat', KEY.tab)
  for (const letters of ['gu', 'bo']) {
    await window.press(letters)
    await window.find('.found button')
    await window.press(KEY.enter)
    await window.until('taken', 'return !document.querySelector(".found")')
  }
  await hands.window.click(await window.named('Offen, durch Handzeichen', '[role=radio]'))
  await hands.tap('Wahl eröffnen')
  await hands.closed()
  await hands.says('Mitglied im Beirat')
  await withdraws(hands)
  await counting(hands)
  await hands.says('wird mit 10 von 10 gültigen Stimmen gewählt.')
  await hands.look('offene-wahl')
  await window.press(KEY.enter)
  await hands.says('Wird die Wahl angenommen?')
  await window.press(KEY.f8, 'L')
  await hands.result('lehnt die Wahl ab')
  await hands.look('abgelehnt')
}

/** By the keys of a menu: the second one stands no more. */
async function withdraws(hands) {
  const { window } = hands
  await window.until('the menu of withdrawals', `
    const button = [...document.querySelectorAll('.step .pop button')].at(-1)
    button?.focus()
    return document.activeElement === button`)
  await window.press(KEY.enter)
  await hands.says('Wer zieht zurück?')
  await hands.look('zurückziehen')
  await accessible(window, 'zurückziehen')
  await window.press(KEY.down)
  await window.press(KEY.enter)
  await hands.says('Herr KA Bornewasser zieht die Kandidatur zurück')
  await hands.look('zurückgezogen')
  await accessible(window, 'zurückgezogen')
}

async function counting(hands) {
  await hands.window.press(KEY.f8, 'A')
  await hands.window.until('the numbers of a round', 'return document.activeElement.closest(".line")')
}

/** The chair is biased: somebody else leads, and gives the chair back with one tap. */
async function chair(hands) {
  const { window } = hands
  await at(hands, '4')
  await hands.person('falk')
  await window.press('B')
  await hands.closed()
  await hands.says('führt den Vorsitz und ist zu TOP 4 befangen.')
  await hands.look('vorsitz-befangen')
  await hands.tap('Vorsitz wechseln')
  await hands.opened()
  await hands.look('vorsitz-wechseln')
  await hands.tap('Ludger Bornewasser')
  await hands.closed()
  await window.until('nobody asks who leads', 'return !document.querySelector(".leaderless")')
  await hands.clock('2026-11-12T16:05:00Z')
  await at(hands, '5')
  await hands.says('führt den Vorsitz seit')
  await hands.look('vorsitz-zurück')
  await hands.tap('Vorsitz zurück an Frau KA Falkenroth')
  await window.until('the chair is back', 'return !document.body.innerText.includes("Vorsitz zurück an")')
  await hands.tap('Menü')
  await hands.tap('Schriftführung wechseln')
  await hands.opened()
  await hands.look('schriftführung')
  await window.press(KEY.escape)
  await hands.closed()
}

/** Two leave: eight of seventeen are not enough. */
async function lacking(hands) {
  const { window } = hands
  await hands.clock('2026-11-12T16:20:00Z')
  for (const letters of ['pott', 'witt']) {
    await hands.person(letters)
    await window.press('G')
    await hands.closed()
  }
  await hands.says('8 von 17')
  await hands.clock('2026-11-12T16:31:00Z')
  await window.press(KEY.f9)
  await hands.says('Verlauf seit der Eröffnung')
  await window.find('tbody tr')
  await hands.look('beschlussfähigkeit')
  await window.press('U')
  await hands.says('TOP 5 zurückstellen')
  await hands.look('beschlussunfähig')
  await window.press('Z')
  await hands.result('Zurückgestellt')
  await hands.look('zurückgestellt')
}
