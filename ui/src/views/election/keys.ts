// The keys of elections, beside those of votes: W opens one, A and L take it on, T settles who runs off.
import type { ItemView } from '../../api/generated'
import type { Live } from '../meeting/live.svelte'

/** True if it was a key of an election. */
export function electionKey(live: Live, item: ItemView, key: string, enter: () => void): boolean {
  const { election } = item
  if (key === 'W' && item.canElect) live.show({ kind: 'election', item: item.item })
  else if (election?.step.kind === 'round' && key === 'A') enter()
  else if (election?.step.kind === 'round' && election.step.runOff && key === 'T') live.show({ kind: 'runOff', item: item.item })
  else if (election?.step.kind === 'answer' && (key === 'A' || key === 'L')) {
    const answer = key === 'A' ? 'accepted' : 'declined'
    if (!live.busy) void live.act({ type: 'answerElection', election: election.election, answer })
  } else return false
  return true
}
