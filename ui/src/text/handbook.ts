// The handbook: how a session is recorded, in short chapters. What can be pressed is named by the words
// that stand on it, so that no chapter speaks of a button that has another name by now.
import { agenda } from './agenda'
import { attachment } from './attachment'
import { attendance, quorum } from './attendance'
import { begun } from './begun'
import { chair } from './chair'
import { common } from './common'
import { documents } from './documents'
import { editor } from './editor'
import { election, lead } from './election'
import { log } from './log'
import { meeting, meetingKeyNames as keys } from './meeting'
import { minutes } from './minutes'
import { modules } from './modules'
import { motion } from './motion'
import { proceedings } from './proceedings'
import { setup } from './setup'
import { start } from './start'
import { vote } from './vote'

/** Lines of a list, or one paragraph. */
export type HandbookBlock = string | readonly string[]

export interface HandbookChapter {
  id: string
  title: string
  blocks: readonly HandbookBlock[]
}

/** What can be pressed, as it is written there. */
const press = (label: string) => `„${label}“`

export const handbook = {
  title: common.handbook,
  search: 'Im Handbuch suchen',
  contents: 'Kapitel',
  none: 'Dazu steht nichts im Handbuch. Versuchen Sie ein anderes Wort.',
  found: (count: number) => (count === 1 ? '1 Kapitel' : `${String(count)} Kapitel`),
} as const

