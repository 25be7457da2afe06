// What is being entered at an item.
export type VoteMode = 'closed' | 'round' | 'count' | 'roll' | 'outcome'
