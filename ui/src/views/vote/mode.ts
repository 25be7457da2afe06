// What is being entered at an item.
export type VoteMode = 'closed' | 'count' | 'roll' | 'outcome'