export const chapters: readonly HandbookChapter[] = [
  {
    id: 'vorher',
    title: 'Vor der Sitzung',
    blocks: [
      `Ein Gremium richten Sie einmal ein: ${press(start.begin)} führt in fünf Schritten durch ${setup.steps.join(', ')}. Die Mitglieder werden als Liste eingefügt, eine Person je Zeile.`,
      `${press(start.new)} legt eine Sitzung an: Termin, Raum und Tagesordnung. Auch die Tagesordnung wird als Text eingefügt; jede Angabe lässt sich danach ändern. Offene Zusagen aus der letzten Sitzung werden vorgeschlagen und nur übernommen, wenn Sie es wollen.`,
      `Einladung, Anwesenheitsliste zum Unterschreiben und alle anderen Schriftstücke stehen unter ${press(documents.title)}.`,
      `Zum Ausprobieren gibt es ${press(start.sample)}. Der Kreis und alle Personen darin sind erfunden.`,
    ],
  },
  {
    id: 'eroeffnen',
    title: 'Eröffnen',
    blocks: [
      `Vor der Eröffnung tippen Sie an, wer da ist. ${press(attendance.call.start)} geht die Sitze der Reihe nach durch. Jeder Tipp ist sofort gespeichert und lässt sich bis zur Eröffnung ändern.`,
      `Wählen Sie ${press(attendance.opening.chair)} und ${press(attendance.opening.clerk)}, dann ${press(attendance.opening.open)} (${keys.next}). Damit beginnt die Aufzeichnung; die Uhrzeit wird übernommen und kann später berichtigt werden.`,
      `${press(meeting.formal.invitation)} und ${press(meeting.formal.quorum)} sind je ein Tipp, sobald der Vorsitz es erklärt.`,
      `${keys.next} ist immer der nächste Schritt: eröffnen, Punkt aufrufen, Punkt schließen. Was er tut, steht auf seiner Schaltfläche.`,
    ],
  },
  {
    id: 'anwesenheit',
    title: 'Anwesenheit und Vertretung',
    blocks: [
      'Wer fehlt und kommt, wird mit einem Tipp auf den Sitz eingetragen. Wer da ist und geht, braucht zwei: So geht niemand aus Versehen.',
      [
        `${press(attendance.acts.substitute)}: Vorgeschlagen werden die eingetragenen Vertretungen, mit der Folge für die Beschlussfähigkeit. Sie endet von selbst, sobald das vertretene Mitglied kommt. Ein Sitz hat immer nur eine Stimme.`,
        `${press(attendance.acts.recuse)}: Wer befangen ist, wirkt bei diesem Punkt nicht mit. Mit dem Schließen des Punktes endet es.`,
        `${press(attendance.acts.sitInPublic)}, ${press(attendance.acts.stepOut)}, ${press(attendance.acts.disconnect)}: Die Person behält den Sitz und zählt so lange nicht mit.`,
        `${press(attendance.add)}: Gäste und Verwaltung haben keine Stimme und stehen trotzdem in der Niederschrift.`,
      ],
      `Für einen Nachtrag geben Sie die Uhrzeit an, zu der es war. Das Programm sagt vorher, welche Abstimmungen dazwischen liegen. Ändert sich dadurch, wer stimmberechtigt war, bleibt die Abstimmung stehen und wird gekennzeichnet; Sie bestätigen oder berichtigen sie.`,
      `${press(proceedings.check.title)} vergleicht die Liste mit der Zählung am Tisch oder mit der Papierliste.`,
    ],
  },
  {
    id: 'beschlussfaehigkeit',
    title: 'Beschlussfähigkeit',
    blocks: [
      `Die Zeile oben zeigt jederzeit, wie viele stimmberechtigt anwesend sind, und den rechtlichen Stand. ${keys.quorum} öffnet die Begründung mit den Paragrafen und den Verlauf seit der Eröffnung.`,
      `Gerechnet und festgestellt ist zweierlei: Das Programm rechnet, der Vorsitz stellt fest. ${press(quorum.establish)} und ${press(quorum.lacking)} halten fest, was der Vorsitz erklärt.`,
      'Das Programm warnt und begründet. Es verhindert keine Abstimmung: Was geschehen ist, wird eingetragen.',
    ],
  },
  {
    id: 'abstimmen',
    title: 'Abstimmen',
    blocks: [
      `Wer stimmberechtigt ist, folgt aus der Anwesenheit in diesem Augenblick. ${keys.vote} führt zur Abstimmung.`,
      [
        `${press(vote.unanimous)}: ein Tipp.`,
        `${press(vote.count)}: Gegenstimmen und Enthaltungen eintragen; was fehlt und was die Zahlen ergeben, steht darunter.`,
        `${press(vote.byFaction)}, ${press(vote.rollCall)}, ${press(vote.secret)}: mit eigenen Feldern. Geheime Stimmen werden nie mit Personen verbunden.`,
        `Ohne Abstimmung: zur Kenntnis genommen, vertagt, verwiesen und anderes, meist ein Tipp.`,
      ],
      `Eine Abstimmung, die Sie verlassen, wartet bei ihrem Punkt mit allem, was eingegeben ist, bis Sie sie fortsetzen oder verwerfen. Ebenso werden Blätter und Dialoge mit Eingaben wieder angeboten: ${press(begun.goOn)}, ${press(begun.giveUp)}.`,
      'Widersprechen sich Zahlen und Personen, nimmt das Programm das Ergebnis nur mit einem Vermerk an. Es steht dann so in der Aufzeichnung, mit dem Widerspruch.',
      `Der Wortlaut des Ergebnisses folgt aus den Zahlen: „mehrheitlich bei 3 Gegenstimmen angenommen“. ${press(vote.reword.act)} (${vote.reword.key}) setzt eigene Worte dafür ein, etwa „mit großer Mehrheit angenommen“. Während Sie schreiben, wird geprüft, ob sie zu den Zahlen passen: „einstimmig“ bei einer Gegenstimme ist ein Widerspruch, Enthaltungen hindern die Einstimmigkeit nicht. Geprüft werden die üblichen Worte und Zahlen; die Zahlen selbst bleiben, wie sie festgehalten sind. ${press(vote.reword.back)} stellt den ermittelten Wortlaut wieder her.`,
      `${press(motion.file)}, ${press(motion.procedure)} und ${press(motion.paste)} stehen im Menü des Punktes. Über Anträge wird einzeln oder gemeinsam abgestimmt; danach geht es dort weiter, wo Sie waren.`,
      `${press(vote.recount)} und ${press(vote.repeat)} lassen das erste Ergebnis in der Aufzeichnung stehen; es gilt das neue.`,
    ],
  },
  {
    id: 'wahlen',
    title: 'Wahlen',
    blocks: [
      `${press(election.act)} fragt nach Amt, Wahlvorschlägen und Art der Wahl. Danach werden die Wahlgänge eingetragen. Ob jemand gewählt ist, ob eine engere Wahl nötig ist oder das Los entscheidet, sagt das Programm mit der Begründung.`,
      `Wer an der engeren Wahl teilnimmt, ergibt sich aus den Stimmenzahlen. Ist das nicht eindeutig, steht es dort mit der Begründung; stellt der Vorsitz andere Personen fest, tragen Sie es mit ${press(election.runOff.act)} ein.`,
      `Auch das Ergebnis eines Wahlgangs lässt sich in eigene Worte fassen (${vote.reword.key}); Widersprüche zu den Zahlen werden gesagt.`,
      `Das Los zieht der Vorsitz; Sie tragen ein, auf wen es gefallen ist. Zum Schluss wird festgehalten, ob die Wahl angenommen wird.`,
      'Ausschusssitze verteilt das Programm nicht. Das Recht dazu ist in Bewegung: Ob und seit wann in Nordrhein-Westfalen für die Wahlzeit ab November 2025 ein anderes Verfahren gilt, ist nicht gesichert. Einen einheitlichen Wahlvorschlag können Sie als Abstimmung festhalten, die ohne Gegenstimme angenommen sein muss.',
    ],
  },
  {
    id: 'nichtoeffentlich',
    title: 'Nichtöffentlicher Teil',
    blocks: [
      `${keys.part} wechselt den Teil. Gefragt wird, wer den Raum verlässt, und auf dem Rückweg, wer wiederkommt. Über den Ausschluss kann dabei abgestimmt werden.`,
      'Solange die Sitzung nichtöffentlich ist, ist das Fenster violett gerahmt. Texte dieses Teils werden getrennt gespeichert. Die öffentliche Fassung der Niederschrift entsteht ohne sie.',
      `${press(editor.redacted)} unter ${press(editor.insert)} nimmt im Text eines öffentlichen Punktes die ausgewählten Worte aus allem heraus, was jeder lesen darf: Dort stehen drei Punkte in eckigen Klammern. Die vollständige Niederschrift enthält sie weiter. Was zur Abstimmung gestellt wird, lässt sich nicht schwärzen.`,
      `${press(chair.open)} zeigt dem Vorsitz Gremium, Punkt, Beschlussfähigkeit, Wortlaut und Ergebnis in großer Schrift. Nichtöffentlicher Text steht dort nie.`,
    ],
  },
  {
    id: 'protokoll',
    title: 'Texte und was sonst geschieht',
    blocks: [
      `Notizen schreiben Sie unter dem Punkt. Zwei Buchstaben und Tab ergänzen einen Namen mit der richtigen Anrede. ${press(modules.title)} setzen Sie mit ihrem Kürzel ein.`,
      `Tatsachen der Sitzung (Ergebnis, Ankunft, Uhrzeit) stehen im Text als Felder, die sich mit der Aufzeichnung ändern.`,
      `${press(proceedings.title)} (${keys.takeDown}) hält Erklärungen, Zusagen, Einwohnerfragen, Bekanntgaben und Ordnungsmaßnahmen fest. ${press(lead.chair)} und ${press(lead.clerk)} stehen im Menü der Sitzung.`,
      `${press(meeting.recess.interrupt)} (${keys.interrupt}); beim Fortsetzen fragt das Programm, wer nicht zurück ist. ${press(proceedings.adjourn.title)} geht auch.`,
      `Anlagen werden mit Nummer und Titel verzeichnet (${keys.attach}); die Datei dazu kann später unter ${press(attachment.title)} folgen.`,
    ],
  },
  {
    id: 'berichtigen',
    title: 'Berichtigen',
    blocks: [
      `${keys.undo} nimmt den letzten Eintrag zurück. ${press(log.title)} (${keys.log}) zeigt alle Einträge mit beiden Zeiten: wann es war und wann es eingetragen wurde.`,
      `Dort berichtigen Sie eine Uhrzeit mit ${press(log.time)} oder nehmen einen Eintrag mit ${press(log.withdraw)} zurück. ${log.hint}`,
      'Hängt ein späterer Eintrag an dem, was Sie zurücknehmen wollen, sagt das Programm, welcher. Nehmen Sie zuerst diesen zurück.',
    ],
  },
  {
    id: 'niederschrift',
    title: 'Niederschrift',
    blocks: [
      `Vor ${press(meeting.closeMeeting)} zeigt das Programm, was noch offen ist. Danach liegt die ${press(minutes.title)} bereit: vollständig oder öffentlich, mit den Texten und den fertigen Seiten.`,
      'Texte lassen sich ergänzen und Einträge berichtigen, bis unterschrieben ist. Der Entwurf trägt auf jeder Seite einen Vermerk.',
      `${press(minutes.save)} legt die Fassung als PDF ab, ${press(minutes.saveEditable)} als Datei zum Bearbeiten. Beide liegen dann außerhalb des Tresors und sind nicht verschlüsselt.`,
    ],
  },
  {
    id: 'unterschreiben',
    title: 'Unterschreiben',
    blocks: [
      `Zuerst unterschreibt die Schriftführung, danach alle, die den Vorsitz hatten. Gebraucht wird eine Schlüsseldatei (.p12 oder .pfx) mit ihrem Kennwort. Jede Fassung wird für sich unterschrieben.`,
      minutes.sign.first,
      `${press(minutes.signatures.check)} sagt, was die Unterschriften wert sind. Ob eine Unterschrift die Schriftform erfüllt, hängt vom Zertifikat und von Ihrem Landesrecht ab; „qualifiziert“ steht nur da, wo das Zertifikat es sagt.`,
    ],
  },
  {
    id: 'stoerung',
    title: 'Wenn etwas schiefgeht',
    blocks: [
      'Jeder Eintrag ist dauerhaft gespeichert, bevor das Fenster ihn zeigt; Text binnen einer Sekunde. Nach einem Absturz oder leeren Akku öffnen Sie den Tresor und arbeiten dort weiter.',
      [
        'Kann etwas nicht gespeichert werden, bleibt es im Fenster stehen, und das Programm sagt, was zu tun ist.',
        `Verlassen Sie das Gerät, sperren Sie (${common.keyNames.lock}). Dabei geht nichts verloren.`,
        'Wird die Festplatte voll oder der Akku schwach, steht es oben in der Leiste.',
        'Geht die Uhr des Geräts nach, gilt die Zeit des letzten Eintrags, bis sie aufgeholt hat.',
        'Ist eine Aufzeichnung beschädigt, kann sie nur noch gelesen werden.',
      ],
      'Ohne Kennwort kann niemand den Tresor öffnen, auch nicht die IT. Verwahren Sie es getrennt vom Gerät.',
      'Der Tresor liegt nur auf diesem Gerät, es gibt keine Netzverbindung. Eine Sicherung legt das Programm nicht an; die regelt Ihre IT.',
    ],
  },
  {
    id: 'tasten',
    title: 'Tasten',
    blocks: [
      `${common.keyNames.help} zeigt alle Tasten. Die wichtigsten:`,
      [
        `${keys.next}: nächster Schritt`,
        `${keys.find}: Person suchen`,
        `${keys.vote}: Abstimmung`,
        `${keys.quorum}: Beschlussfähigkeit`,
        `F10: ${common.menu}`,
        `${keys.palette}: ${meeting.palette.title} nach Befehl, Person oder Tagesordnungspunkt`,
        `${keys.undo}: letzten Eintrag zurücknehmen`,
      ],
      `Alles lässt sich antippen oder mit Tasten allein bedienen. Weitere Befehle stehen unter ${press(agenda.more)} am Punkt und im ${press(common.menu)}.`,
    ],
  },
  {
    id: 'grenzen',
    title: 'Grenzen',
    blocks: [
      'Das Programm ist keine Rechtsberatung. Es nennt den Paragrafen, nach dem es rechnet; entscheiden muss der Vorsitz.',
      'Die Regelprofile sind Entwürfe: Zu jedem gehört mindestens eine Regel, die noch nicht am amtlichen Text geprüft ist. Was Hauptsatzung oder Geschäftsordnung zulässig anders regeln, kennt das Programm nur, soweit es für das Gremium hinterlegt ist.',
      `${setup.committee.landHint} Ausschusssitze werden nicht berechnet.`,
      'Wer das älteste Mitglied ist, weiß das Programm nicht; es wird von Hand gewählt.',
      'Der Wortlaut eines Ergebnisses wird auf übliche Worte und Zahlen geprüft, nicht auf jede Formulierung.',
    ],
  },
]

/** All of a chapter as one text, to search in. */
export function textOf({ title, blocks }: HandbookChapter): string {
  return [title, ...blocks.flat()].join(' ')
}
