// German words of sheets and dialogs that were left with something typed in them.
import { agenda } from './agenda'
import { attendance } from './attendance'
import { election } from './election'
import { log } from './log'
import { meeting } from './meeting'
import { modules } from './modules'
import { motion } from './motion'
import { proceedings } from './proceedings'
import { vote } from './vote'

export const begun = {
  title: 'Begonnen',
  goOn: 'Weiter eingeben',
  giveUp: 'Verwerfen',
  kinds: {
    addItem: agenda.add.title,
    adjourn: proceedings.adjourn.title,
    attach: agenda.attach.title,
    attendees: attendance.attendeesTitle,
    bias: 'Befangenheit',
    checkPresence: proceedings.check.title,
    election: election.act,
    fileMotion: motion.file,
    join: agenda.join.label,
    log: log.title,
    part: meeting.part.title,
    pasteMotions: motion.paste,
    procedure: motion.procedure,
    resultWords: vote.reword.title,
    returning: meeting.recess.resume,
    runOff: election.runOff.title,
    settle: 'Punkt schließen',
    substitute: 'Vertretung',
    takeDown: proceedings.title,
    textModules: modules.title,
    votePart: vote.part.title,
    voteRequest: vote.request.title,
  } as Readonly<Record<string, string>>,
} as const
