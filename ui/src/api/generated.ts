// Written by tools/types.mjs from schema.json, which Rust writes. Do not change it here.

/**
 * Codes of [`Reason`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReasonCode".
 */
export type ReasonCode = ("sizeReached" | "sizeMissed" | "secondCall" | "secondCallUnfit" | "relief" | "decidedElsewhere" | "mustDeclare" | "allInvited" | "abstentionForbidden" | "secretForbidden" | "votesOpen" | "motionWritten" | "compositionHolds" | "compositionFails" | "recused" | "vacant" | "advisersNotCounted" | "disputed" | "deemedQuorate" | "localRule" | "nominationNeeded" | "runOff" | "oneCandidate" | "electionRepeated" | "electionByHands" | "ballotsDiffer" | "ballotsMissing" | "electionOpen" | "tooManyVotes" | "notAllVoted" | "announcedDiffers" | "sumsDiffer" | "seatNotEntitled" | "lackOfQuorum" | "substitutionOrder" | "substituteStatus" | "subItemsOpen" | "itemsOpen" | "outcomeMissing" | "recusalLasts" | "basisUnsettled" | "findingChanged" | "basisRestored" | "quorumLine" | "nobodyEntitled" | "nobodyVoted" | "biasedRepresented" | "headTwice" | "recusalAnnounced" | "recusalLifted" | "recusalBefore" | "memberWithoutVote" | "compositionUnlawful" | "urgencyMissing" | "partDiffers" | "itemNotCalled" | "substituteExcused" | "numberTwice" | "tooManyBallots" | "majorityRequired" | "factionTooMany" | "motionsPending" | "motionSettled" | "methodDiffers" | "hvbWithoutVote" | "requestJudged" | "decisive" | "notDecisive" | "narrowResult" | "repetitionLost" | "factUnknown" | "outageInRoom" | "outageLasts" | "absenceAnnounced" | "recusedLeavesRoom" | "chairLeft" | "chairNotMember" | "duringRecess" | "recessEnded" | "partMoved" | "joinedAcrossParts" | "addresseeMissing" | "apartNotCounted" | "putBackWithoutFinding" | "announcedInPrivate" | "presenceDiffers" | "wordingContradicts" | "wordingUnusual")
/**
 * UUID or short key of a meeting
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "MeetingId".
 */
export type MeetingId = string
/**
 * The one act that is expected next; its button is the filled one.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "NextStep".
 */
export type NextStep = (NextStepOpen | NextStepCall | NextStepChangePart | NextStepCloseItem | NextStepResume | NextStepCloseMeeting)
/**
 * UUID or short key of a item
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "AgendaItemId".
 */
export type AgendaItemId = string
/**
 * Part of a session (§ 33 Abs. 2 KrO NRW, § 48 Abs. 2 GO NRW). OParl `AgendaItem.public`.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Part".
 */
export type Part = ("public" | "nonPublic")
/**
 * How far an item is.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "RowState".
 */
export type RowState = ("open" | "current" | "interrupted" | "done")
/**
 * What can be done with the person on or for a seat now.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PersonAct".
 */
export type PersonAct = ("notePresent" | "noteRemote" | "noteAbsent" | "arrive" | "connect" | "arriveForItem" | "leave" | "excuse" | "substitute" | "recuse" | "endRecusal" | "liftRecusal" | "return" | "stepOut" | "sitInPublic" | "disconnect" | "recuseInDetail")
/**
 * In which capacity somebody without a seat takes part.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Capacity".
 */
export type Capacity = ("official" | "guest")
/**
 * UUID or short key of a person
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PersonId".
 */
export type PersonId = string
/**
 * Whether somebody without a seat is there.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "AttendeeState".
 */
export type AttendeeState = ("present" | "left" | "expected")
/**
 * Whether a seat votes.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SeatKind".
 */
export type SeatKind = ("voting" | "advisory")
/**
 * UUID or short key of a seat
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SeatId".
 */
export type SeatId = string
/**
 * State of a seat, by which a tile gets its icon.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SeatState".
 */
export type SeatState = ("pending" | "present" | "late" | "substituted" | "recused" | "away" | "publicArea" | "outage" | "left" | "excused" | "missing" | "vacant")
/**
 * Status of a person in a body.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Status".
 */
export type Status = ("KA" | "RM" | "SB" | "SE" | "HVB" | "Official" | "Guest")
/**
 * UUID or short key of a organization
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrganizationId".
 */
export type OrganizationId = string
/**
 * UUID or short key of a election
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ElectionId".
 */
export type ElectionId = string
/**
 * UUID or short key of a act
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ActId".
 */
export type ActId = string
/**
 * What an election needs next.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ElectionStep".
 */
export type ElectionStep = (ElectionStepRound | ElectionStepLot | ElectionStepAnswer)
/**
 * What an item is about, as far as the record treats it differently.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ItemKind".
 */
export type ItemKind = ("formalities" | "minutesApproval" | "proposal" | "report" | "inquiry" | "addenda")
/**
 * How it is done.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FollowStep".
 */
export type FollowStep = (FollowStepAct | FollowStepExcludePublic | FollowStepAddItem)
/**
 * A command of the live session. Each is one act of the clerk.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Command".
 */
export type Command = (CommandPrepareMeeting | CommandConfirmInvitation | CommandExcuseMember | CommandSeatSubstitute | CommandOpenMeeting | CommandRecordArrival | CommandAdmitAttendee | CommandRecordAbsence | CommandEndAbsence | CommandRecordDeparture | CommandDeclareRecusal | CommandEndRecusal | CommandEstablishQuorum | CommandDeclareLackOfQuorum | CommandChangeChair | CommandChangeClerk | CommandInterruptMeeting | CommandAdjournMeeting | CommandResumeMeeting | CommandCallItem | CommandCloseItem | CommandAddItem | CommandMoveItem | CommandJoinItems | CommandFileMotion | CommandWithdrawMotion | CommandRequestVoteMethod | CommandOpenElection | CommandRecordRound | CommandWithdrawCandidacy | CommandSettleRunoff | CommandDrawLot | CommandAnswerElection | CommandRecordOutcome | CommandRecordVote | CommandRecordProceeding | CommandCheckPresence | CommandConfirmBasis | CommandWordResult | CommandListAttachment | CommandChangePart | CommandWriteText | CommandCloseMeeting | CommandCorrect)
/**
 * A block.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Block".
 */
export type Block = (BlockParagraph | BlockHeading | BlockList | BlockTable | BlockPicture | BlockQuote | BlockFact)
/**
 * Runs of inline content; a plain string is one unmarked run.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Inlines".
 */
export type Inlines = (string | Inline[])
/**
 * Inline content.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Inline".
 */
export type Inline = (InlineText | InlineLink | InlineFootnote | InlineRedacted)
/**
 * A mark on a text.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Mark".
 */
export type Mark = ("bold" | "italic" | "underline")
/**
 * Numbering of a list.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ListStyle".
 */
export type ListStyle = ("decimal" | "lowerAlpha" | "dash" | "labelled")
/**
 * Alignment of a column.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Align".
 */
export type Align = ("left" | "right" | "center")
/**
 * A picture.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Graphic".
 */
export type Graphic = ({
svg: string
} | {
base64: string
})
/**
 * A part of the record that stands as a block in the text.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Fact".
 */
export type Fact = (FactAct | FactOpening | FactInvitation | FactSubstitutions | FactQuorum)
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Moment".
 */
export type Moment = string
/**
 * How somebody takes part.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Mode".
 */
export type Mode = ("room" | "remote")
/**
 * Why somebody who is there is not at the table.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "AbsenceCause".
 */
export type AbsenceCause = ("outage" | "publicArea" | {
item: AgendaItemId
})
/**
 * On what a recusal rests.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "RecusalBasis".
 */
export type RecusalBasis = ("declared" | "decided")
/**
 * UUID or short key of a motion
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "MotionId".
 */
export type MotionId = string
/**
 * What a motion asks for.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "MotionKind".
 */
export type MotionKind = ({
procedural: Procedure
} | "amendment" | "supplement" | "substantive")
/**
 * A motion on procedure (Geschäftsordnungsantrag): voted on before the matter itself, since it
 * decides whether and how the matter goes on.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Procedure".
 */
export type Procedure = ("closeDebate" | "closeSpeakers" | "passOver" | "takeOff" | "defer" | "refer" | "interrupt" | "excludePublic" | "restorePublic" | "extend" | "reorder" | "other")
/**
 * Who made a motion.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Mover".
 */
export type Mover = ({
faction: OrganizationId
} | {
person: PersonId
} | "administration")
/**
 * Id of a qualified majority within its profile, e.g. `hauptsatzung`.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "MajorityId".
 */
export type MajorityId = string
/**
 * How an election is held.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ElectionMethod".
 */
export type ElectionMethod = ("showOfHands" | "ballot")
/**
 * What the person said who is elected.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ElectionAnswer".
 */
export type ElectionAnswer = ("accepted" | "declined")
/**
 * What became of an item without a vote. A decision by vote is recorded as a vote.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Outcome".
 */
export type Outcome = ("noted" | "approved" | "established" | "receivedWithoutDecision" | "deferred" | "putBack" | "referred" | "recommended" | "takenOff" | "withdrawn" | "nothing" | "noneOnPurpose")
/**
 * What the chair announced as the result.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Announced".
 */
export type Announced = ("accepted" | "rejected")
/**
 * What is put to the vote.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Matter".
 */
export type Matter = ("item" | {
motion: MotionId
} | {
motions: MotionId[]
} | {
part: string
} | {
recusal: PersonId
} | {
procedure: Procedure
} | {
round: ElectionId
})
/**
 * UUID or short key of a vote
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "VoteId".
 */
export type VoteId = string
/**
 * What is known of the votes; a number that nobody announced stays empty.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Tally".
 */
export type Tally = (TallyUnanimous | TallyAnnounced | TallyCounted | TallyRollCall | TallySecret)
/**
 * One vote in a roll-call.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Choice".
 */
export type Choice = ("yes" | "no" | "abstain")
/**
 * What is taken down.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Proceeding".
 */
export type Proceeding = (ProceedingOrder | ProceedingInauguration | ProceedingResidentQuestion | ProceedingAnnouncement | ProceedingStatement | ProceedingCommitment | ProceedingCosigners | ProceedingRecording)
/**
 * What the chair does to keep order in the room (§ 51 GO NRW, § 36 KrO NRW, rules of procedure).
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderMeasure".
 */
export type OrderMeasure = ("toOrder" | "toMatter" | "silenceSpeaker" | "expulsion")
/**
 * What becomes of the question of a resident.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ResidentAnswer".
 */
export type ResidentAnswer = ("oral" | "written" | "nextMeeting")
/**
 * The name of a resident who agreed to be named; no `Debug` shows it.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ResidentName".
 */
export type ResidentName = string
/**
 * Until when something is promised.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Due".
 */
export type Due = ("nextMeeting" | "minutes" | {
on: string
})
/**
 * What a session is recorded for.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "RecordingPurpose".
 */
export type RecordingPurpose = ("minutes" | "broadcast")
/**
 * How the presence is counted beside the list.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PresenceSource".
 */
export type PresenceSource = ("table" | "sheet")
/**
 * UUID or short key of a attachment
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "AttachmentId".
 */
export type AttachmentId = string
/**
 * What became of a motion.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "MotionResult".
 */
export type MotionResult = ("pending" | "accepted" | "rejected" | "withdrawn")
/**
 * How the vote was taken, as far as the words differ.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Method".
 */
export type Method = ("open" | "rollcall" | "secret")
/**
 * What an act is about.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "LogKind".
 */
export type LogKind = ("attendance" | "agenda" | "vote")
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Timestamp".
 */
export type Timestamp = string
/**
 * Where something open is settled.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OpenPlace".
 */
export type OpenPlace = (OpenPlaceItem | OpenPlacePresence | OpenPlaceQuorum)
/**
 * Phase of a session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Phase".
 */
export type Phase = ("new" | "prepared" | "open" | "closed")
/**
 * The legal state of a body: what the law makes of the last finding and the computed value.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "LegalState".
 */
export type LegalState = ("deemed" | "confirmed" | "lacking" | "computed" | "open")
/**
 * How much attention a field asks for; a colour never stands alone, words say the same.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Tone".
 */
export type Tone = ("plain" | "good" | "warning" | "danger")
/**
 * How far a vault is from being worked with.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "DeskState".
 */
export type DeskState = ("noVault" | "locked" | "open")
/**
 * A document of a session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Kind".
 */
export type Kind = (KindInvitation | KindSheet | KindMinutes | KindNonPublicMinutes | KindReading | KindExcerpt | KindAttendance | KindProof | KindPaper)
/**
 * Which parts of the session a document has.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Scope".
 */
export type Scope = ("complete" | "public")
/**
 * As what a document is made.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "DocumentEdition".
 */
export type DocumentEdition = ("draft" | "final")
/**
 * What the caller may branch on.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ErrorCode".
 */
export type ErrorCode = ("rejected" | "badInput" | "stale" | "wrongPassphrase" | "unreadable" | "locked" | "diskFull" | "internal")
/**
 * What the chair finds on the display.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Found".
 */
export type Found = ("invitation" | "quorum")
/**
 * What a window can ask to be recorded.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Order".
 */
export type Order = (OrderAct | OrderNoteOpening | OrderOpenNoted | OrderAdmitByName | OrderAdmitGuest | OrderSubstituteByName | OrderAdjourn | OrderRemoveFile | OrderWriteTextModule | OrderRemoveTextModule | OrderTrySample | OrderKeepForm | OrderDropForm | OrderKeepPlace | OrderKeepWording | OrderKeepEntering | OrderKeepPanel | OrderSetUp | OrderPrepare)
/**
 * Form of address, which also decides grammatical gender in generated sentences.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FormOfAddress".
 */
export type FormOfAddress = ("frau" | "herr" | "none")
/**
 * UUID or short key of a text module
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TextModuleId".
 */
export type TextModuleId = string
/**
 * A form as far as it is filled in.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Form".
 */
export type Form = (FormSetUp | FormMeeting)
/**
 * Which form.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FormKind".
 */
export type FormKind = ("setUp" | "meeting")
/**
 * Where a window is.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Place".
 */
export type Place = (PlaceStart | PlaceSetUp | PlaceNewMeeting | PlaceMeeting | PlaceMinutes)
/**
 * The numbers and answers of a vote, as they were typed.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Typed".
 */
export type Typed = (TypedCount | TypedFactions | TypedRoll | TypedSecret | TypedOutcome | TypedRound)
/**
 * Grammatical gender of a name, for the article.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Gender".
 */
export type Gender = ("masculine" | "feminine" | "neuter")
/**
 * What a window can ask.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Question".
 */
export type Question = (QuestionStart | QuestionMeeting | QuestionChair | QuestionItem | QuestionArrangement | QuestionText | QuestionFacts | QuestionSpeakers | QuestionTextModules | QuestionSubstitutes | QuestionAhead | QuestionVote | QuestionEntitled | QuestionRound | QuestionRunOff | QuestionElectionForm | QuestionSuccession | QuestionUnfilled | QuestionQuorumHistory | QuestionMovers | QuestionPut | QuestionSeries | QuestionVoteByFaction | QuestionVoteRequest | QuestionWording | QuestionLog | QuestionAttachments | QuestionProceedings | QuestionDocuments | QuestionSignatures | QuestionPlace | QuestionForm | QuestionEntering | QuestionPanel | QuestionSetUp | QuestionPeople | QuestionAgendaWith | QuestionAgenda)
/**
 * The answer.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Reply".
 */
export type Reply = (ReplyStart | ReplyMeeting | ReplyChair | ReplyItem | ReplyArrangement | ReplyText | ReplyFacts | ReplySpeakers | ReplyTextModules | ReplySubstitutes | ReplyAhead | ReplyVote | ReplyEntitled | ReplyRound | ReplyRunOff | ReplyElectionForm | ReplySuccession | ReplyUnfilled | ReplyQuorumHistory | ReplyMovers | ReplyPut | ReplySeries | ReplyVoteByFaction | ReplyVoteRequest | ReplyWording | ReplyLog | ReplyAttachments | ReplyProceedings | ReplyDocuments | ReplySignatures | ReplyPlace | ReplyForm | ReplyEntering | ReplyPanel | ReplySetUp | ReplyPeople | ReplyAgendaWith | ReplyAgenda)
/**
 * A grammatical case.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "NameCase".
 */
export type NameCase = ("nominative" | "genitive" | "dative" | "accusative")
/**
 * What a row of the history tells.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "HistoryKind".
 */
export type HistoryKind = ("change" | "established" | "lacking" | "vote")

/**
 * Every type that crosses the border of the window, each in the field that bears its name.
 */
export interface Api {
/**
 * Came back.
 */
answer: Answer
/**
 * Whose file is given or saved.
 */
attachmentOf: AttachmentOf
/**
 * Where the vault stands.
 */
deskStatus: DeskStatus
/**
 * What the machine says of itself.
 */
deviceNotice: DeviceNotice
/**
 * A document that is asked for.
 */
documentRequest: DocumentRequest
/**
 * Came back instead.
 */
error: ApiError
/**
 * The act of the chair's display.
 */
finding: Finding
/**
 * Sent.
 */
order: Order
/**
 * Came back before the bytes of pages.
 */
previewHead: PreviewHead
/**
 * Asked.
 */
question: Question
/**
 * Came back.
 */
reply: Reply
/**
 * A version of the Niederschrift that is to be signed.
 */
signatureRequest: SignatureRequest
}
/**
 * The answer to an order that was carried out.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Answer".
 */
export interface Answer {
/**
 * What the clerk should know.
 */
hints: Reason[]
/**
 * The session it was about; for a prepared one the new session; none for master data.
 */
meeting: (MeetingId | null)
/**
 * When it was durable: "17:12:04".
 */
saved: string
/**
 * The session as it stands after it, so that no second question is needed.
 */
view: (MeetingView | null)
}
/**
 * A reason: a code to test against and a whole German sentence with the paragraph.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Reason".
 */
export interface Reason {
/**
 * Stable code.
 */
code: ReasonCode
/**
 * German sentence for people.
 */
text: string
}
/**
 * A session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "MeetingView".
 */
export interface MeetingView {
/**
 * Agenda.
 */
agenda: AgendaView
/**
 * What is possible now.
 */
allowed: Allowed
/**
 * Officials and guests, there or gone, in the order of coming.
 */
attendees: Attendee[]
/**
 * "7 Personen".
 */
attendeesWords: string
/**
 * Who chairs, once open.
 */
chair: (Named | null)
/**
 * Who keeps the minutes, once open.
 */
clerk: (Named | null)
/**
 * Columns of tiles.
 */
columns: Column[]
/**
 * Committee.
 */
committee: string
/**
 * The item that is being dealt with; none between two.
 */
current: (ItemView | null)
/**
 * "Do, 19.11.2026".
 */
day: string
/**
 * What the chair finds at the beginning, while that comes next.
 */
formal: (FormalView | null)
/**
 * While it is interrupted: who was there and may not have come back.
 */
inRecess: Named[]
/**
 * When the invitation was confirmed: "16:33", empty before.
 */
invitation: string
/**
 * Last act, for undo; none before the first.
 */
last: (LogRow | null)
/**
 * Who leads the session, and what should be done about it.
 */
lead: LeadView
/**
 * Which.
 */
meeting: MeetingId
/**
 * "Heute", "Morgen", empty otherwise.
 */
near: string
/**
 * The clock when this was asked; the clock of a window runs on from here.
 */
now: Timestamp
/**
 * What is open before closing.
 */
openPoints: OpenPoint[]
/**
 * Before the opening.
 */
opening: (OpeningView | null)
/**
 * Part of the session.
 */
part: Part
/**
 * The other part; none if it cannot be changed now.
 */
partChange: (PartChangeView | null)
/**
 * Phase.
 */
phase: Phase
/**
 * Quorum, for the current item.
 */
quorum: QuorumView
/**
 * Why nothing can be entered: a sentence, empty otherwise (the journal is broken).
 */
readOnly: string
/**
 * What that means and what to do, whole sentences.
 */
readOnlyHints: string[]
/**
 * Revision that this view shows; it grows with every entry.
 */
revision: number
/**
 * Room.
 */
room: string
/**
 * The clock of the machine was set back: what happened, what it means, what to do; empty
 * otherwise.
 */
setBack: string[]
/**
 * Planned start: "16:30".
 */
start: string
/**
 * "eröffnet 16:32", "unterbrochen seit 17:30 Uhr",
 * "Fortsetzung 19.11. 16:30", "geschlossen 17:56", empty before.
 */
times: string
}
/**
 * The agenda as a whole.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "AgendaView".
 */
export interface AgendaView {
/**
 * What comes next; none once the session is closed.
 */
next: (NextStep | null)
/**
 * "Aufgerufen in der Reihenfolge TOP 1, 2, 5, 3.", where that is not the one of the agenda.
 */
order: string
/**
 * Parts in their order.
 */
parts: PartGroup[]
/**
 * "4 von 12 erledigt".
 */
progress: string
/**
 * Share that is done, in hundredths.
 */
share: number
}
/**
 * Open the session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "NextStepOpen".
 */
export interface NextStepOpen {
act: "open"
}
/**
 * Call an item; the current one is closed first.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "NextStepCall".
 */
export interface NextStepCall {
act: "call"
/**
 * What is closed first, one act each, in this order.
 */
closes: Closing[]
/**
 * Which.
 */
item: AgendaItemId
/**
 * "TOP 6 aufrufen".
 */
words: string
}
/**
 * An item that is closed on the way to another, before that one is called.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Closing".
 */
export interface Closing {
/**
 * Which.
 */
item: AgendaItemId
/**
 * Its open sub-items that are settled with it.
 */
settles: AgendaItemId[]
}
/**
 * Go over to the other part first.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "NextStepChangePart".
 */
export interface NextStepChangePart {
act: "changePart"
/**
 * To which.
 */
part: Part
}
/**
 * Close the current item: nothing is left after it in this part.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "NextStepCloseItem".
 */
export interface NextStepCloseItem {
act: "closeItem"
/**
 * Which.
 */
item: AgendaItemId
/**
 * Its open sub-items that are settled with it.
 */
settles: AgendaItemId[]
/**
 * "TOP 9 schließen".
 */
words: string
}
/**
 * Go on after a recess.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "NextStepResume".
 */
export interface NextStepResume {
act: "resume"
}
/**
 * Close the session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "NextStepCloseMeeting".
 */
export interface NextStepCloseMeeting {
act: "closeMeeting"
}
/**
 * The rows of one part.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PartGroup".
 */
export interface PartGroup {
/**
 * Which part.
 */
part: Part
/**
 * Rows in the order of the agenda.
 */
rows: AgendaRow[]
/**
 * "Öffentlicher Teil".
 */
title: string
}
/**
 * An item in the list.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "AgendaRow".
 */
export interface AgendaRow {
/**
 * It waits and can be called now, also out of its turn.
 */
canCall: boolean
/**
 * What stands below it and is over with it: "6 Unterpunkte"; empty where something of
 * that is to be seen.
 */
folded: string
/**
 * Which.
 */
item: AgendaItemId
/**
 * 0 for an item, 1 for a sub-item, ...
 */
level: number
/**
 * Title.
 */
name: string
/**
 * "7.1".
 */
number: string
/**
 * State.
 */
state: RowState
/**
 * It stands below one that is over, and is seen on demand.
 */
within: (AgendaItemId | null)
/**
 * "16:41–16:43, genehmigt", "seit 16:58"; empty for what was not called.
 */
words: string
}
/**
 * What the state makes possible now.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Allowed".
 */
export interface Allowed {
/**
 * Add an item.
 */
addItem: boolean
/**
 * Change the part.
 */
changePart: boolean
/**
 * Close the session.
 */
close: boolean
/**
 * Confirm the due invitation.
 */
confirmInvitation: boolean
/**
 * Find on the quorum, either way.
 */
findQuorum: boolean
/**
 * Interrupt the session.
 */
interrupt: boolean
/**
 * Make the Niederschrift (as a draft while the session is open).
 */
minutes: boolean
/**
 * Open the session.
 */
open: boolean
/**
 * Make the final Niederschrift and sign it.
 */
sign: boolean
/**
 * Take something down beside votes, count the presence, go on on another day.
 */
takeDown: boolean
}
/**
 * Somebody who takes part without a seat.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Attendee".
 */
export interface Attendee {
/**
 * What can be done now.
 */
acts: PersonAct[]
/**
 * As what.
 */
capacity: Capacity
/**
 * Office or organisation, empty if none.
 */
detail: string
/**
 * "Dr. Emanuel Thorwarth".
 */
fullName: string
/**
 * Who.
 */
person: PersonId
/**
 * Connected by picture and sound.
 */
remote: boolean
/**
 * State.
 */
state: AttendeeState
/**
 * "ab 16:53", "bis 17:02", empty otherwise.
 */
words: string
}
/**
 * A person with a name to show.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Named".
 */
export interface Named {
/**
 * "Vorsitz", "stellv. Vorsitz", office; empty otherwise.
 */
detail: string
/**
 * Full name.
 */
fullName: string
/**
 * Who.
 */
person: PersonId
}
/**
 * A column of tiles: the two sides of the composition test, or one column where there is none.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Column".
 */
export interface Column {
/**
 * "8 von 9".
 */
count: string
/**
 * "Kreistagsmitglieder (KA)", for the large tiles.
 */
heading: string
/**
 * Seats in their order.
 */
seats: SeatView[]
/**
 * Status of the regular members here; none for the one column.
 */
status: (Status | null)
/**
 * "KA-Sitze".
 */
title: string
}
/**
 * A seat.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SeatView".
 */
export interface SeatView {
/**
 * What can be done now, the usual one first.
 */
acts: PersonAct[]
/**
 * Counts now.
 */
counts: boolean
/**
 * Faction, short; empty if none.
 */
faction: string
/**
 * Surname, for the large tile: "Sommerfeldt-Kühnhausen".
 */
familyName: string
/**
 * Full name with title, for screen readers.
 */
fullName: string
/**
 * "Vorsitz", "stellv. Vorsitz", empty otherwise.
 */
function: string
/**
 * Title and given name, for the large tile: "Dr. Annegret".
 */
givenName: string
/**
 * Voting or advisory.
 */
kind: SeatKind
/**
 * Line of the small tile: "für Dahlkamp", "ab 16:53", "bis 17:02", "befangen, TOP 5",
 * "zugeschaltet", "Zuhörerbereich", else the faction.
 */
line: string
/**
 * Regular member; none if vacant.
 */
member: (PersonId | null)
/**
 * What can be done with the regular member then: it comes after all, and takes the seat.
 */
memberActs: PersonAct[]
/**
 * "Herr KA Dahlkamp": the regular member, where somebody else is `person`; empty otherwise.
 */
memberName: string
/**
 * Number in the seating order.
 */
number: number
/**
 * Who sits there now, or would before the opening; acts on the seat are about this person.
 */
person: (PersonId | null)
/**
 * Connected by picture and sound.
 */
remote: boolean
/**
 * Which.
 */
seat: SeatId
/**
 * Short name on the tile: "Sommerfeldt-K.", "A. Weiß" where two share a surname.
 */
shortName: string
/**
 * The appointed substitute who is next and free, where somebody can take the seat.
 */
standIn: (StandIn | null)
/**
 * State.
 */
state: SeatState
/**
 * "KA", "SB"; of the person who sits there.
 */
status: string
/**
 * Line of the large tile: "vertritt Herrn Dahlkamp", "ab 16:53 (TOP 4)", "entschuldigt",
 * "Verbindung unterbrochen seit 17:05 Uhr".
 */
words: string
}
/**
 * A substitute who is proposed for a seat.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "StandIn".
 */
export interface StandIn {
/**
 * Who.
 */
person: PersonId
/**
 * "Siebenbrodt vertritt", the words of the button.
 */
words: string
}
/**
 * The item in the middle: the current one, or one that is looked at.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ItemView".
 */
export interface ItemView {
/**
 * To whom something can be referred or recommended: "an den Kreisausschuss".
 */
addressees: [OrganizationId, string][]
/**
 * "2 Anlagen", empty if none.
 */
attachments: string
/**
 * It is settled by a vote, as a rule; else by the first outcome.
 */
byVote: boolean
/**
 * It can be called now: it is not the current one.
 */
canCall: boolean
/**
 * It can be closed now.
 */
canClose: boolean
/**
 * An election can be opened.
 */
canElect: boolean
/**
 * The text can be written.
 */
canWrite: boolean
/**
 * The election that is under way; of several the one that was opened first.
 */
election: (ElectionView | null)
/**
 * Which.
 */
item: AgendaItemId
/**
 * Kind.
 */
kind: ItemKind
/**
 * "Beschlussvorlage", "Bericht".
 */
kindWords: string
/**
 * Motions on it.
 */
motions: MotionsView
/**
 * Title.
 */
name: string
/**
 * Label of the next attachment: "Anlage 3".
 */
nextAttachment: string
/**
 * "5".
 */
number: string
/**
 * Sub-items that are still open and could be settled with this one: id and "7.1 Titel".
 */
openSubItems: [AgendaItemId, string][]
/**
 * Outcomes without a vote that are usual here, the usual one first; empty if none is possible.
 */
outcomes: OutcomeChoice[]
/**
 * "Vorlage Nr. 20/022/2026", empty if none.
 */
paper: string
/**
 * Part.
 */
part: Part
/**
 * Its parts that can be voted on by themselves, in their order.
 */
parts: PartOfWording[]
/**
 * What was proposed; empty if nothing was.
 */
proposal: RichText
/**
 * What was asked for and arranged beside that, whole sentences: requests for a way to vote, items
 * that are dealt with together.
 */
remarks: string[]
/**
 * Votes, elections and outcomes recorded, in their order.
 */
results: VoteView[]
/**
 * Those of them that are settled with it, as a rule.
 */
settles: AgendaItemId[]
/**
 * State.
 */
state: RowState
/**
 * How it can be moved and joined.
 */
steps: ItemSteps
/**
 * Second line without "hier:", empty if none.
 */
subject: string
/**
 * It waits for a vote, an election or an outcome.
 */
unsettled: boolean
/**
 * How a vote can be taken; none if no vote is possible now.
 */
voteForm: (VoteForm | null)
/**
 * In which other words the chair puts it; none where it is put as proposed.
 */
wording: (RichText | null)
/**
 * "seit 16:58", "16:41–16:43"; empty if not called.
 */
words: string
}
/**
 * An election that is under way.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ElectionView".
 */
export interface ElectionView {
/**
 * Which.
 */
election: ElectionId
/**
 * "13 stimmberechtigt anwesend".
 */
entitledWords: string
/**
 * "Wahl mit Stimmzetteln".
 */
methodWords: string
/**
 * The act that opened it, while it can be taken back: nothing followed it yet.
 */
opened: (ActId | null)
/**
 * To what: "stellv. Vorsitz".
 */
post: string
/**
 * What is entered next.
 */
step: ElectionStep
}
/**
 * A round.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ElectionStepRound".
 */
export interface ElectionStepRound {
/**
 * As it is entered.
 */
form: RoundForm
kind: "round"
/**
 * Who takes part, where the chair may find others; none where nobody else can.
 */
runOff: (RunOffView | null)
}
/**
 * A round as it is entered.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "RoundForm".
 */
export interface RoundForm {
/**
 * With ballots: they are counted, too.
 */
byBallot: boolean
/**
 * Between whom, in the order in which they are named.
 */
candidates: Named[]
/**
 * Of which election.
 */
election: ElectionId
/**
 * Entitled and present.
 */
entitled: number
/**
 * Who is elected: a sentence with its paragraph.
 */
rule: string
/**
 * "1. Wahlgang", "2. Wahlgang, engere Wahl".
 */
title: string
}
/**
 * A run-off that is due.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "RunOffView".
 */
export interface RunOffView {
/**
 * Who can, those with more votes first.
 */
candidates: RunOffCandidate[]
/**
 * Why it is not plain who takes part; empty where it is.
 */
words: string
}
/**
 * Somebody who can take part in a run-off.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "RunOffCandidate".
 */
export interface RunOffCandidate {
/**
 * "8 Stimmen".
 */
detail: string
/**
 * "Frau KA Alm".
 */
fullName: string
/**
 * Who.
 */
person: PersonId
/**
 * Takes part as it stands.
 */
stands: boolean
}
/**
 * The lot.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ElectionStepLot".
 */
export interface ElectionStepLot {
kind: "lot"
/**
 * Between whom.
 */
persons: Named[]
/**
 * "Das Los zieht die Vorsitzende (§ ...)."
 */
words: string
}
/**
 * Whether the election is accepted.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ElectionStepAnswer".
 */
export interface ElectionStepAnswer {
kind: "answer"
/**
 * "Herr KA Bornewasser ist gewählt."
 */
words: string
}
/**
 * The motions on an item.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "MotionsView".
 */
export interface MotionsView {
/**
 * A motion can be made.
 */
canFile: boolean
/**
 * What follows from motions on procedure that were accepted, the newest first.
 */
follows: Follow[]
/**
 * The motion that is voted on next.
 */
next: (MotionId | null)
/**
 * Name of the next one: "Antrag 13".
 */
nextName: string
/**
 * What a motion on procedure can ask for by one tap, the usual ones first.
 */
procedures: ProcedureChoice[]
/**
 * The last result, if the next motion can get it too.
 */
repeat: (SameResult | null)
/**
 * In the order of the vote: procedure first, then changes, then the matter, each as entered.
 */
rows: MotionRow[]
/**
 * Motions that can be voted on together, by their places in `rows`; fewer than two are none.
 */
together: number[]
/**
 * "3 von 20 offen", "alle abgestimmt"; empty without a motion.
 */
words: string
}
/**
 * What follows from a motion on procedure that was accepted.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Follow".
 */
export interface Follow {
/**
 * How.
 */
step: FollowStep
/**
 * "Vertagung angenommen".
 */
why: string
/**
 * "Vertagt festhalten", on its button.
 */
words: string
}
/**
 * One act.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FollowStepAct".
 */
export interface FollowStepAct {
/**
 * Which.
 */
command: Command
do: "act"
}
/**
 * Prepare the session: plan, seats and members of its day.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandPrepareMeeting".
 */
export interface CommandPrepareMeeting {
/**
 * The plan.
 */
plan: MeetingPlan
type: "prepareMeeting"
}
/**
 * Everything the office prepares. OParl `Meeting`.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "MeetingPlan".
 */
export interface MeetingPlan {
/**
 * The agenda in its order, sub-items after their parent.
 */
agenda: AgendaItem[]
/**
 * Who answers questions about the session ("Es informiert Sie").
 */
contact?: (PersonId | null)
/**
 * Day of the invitation.
 */
invitation?: (string | null)
/**
 * Term as printed ("XII. Wahlperiode"), empty if not printed. OParl `LegislativeTerm`.
 */
legislativeTerm?: string
/**
 * Place.
 */
location: Location
/**
 * Number of the session within the term, if the office counts.
 */
number?: (number | null)
/**
 * The organization that meets.
 */
organization: OrganizationId
/**
 * Set when the session is a second call for some of its items.
 */
secondCall?: (SecondCallPlan | null)
/**
 * Planned start; the actual one is the opening.
 */
start: Moment
}
/**
 * An item of the agenda. OParl `AgendaItem`.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "AgendaItem".
 */
export interface AgendaItem {
/**
 * Identity.
 */
id: AgendaItemId
/**
 * Kind.
 */
kind: (ItemKind & string)
/**
 * Title.
 */
name: string
/**
 * What the public may read instead of the title of a non-public item. It is written for the
 * public on purpose and is all of a non-public item that a public document ever shows.
 */
neutralName?: string
/**
 * Number as printed, without a dot at the end: "1", "7.1".
 */
number: string
/**
 * Number of the paper in the local scheme ("20/041/2026"), empty if none.
 */
paper?: string
/**
 * The item this one is a sub-item of.
 */
parent?: (AgendaItemId | null)
/**
 * Part of the session.
 */
part: Part
/**
 * What the item proposes to decide (Beschlussvorschlag), empty if nothing.
 */
proposal?: RichText
/**
 * Second line without "hier:", empty if none.
 */
subject?: string
}
/**
 * A text.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "RichText".
 */
export interface RichText {
/**
 * Blocks in reading order.
 */
blocks: Block[]
}
/**
 * A paragraph; `item` puts the number of a sub-item beside it.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "BlockParagraph".
 */
export interface BlockParagraph {
/**
 * Content.
 */
content: Inlines
/**
 * Sub-item that the paragraph deals with.
 */
item?: (AgendaItemId | null)
type: "paragraph"
}
/**
 * Text in one face.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "InlineText".
 */
export interface InlineText {
/**
 * Marks in no particular order.
 */
marks?: Mark[]
/**
 * The characters.
 */
text: string
type: "text"
}
/**
 * A link whose address is its text.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "InlineLink".
 */
export interface InlineLink {
/**
 * Absolute address.
 */
href: string
type: "link"
}
/**
 * A footnote.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "InlineFootnote".
 */
export interface InlineFootnote {
/**
 * Its text.
 */
content: Inlines
type: "footnote"
}
/**
 * A passage that only the complete minutes hold; everybody else reads [`REDACTED`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "InlineRedacted".
 */
export interface InlineRedacted {
/**
 * What it says.
 */
content: Inlines
type: "redacted"
}
/**
 * A heading inside a report.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "BlockHeading".
 */
export interface BlockHeading {
/**
 * Content.
 */
content: Inlines
type: "heading"
}
/**
 * A list.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "BlockList".
 */
export interface BlockList {
/**
 * Entries.
 */
items: ListItem[]
/**
 * Number of the first entry.
 */
start: number
/**
 * Numbering.
 */
style: ListStyle
type: "list"
}
/**
 * An entry of a list.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ListItem".
 */
export interface ListItem {
/**
 * Content.
 */
blocks: Block[]
/**
 * Label of a [`ListStyle::Labelled`] entry, empty otherwise.
 */
label?: string
}
/**
 * A table.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "BlockTable".
 */
export interface BlockTable {
/**
 * Caption above, empty if none.
 */
caption?: string
/**
 * Alignment per column; as many as `head` has cells.
 */
columns: Align[]
/**
 * Head row.
 */
head: Inlines[]
/**
 * Legend in the caption, empty if none.
 */
legend?: string
/**
 * Cells that are one; what they cover is empty.
 */
merged?: Merge[]
/**
 * Body rows, each as wide as the head.
 */
rows: Inlines[][]
/**
 * Row of totals.
 */
total?: (Inlines[] | null)
type: "table"
}
/**
 * Cells that are one: so many rows and columns, counted from the first.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Merge".
 */
export interface Merge {
/**
 * Column of the first cell, from 0.
 */
column: number
/**
 * How many columns.
 */
columns: number
/**
 * Row of the first cell: 0 is the head, then come the body rows, then the total.
 */
row: number
/**
 * How many rows.
 */
rows: number
}
/**
 * A picture.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "BlockPicture".
 */
export interface BlockPicture {
/**
 * What it shows, for whoever does not see it.
 */
alternative: string
/**
 * Caption below, empty if none.
 */
caption?: string
/**
 * The file.
 */
graphic: Graphic
type: "picture"
}
/**
 * A quotation.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "BlockQuote".
 */
export interface BlockQuote {
/**
 * Content.
 */
blocks: Block[]
type: "quote"
}
/**
 * A slot filled from the record.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "BlockFact".
 */
export interface BlockFact {
/**
 * What stands in it.
 */
fact: Fact
type: "fact"
}
/**
 * What one act did: a vote with its wording and result, an arrival, a departure, a recusal,
 * an outcome. A corrected act stands for what replaced it.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactAct".
 */
export interface FactAct {
/**
 * The act.
 */
act: ActId
of: "act"
}
/**
 * The opening sentence.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactOpening".
 */
export interface FactOpening {
of: "opening"
}
/**
 * The finding on the invitation.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactInvitation".
 */
export interface FactInvitation {
of: "invitation"
}
/**
 * Who stands in for whom, and who is missing.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactSubstitutions".
 */
export interface FactSubstitutions {
of: "substitutions"
}
/**
 * The chair's finding on the quorum with its numbers.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactQuorum".
 */
export interface FactQuorum {
of: "quorum"
}
/**
 * Place of a session. OParl `Location`.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Location".
 */
export interface Location {
/**
 * Building: "Kreishaus Wiesenthal".
 */
description: string
/**
 * Town.
 */
locality: string
/**
 * Postal code.
 */
postalCode: string
/**
 * Room as printed: "Raum 1.204 (großer Sitzungssaal)".
 */
room: string
/**
 * Street and number.
 */
streetAddress: string
}
/**
 * A session called a second time for items that were put back for lack of quorum (§ 34 Abs. 2 KrO
 * NRW, § 49 Abs. 2 GO NRW).
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SecondCallPlan".
 */
export interface SecondCallPlan {
/**
 * The items that were put back; what stands below them belongs to them.
 */
items: AgendaItemId[]
/**
 * The second invitation says expressly that the number present does not matter.
 */
notice: boolean
}
/**
 * The chair finds that the invitation was due.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandConfirmInvitation".
 */
export interface CommandConfirmInvitation {
type: "confirmInvitation"
}
/**
 * A member, or an appointed substitute, is excused.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandExcuseMember".
 */
export interface CommandExcuseMember {
/**
 * Who.
 */
person: PersonId
type: "excuseMember"
}
/**
 * A substitute takes a seat: arranged before the opening, effective at once after it.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandSeatSubstitute".
 */
export interface CommandSeatSubstitute {
/**
 * In the room, or connected. Before the opening nobody is there yet: what counts then is
 * [`Command::OpenMeeting`].
 */
mode?: Mode
/**
 * Which seat.
 */
seat: SeatId
/**
 * Who takes it.
 */
substitute: PersonId
type: "seatSubstitute"
}
/**
 * Open the session with all who are there.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandOpenMeeting".
 */
export interface CommandOpenMeeting {
/**
 * Who chairs.
 */
chair: PersonId
/**
 * Who keeps the minutes.
 */
clerk: PersonId
/**
 * Guests who are there.
 */
guests: PersonId[]
/**
 * Officials who are there.
 */
officials: PersonId[]
/**
 * Members and arranged substitutes who are there.
 */
present: PersonId[]
/**
 * Those of them all who are connected by picture and sound.
 */
remote?: PersonId[]
type: "openMeeting"
}
/**
 * A member or a seated substitute comes, or comes back.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandRecordArrival".
 */
export interface CommandRecordArrival {
/**
 * In the room, or connected.
 */
mode?: Mode
/**
 * Who.
 */
person: PersonId
type: "recordArrival"
}
/**
 * An official or guest comes.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandAdmitAttendee".
 */
export interface CommandAdmitAttendee {
/**
 * As what.
 */
capacity: Capacity
/**
 * For one item only: the presence ends when it is closed.
 */
item?: (AgendaItemId | null)
/**
 * In the room, or connected.
 */
mode?: Mode
/**
 * Who.
 */
person: PersonId
type: "admitAttendee"
}
/**
 * Somebody who is there leaves the table, or loses picture or sound.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandRecordAbsence".
 */
export interface CommandRecordAbsence {
/**
 * Why.
 */
cause: AbsenceCause
/**
 * Who.
 */
person: PersonId
type: "recordAbsence"
}
/**
 * Somebody is back at the table.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandEndAbsence".
 */
export interface CommandEndAbsence {
/**
 * Who.
 */
person: PersonId
type: "endAbsence"
}
/**
 * Somebody leaves.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandRecordDeparture".
 */
export interface CommandRecordDeparture {
/**
 * Who.
 */
person: PersonId
type: "recordDeparture"
}
/**
 * A member is biased for an item and leaves the table while it is dealt with (§ 31 GO NRW).
 * Before the item is called this is an announcement.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandDeclareRecusal".
 */
export interface CommandDeclareRecusal {
/**
 * Declared, or found by the body.
 */
by?: RecusalBasis
/**
 * For which item.
 */
item: AgendaItemId
/**
 * Reason, only if the clerk enters it; kept apart and erasable.
 */
note?: (string | null)
/**
 * Who.
 */
person: PersonId
type: "declareRecusal"
}
/**
 * The recused member is back at the table or, where the member is not there, is not biased any more:
 * ends the bias for the current item or, where none counts for it, the one that was declared last.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandEndRecusal".
 */
export interface CommandEndRecusal {
/**
 * Who.
 */
person: PersonId
type: "endRecusal"
}
/**
 * The chair finds the body quorate.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandEstablishQuorum".
 */
export interface CommandEstablishQuorum {
type: "establishQuorum"
}
/**
 * The chair finds that it is not.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandDeclareLackOfQuorum".
 */
export interface CommandDeclareLackOfQuorum {
type: "declareLackOfQuorum"
}
/**
 * Somebody else takes the chair: a deputy, or the eldest member.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandChangeChair".
 */
export interface CommandChangeChair {
/**
 * Who.
 */
chair: PersonId
type: "changeChair"
}
/**
 * Somebody else keeps the minutes.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandChangeClerk".
 */
export interface CommandChangeClerk {
/**
 * Who.
 */
clerk: PersonId
type: "changeClerk"
}
/**
 * Interrupt the session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandInterruptMeeting".
 */
export interface CommandInterruptMeeting {
type: "interruptMeeting"
}
/**
 * Interrupt the session, or leave it interrupted, until another day.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandAdjournMeeting".
 */
export interface CommandAdjournMeeting {
/**
 * When it goes on.
 */
to: Moment
type: "adjournMeeting"
}
/**
 * Go on after a recess.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandResumeMeeting".
 */
export interface CommandResumeMeeting {
/**
 * Who did not come back: they left with the interruption.
 */
missing?: PersonId[]
type: "resumeMeeting"
}
/**
 * Call an item.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandCallItem".
 */
export interface CommandCallItem {
/**
 * Which.
 */
item: AgendaItemId
type: "callItem"
}
/**
 * Close an item, and the sub-items that were settled with it.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandCloseItem".
 */
export interface CommandCloseItem {
/**
 * Which.
 */
item: AgendaItemId
/**
 * Sub-items settled in the same breath.
 */
settles?: AgendaItemId[]
type: "closeItem"
}
/**
 * Add an item to the agenda in the session (§ 33 Abs. 1 KrO NRW, § 48 Abs. 1 GO NRW).
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandAddItem".
 */
export interface CommandAddItem {
/**
 * The item.
 */
item: AgendaItem
/**
 * Why it cannot wait.
 */
note?: (string | null)
type: "addItem"
}
/**
 * Change the order of the agenda: an item goes to another place, with what stands below it.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandMoveItem".
 */
export interface CommandMoveItem {
/**
 * After which item of the same level; none for the first place.
 */
after?: (AgendaItemId | null)
/**
 * Which.
 */
item: AgendaItemId
/**
 * To which part.
 */
part: Part
type: "moveItem"
}
/**
 * Deal with several items in one debate.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandJoinItems".
 */
export interface CommandJoinItems {
/**
 * Which, at least two.
 */
items: AgendaItemId[]
type: "joinItems"
}
/**
 * A motion is made.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandFileMotion".
 */
export interface CommandFileMotion {
/**
 * The motion.
 */
motion: Motion
type: "fileMotion"
}
/**
 * A motion.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Motion".
 */
export interface Motion {
/**
 * Identity.
 */
id: MotionId
/**
 * On which item.
 */
item: AgendaItemId
/**
 * What it asks for.
 */
kind: MotionKind
/**
 * Who made it; several may together.
 */
movers: Mover[]
/**
 * Short name, for lists: "Antrag 12", empty if none.
 */
name?: string
/**
 * The amount that is moved, as printed; empty if none.
 */
newAmount?: string
/**
 * The amount that stands there, as printed; empty if none. A text, not a number: budgets print
 * thousands, percentages and posts, and nobody computes with them here.
 */
oldAmount?: string
/**
 * Where it applies in what is decided, as printed there: "21.10.01, S. 112"; empty if nowhere.
 */
position?: string
/**
 * What it wants decided; empty for a motion on procedure that its kind says in full.
 */
text?: RichText
}
/**
 * A motion is withdrawn.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandWithdrawMotion".
 */
export interface CommandWithdrawMotion {
/**
 * Which.
 */
motion: MotionId
type: "withdrawMotion"
}
/**
 * Members ask for a roll-call or a secret vote on an item.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandRequestVoteMethod".
 */
export interface CommandRequestVoteMethod {
/**
 * The faction that asks, if one does.
 */
faction?: (OrganizationId | null)
/**
 * On which item.
 */
item: AgendaItemId
/**
 * Members who ask for a roll-call.
 */
rollcall?: number
/**
 * Members who ask for a secret vote.
 */
secret?: number
type: "requestVoteMethod"
}
/**
 * Open an election to one post.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandOpenElection".
 */
export interface CommandOpenElection {
/**
 * Who is proposed.
 */
candidates: PersonId[]
/**
 * On which item.
 */
item: AgendaItemId
/**
 * Why the head of the administration does not vote, by a name of the profile (§ 25 Abs. 2
 * with § 35 Abs. 3 KrO NRW, § 40 Abs. 2 with § 50 Abs. 3 GO NRW); none where everybody votes.
 */
majority?: (MajorityId | null)
/**
 * By show of hands, or by ballot.
 */
method: ElectionMethod
/**
 * To what: "stellvertretender Vorsitzender".
 */
post: string
type: "openElection"
}
/**
 * A round of an election that was held and announced.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandRecordRound".
 */
export interface CommandRecordRound {
/**
 * Of which election.
 */
election: ElectionId
/**
 * Given when numbers and persons contradict each other and it is recorded all the same.
 */
note?: (string | null)
/**
 * The votes.
 */
tally: RoundTally
type: "recordRound"
}
/**
 * The votes of one round: sums only, never linked to who cast them.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "RoundTally".
 */
export interface RoundTally {
/**
 * Enthaltungen.
 */
abstain?: number
/**
 * The ballots, if it was held by ballot.
 */
ballots?: (Ballots | null)
/**
 * Ballots without a mark: the profile says what they are.
 */
blank?: number
/**
 * Votes of every candidate of this round.
 */
candidates: CandidateVotes[]
/**
 * Ungültig.
 */
invalid?: number
/**
 * Nein.
 */
no?: number
/**
 * Who counted.
 */
tellers?: PersonId[]
}
/**
 * Ballots of one round.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Ballots".
 */
export interface Ballots {
/**
 * Handed out.
 */
handedOut: number
/**
 * Came back.
 */
returned: number
}
/**
 * Votes for one person.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CandidateVotes".
 */
export interface CandidateVotes {
/**
 * Who.
 */
person: PersonId
/**
 * Votes.
 */
votes: number
}
/**
 * A candidate of an election withdraws: before a round, or before the lot.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandWithdrawCandidacy".
 */
export interface CommandWithdrawCandidacy {
/**
 * In which election.
 */
election: ElectionId
/**
 * Who.
 */
person: PersonId
type: "withdrawCandidacy"
}
/**
 * The chair finds who takes part in the run-off that is due, where others may than those who
 * reached the two highest numbers of votes plainly.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandSettleRunoff".
 */
export interface CommandSettleRunoff {
/**
 * In which election.
 */
election: ElectionId
/**
 * Who: candidates of the round before.
 */
persons: PersonId[]
type: "settleRunoff"
}
/**
 * The chair draws the lot.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandDrawLot".
 */
export interface CommandDrawLot {
/**
 * In which election.
 */
election: ElectionId
type: "drawLot"
/**
 * For whom it fell.
 */
winner: PersonId
}
/**
 * The person who is elected says whether the election is accepted.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandAnswerElection".
 */
export interface CommandAnswerElection {
/**
 * The answer.
 */
answer: ElectionAnswer
/**
 * Which election.
 */
election: ElectionId
type: "answerElection"
}
/**
 * What became of an item without a vote.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandRecordOutcome".
 */
export interface CommandRecordOutcome {
/**
 * Which item.
 */
item: AgendaItemId
/**
 * What.
 */
outcome: Outcome
/**
 * To whom it is referred or recommended.
 */
to?: (OrganizationId | null)
type: "recordOutcome"
/**
 * The sentence for the minutes; the usual one if missing.
 */
wording?: (RichText | null)
}
/**
 * A vote that was taken and announced.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandRecordVote".
 */
export interface CommandRecordVote {
/**
 * What the chair announced.
 */
announced: Announced
/**
 * On which item.
 */
item: AgendaItemId
/**
 * The majority that the law asks for; none for more Yes than No.
 */
majority?: (MajorityId | null)
/**
 * On what.
 */
matter?: Matter
/**
 * Given when numbers and persons contradict each other and it is recorded all the same.
 */
note?: (string | null)
/**
 * The vote whose place this one takes: it is repeated, or counted anew.
 */
repeats?: (VoteId | null)
/**
 * The votes.
 */
tally: Tally
type: "recordVote"
/**
 * The text as voted on, with its amendments.
 */
wordingPut: RichText
}
/**
 * "Einstimmig", no numbers.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TallyUnanimous".
 */
export interface TallyUnanimous {
kind: "unanimous"
}
/**
 * Numbers as far as the chair said them.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TallyAnnounced".
 */
export interface TallyAnnounced {
/**
 * Enthaltungen.
 */
abstain?: (Stated | null)
kind: "announced"
/**
 * Nein.
 */
no?: (Stated | null)
/**
 * Ja.
 */
yes?: (Stated | null)
}
/**
 * A number of votes that was said aloud, or worked out and confirmed by the clerk.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Stated".
 */
export interface Stated {
/**
 * Worked out by elimination and confirmed by the clerk, not announced.
 */
derived?: boolean
/**
 * Number of votes.
 */
number: number
}
/**
 * Every vote counted.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TallyCounted".
 */
export interface TallyCounted {
/**
 * The sums by faction, if counted so.
 */
byFaction?: FactionCount[]
/**
 * The sums.
 */
count: Count
kind: "counted"
}
/**
 * Votes of one faction in a counted vote.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactionCount".
 */
export interface FactionCount {
/**
 * Its votes.
 */
count: Count
/**
 * The faction.
 */
faction: OrganizationId
}
/**
 * Votes counted; the numbers are votes, not persons.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Count".
 */
export interface Count {
/**
 * Enthaltungen.
 */
abstain: number
/**
 * Ungültig.
 */
invalid: number
/**
 * Nein.
 */
no: number
/**
 * Ja.
 */
yes: number
}
/**
 * Namentliche Abstimmung.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TallyRollCall".
 */
export interface TallyRollCall {
/**
 * One entry per seat.
 */
ballots: Ballot[]
kind: "rollCall"
}
/**
 * The vote cast for one seat.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Ballot".
 */
export interface Ballot {
/**
 * The vote.
 */
choice: Choice
/**
 * The seat.
 */
seat: SeatId
}
/**
 * Geheime Abstimmung: sums only, never linked to persons.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TallySecret".
 */
export interface TallySecret {
/**
 * Ballots without a mark: the profile says what they are.
 */
blank?: number
/**
 * What stands on them; ballots without a mark are not among these.
 */
count: Count
/**
 * Ballots handed out.
 */
handedOut: number
kind: "secret"
/**
 * Ballots that came back.
 */
returned: number
/**
 * Who counted.
 */
tellers?: PersonId[]
}
/**
 * Take down something of the debate beside votes.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandRecordProceeding".
 */
export interface CommandRecordProceeding {
/**
 * Under which item; none for what is at hand.
 */
item?: (AgendaItemId | null)
/**
 * Who asked, without consent to be named; kept apart and erasable.
 */
note?: (string | null)
/**
 * What.
 */
proceeding: Proceeding
type: "recordProceeding"
}
/**
 * The chair calls somebody to order, or goes further.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ProceedingOrder".
 */
export interface ProceedingOrder {
kind: "order"
/**
 * What the chair does.
 */
measure: OrderMeasure
/**
 * Whom.
 */
person: PersonId
}
/**
 * The chair introduces new members and has them pledge themselves (Einführung und
 * Verpflichtung: § 67 Abs. 3 GO NRW, § 46 Abs. 3 KrO NRW).
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ProceedingInauguration".
 */
export interface ProceedingInauguration {
kind: "inauguration"
/**
 * Whom.
 */
persons: PersonId[]
}
/**
 * A resident asks (Einwohnerfragestunde: § 48 Abs. 1 GO NRW, § 33 Abs. 1 KrO NRW).
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ProceedingResidentQuestion".
 */
export interface ProceedingResidentQuestion {
/**
 * What becomes of it.
 */
answer: ResidentAnswer
kind: "residentQuestion"
/**
 * The question.
 */
question: RichText
/**
 * What was answered, if that is taken down.
 */
reply?: RichText
/**
 * The resident, only with consent to be named in the minutes; empty otherwise. A name
 * without consent comes as the note of the act and is kept apart.
 */
resident?: ResidentName
}
/**
 * The chair announces decisions that were taken behind closed doors.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ProceedingAnnouncement".
 */
export interface ProceedingAnnouncement {
kind: "announcement"
/**
 * What the public is told.
 */
text: RichText
}
/**
 * A statement for the minutes (Erklärung zu Protokoll).
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ProceedingStatement".
 */
export interface ProceedingStatement {
kind: "statement"
/**
 * Who.
 */
person: PersonId
/**
 * The statement.
 */
text: RichText
}
/**
 * A commitment (Zusage).
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ProceedingCommitment".
 */
export interface ProceedingCommitment {
/**
 * Who; none for the administration as a whole.
 */
by?: (PersonId | null)
/**
 * Until when, if that was said.
 */
due?: (Due | null)
kind: "commitment"
/**
 * To what.
 */
text: RichText
}
/**
 * Who signs the minutes beside the chair and the clerk (Mitunterzeichnende, as the rules of
 * procedure or the law of other Länder want it).
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ProceedingCosigners".
 */
export interface ProceedingCosigners {
kind: "cosigners"
/**
 * Who.
 */
persons: PersonId[]
}
/**
 * The session is recorded; whoever does not consent is not.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ProceedingRecording".
 */
export interface ProceedingRecording {
kind: "recording"
/**
 * What for.
 */
purpose: RecordingPurpose
/**
 * Who does not consent; everybody else who is there does.
 */
refused?: PersonId[]
}
/**
 * The presence is counted and compared with the list.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandCheckPresence".
 */
export interface CommandCheckPresence {
/**
 * How many.
 */
counted: number
/**
 * What is counted.
 */
source: PresenceSource
type: "checkPresence"
}
/**
 * Confirm what a vote rests on after a later entry changed who was entitled.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandConfirmBasis".
 */
export interface CommandConfirmBasis {
/**
 * Why the vote stands.
 */
note: string
type: "confirmBasis"
/**
 * Which vote.
 */
vote: VoteId
}
/**
 * Word the result of a vote otherwise than it is derived, in a line of the minutes.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandWordResult".
 */
export interface CommandWordResult {
type: "wordResult"
/**
 * Which vote; a round of an election has words of its own.
 */
vote: VoteId
/**
 * The words, 500 characters at most; empty for the derived ones again.
 */
words?: string
}
/**
 * List an attachment; the file may follow.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandListAttachment".
 */
export interface CommandListAttachment {
/**
 * The attachment.
 */
attachment: Attachment
type: "listAttachment"
}
/**
 * A numbered attachment of the minutes; the file itself may follow later. OParl `File`.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Attachment".
 */
export interface Attachment {
/**
 * Identity.
 */
id: AttachmentId
/**
 * Item that cites it; none for the session as a whole.
 */
item?: (AgendaItemId | null)
/**
 * Label as printed: "Anlage 1", "Anlage N 1", "Tischvorlage".
 */
label: string
/**
 * Public or non-public.
 */
part: Part
/**
 * Title.
 */
title: string
}
/**
 * Go over to the other part of the session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandChangePart".
 */
export interface CommandChangePart {
/**
 * Who leaves the room.
 */
leaving: PersonId[]
/**
 * To which part.
 */
part: Part
type: "changePart"
}
/**
 * The text of an item as it stands now; a draft until the item is closed.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandWriteText".
 */
export interface CommandWriteText {
/**
 * Which item.
 */
item: AgendaItemId
/**
 * The text.
 */
text: RichText
type: "writeText"
}
/**
 * Close the session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandCloseMeeting".
 */
export interface CommandCloseMeeting {
type: "closeMeeting"
}
/**
 * Take an act back, or put another in its place.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommandCorrect".
 */
export interface CommandCorrect {
/**
 * The act.
 */
act: ActId
/**
 * What should have been entered; nothing to take the act back.
 */
replacement?: (Command | null)
type: "correct"
}
/**
 * The question who leaves comes first.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FollowStepExcludePublic".
 */
export interface FollowStepExcludePublic {
do: "excludePublic"
}
/**
 * The item that is added has to be entered.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FollowStepAddItem".
 */
export interface FollowStepAddItem {
do: "addItem"
}
/**
 * A motion on procedure as a button.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ProcedureChoice".
 */
export interface ProcedureChoice {
/**
 * What it asks for.
 */
procedure: Procedure
/**
 * "Schluss der Aussprache".
 */
words: string
}
/**
 * The last result, to be recorded once more.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SameResult".
 */
export interface SameResult {
/**
 * What was announced.
 */
announced: Announced
/**
 * What was said of the votes.
 */
tally: Tally
/**
 * "mehrheitlich abgelehnt bei 3 Ja-Stimmen".
 */
words: string
}
/**
 * A motion.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "MotionRow".
 */
export interface MotionRow {
/**
 * "Änderungsantrag", "Antrag auf Vertagung".
 */
kind: string
/**
 * Which.
 */
motion: MotionId
/**
 * "WU, Frau KA Alm", empty if nobody is named.
 */
movers: string
/**
 * "Antrag 12"; its kind if it has no name.
 */
name: string
/**
 * As printed, empty if none.
 */
newAmount: string
/**
 * As printed, empty if none.
 */
oldAmount: string
/**
 * It can be voted on and withdrawn.
 */
pending: boolean
/**
 * "21.10.01, S. 112", empty if none.
 */
position: string
/**
 * It is a motion on procedure.
 */
procedural: boolean
/**
 * The words of the result: "einstimmig angenommen"; empty without one.
 */
resultWords: string
/**
 * What became of it.
 */
state: MotionResult
/**
 * "offen", "abgelehnt", "zurückgezogen 17:12".
 */
stateWords: string
/**
 * The first words of what it wants decided, empty if it has no text.
 */
text: string
/**
 * "Änderungsantrag der Heimatliste (Antrag 12)": what is voted on, in one line.
 */
title: string
/**
 * The last vote on it, for a recount.
 */
vote: (VoteId | null)
/**
 * The last vote on it: its act, for a correction.
 */
voteAct: (ActId | null)
/**
 * What is put to the vote; empty once that is over.
 */
wording: RichText
}
/**
 * An outcome without a vote as a button.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OutcomeChoice".
 */
export interface OutcomeChoice {
/**
 * To somebody: it is asked to whom.
 */
addressed: boolean
/**
 * What.
 */
outcome: Outcome
/**
 * "Zur Kenntnis".
 */
words: string
}
/**
 * A part of what is put, as it can be voted on by itself.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PartOfWording".
 */
export interface PartOfWording {
/**
 * "Ziffer 2", "Buchstabe a", "Ziffer 2 Buchstabe a".
 */
title: string
/**
 * Its words.
 */
wording: RichText
}
/**
 * A vote, a round of an election or an outcome that was recorded.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "VoteView".
 */
export interface VoteView {
/**
 * Accepted; false also for what is no vote.
 */
accepted: boolean
/**
 * The act, for a correction.
 */
act: ActId
/**
 * The same as a correction names it: "19.11. 17:12".
 */
at: string
/**
 * Who was entitled and present changed afterwards: the sentence that says so, empty otherwise.
 */
basisChanged: string
/**
 * The forms of the window can hold it; other acts are corrected by taking them back.
 */
canCorrect: boolean
/**
 * It can be counted anew or taken once more; the record keeps the first.
 */
canRepeat: boolean
/**
 * The words can be changed.
 */
canWord: boolean
/**
 * Is a result of the item; false for what settles a motion or a question of procedure, for a
 * vote that was repeated, and for what was put off and is called anew.
 */
decides: boolean
/**
 * Everything else that was counted or noted, whole sentences: ballots, tellers, votes of the
 * candidates, the lot, a repetition.
 */
details: string[]
/**
 * The vote as it was entered, for a correction; none for what is no vote.
 */
entered: (EnteredVote | null)
/**
 * What was noticed when it was recorded, whole sentences.
 */
hints: string[]
/**
 * Yes, no, abstentions as far as they are known.
 * 
 * @minItems 3
 * @maxItems 3
 */
numbers: ([(number | null), (number | null), (number | null)] | null)
/**
 * On what: "Änderungsantrag der Heimatliste", "Wahl (stellv. Vorsitz), 2. Wahlgang"; empty for
 * the item itself.
 */
on: string
/**
 * A round of an election as it was entered, for a correction; none for anything else.
 */
round: (EnteredRound | null)
/**
 * Something later holds in its place: the vote was repeated, or the item called anew.
 */
superseded: boolean
/**
 * "17:12".
 */
time: string
/**
 * "Angenommen", "Abgelehnt", "Zur Kenntnis genommen", "Verwiesen an den Kreisausschuss".
 */
title: string
/**
 * What is taken back: the act, or what followed it in an election (the lot, the answer).
 */
undo: ActId
/**
 * The vote, for confirming what it rests on; none for what is no vote.
 */
vote: (VoteId | null)
/**
 * Is no vote.
 */
withoutVote: boolean
/**
 * The words of a vote or a round, which the clerk can change; none for what is neither.
 */
wording: (WordingView | null)
/**
 * The words of the minutes: "einstimmig".
 */
words: string
}
/**
 * A vote as it was entered.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "EnteredVote".
 */
export interface EnteredVote {
/**
 * What the chair announced.
 */
announced: Announced
/**
 * The majority that the law asks for; none for more Yes than No.
 */
majority: (MajorityId | null)
/**
 * On what.
 */
matter: Matter
/**
 * The vote whose place it takes.
 */
repeats: (VoteId | null)
/**
 * What was said of the votes.
 */
tally: Tally
/**
 * Who counted the ballots.
 */
tellers: [PersonId, string][]
/**
 * The text as voted on.
 */
wordingPut: RichText
}
/**
 * A round as it was entered, for a correction.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "EnteredRound".
 */
export interface EnteredRound {
/**
 * The form it was entered in.
 */
form: RoundForm
/**
 * It decided nothing yet: another round follows, or the lot.
 */
ongoing: boolean
/**
 * The votes.
 */
tally: RoundTally
}
/**
 * The words of a result.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "WordingView".
 */
export interface WordingView {
/**
 * What the numbers and the announcement give: "mehrheitlich bei 3 Gegenstimmen angenommen".
 */
derived: string
/**
 * What of them does not fit the vote.
 */
notes: WordingNote[]
/**
 * They are the clerk's.
 */
own: boolean
/**
 * As they stand in the minutes: "mit großer Mehrheit angenommen".
 */
words: string
}
/**
 * Something of the words that does not fit.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "WordingNote".
 */
export interface WordingNote {
/**
 * A contradiction; else it is possible, and not usual.
 */
contradicts: boolean
/**
 * A whole sentence.
 */
text: string
}
/**
 * One step up or down.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ItemSteps".
 */
export interface ItemSteps {
/**
 * It can be joined with another item.
 */
canJoin: boolean
/**
 * It can go to some place, these two or another.
 */
canMove: boolean
/**
 * After the item below it.
 */
down: (ItemPlace | null)
/**
 * Before the item above it.
 */
up: (ItemPlace | null)
}
/**
 * A place where an item can go.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ItemPlace".
 */
export interface ItemPlace {
/**
 * After which item; none for the first place.
 */
after: (AgendaItemId | null)
/**
 * Title of the item beside it; empty where there is none.
 */
name: string
/**
 * In which part.
 */
part: Part
/**
 * "hinter TOP 7", "vor TOP 5", "an den Anfang".
 */
words: string
}
/**
 * How a vote can be taken on the item now.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "VoteForm".
 */
export interface VoteForm {
/**
 * "Leere Stimmzettel gelten als Enthaltung.".
 */
blankWords: string
/**
 * Entitled and present now.
 */
entitled: number
/**
 * Factions for a vote by faction; empty where there are none.
 */
factions: FactionRow[]
/**
 * The method that was asked for by enough members; none where nobody did.
 */
granted: (Method | null)
/**
 * Majorities beyond the simple one that can be asked for.
 */
majorities: MajorityChoice[]
/**
 * Members that a request for a way to vote is measured against.
 */
members: number
/**
 * Seats in the order of a roll-call: seat, person, "Frau KA Brandtner".
 */
roll: [SeatId, PersonId, string][]
/**
 * Who can count ballots: everybody in the room, with "Frau KA Brandtner".
 */
tellers: [PersonId, string][]
/**
 * "13 stimmberechtigt anwesend, Frau SB Terhorst befangen".
 */
words: string
}
/**
 * A faction as a row of a vote by faction, and as one that can ask for a way to vote.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactionRow".
 */
export interface FactionRow {
/**
 * Entitled and present.
 */
entitled: number
/**
 * Which; none for those who belong to no faction.
 */
faction: (OrganizationId | null)
/**
 * Regular members, present or not.
 */
members: number
/**
 * "Soziale Liste", "ohne Fraktion".
 */
name: string
}
/**
 * A majority that the law asks for.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "MajorityChoice".
 */
export interface MajorityChoice {
/**
 * Which.
 */
id: MajorityId
/**
 * "Hauptsatzung".
 */
name: string
/**
 * "Hauptsatzung: erforderlich sind 40 Ja-Stimmen, gesetzliche Mitgliederzahl 79 (§ ...)."
 */
words: string
}
/**
 * What the chair has to find at the beginning.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FormalView".
 */
export interface FormalView {
/**
 * The due invitation was not found.
 */
invitation: boolean
/**
 * Nothing was found on the quorum.
 */
quorum: boolean
}
/**
 * An act.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "LogRow".
 */
export interface LogRow {
/**
 * Which.
 */
act: ActId
/**
 * The same as a correction names it: "19.11. 17:05" where the session has several days.
 */
at: string
/**
 * Its time can be corrected: `command` is sent again as its replacement, with another time.
 */
canCorrectTime: boolean
/**
 * It can be taken back.
 */
canWithdraw: boolean
/**
 * What was entered; none where it cannot be given back whole (its note is not at hand).
 */
command: (Command | null)
/**
 * It corrects an act, or was corrected or taken back.
 */
corrects: boolean
/**
 * When it was entered: "eingetragen 17:20".
 */
entered: string
/**
 * What it is about; an act that takes another back is about the same.
 */
kind: LogKind
/**
 * It was entered later, or for another time, than it happened.
 */
late: boolean
/**
 * What it did to the act before: "berichtigt: Herr KA Pönsgen geht", empty for a first entry.
 */
replaces: string
/**
 * When it happened: "17:05", on another day than that of the session "09.11. 09:10".
 */
time: string
/**
 * It was taken back or replaced: "zurückgenommen 17:20", empty otherwise.
 */
withdrawn: string
/**
 * "Herr KA Pönsgen geht".
 */
words: string
}
/**
 * Who leads the session now.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "LeadView".
 */
export interface LeadView {
/**
 * Chair and clerk can change now.
 */
canChange: boolean
/**
 * Nobody at the table leads the session.
 */
leaderless: boolean
/**
 * Who should take the chair, or take it back; none if nobody.
 */
offer: (LeadOffer | null)
/**
 * What is out of the ordinary: "Frau KA Falkenroth führt den Vorsitz und ist zu TOP 5
 * befangen."; empty if nothing is.
 */
words: string
}
/**
 * A person who takes the chair by one tap.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "LeadOffer".
 */
export interface LeadOffer {
/**
 * Who.
 */
person: PersonId
/**
 * "Herr KA Hollenstedt übernimmt den Vorsitz", "Vorsitz zurück an Frau KA Falkenroth".
 */
words: string
}
/**
 * Something to look at before closing.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OpenPoint".
 */
export interface OpenPoint {
/**
 * Where it is settled, if there is one place.
 */
place: (OpenPlace | null)
/**
 * A sentence.
 */
words: string
}
/**
 * At an item.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OpenPlaceItem".
 */
export interface OpenPlaceItem {
at: "item"
/**
 * Which.
 */
item: AgendaItemId
}
/**
 * Where the presence is counted and compared with the paper sheet.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OpenPlacePresence".
 */
export interface OpenPlacePresence {
at: "presence"
}
/**
 * At the quorum.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OpenPlaceQuorum".
 */
export interface OpenPlaceQuorum {
at: "quorum"
}
/**
 * What is chosen before the opening.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OpeningView".
 */
export interface OpeningView {
/**
 * Who will, as noted so far or by function; none if nobody is known.
 */
chair: (PersonId | null)
/**
 * Who may chair: chair, deputies in their order, then the other members who are there.
 */
chairs: Named[]
/**
 * Who will; none if nobody is known.
 */
clerk: (PersonId | null)
/**
 * Who may keep the minutes: everybody of the directory without a seat here.
 */
clerks: Named[]
/**
 * What is missing for the opening, a sentence; empty if nothing is.
 */
missing: string
}
/**
 * Going over to the other part of the session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PartChangeView".
 */
export interface PartChangeView {
/**
 * To which part.
 */
part: Part
/**
 * Those without a seat who are there.
 */
present: Leaver[]
/**
 * Those who left when the public was excluded, when it comes back.
 */
returning: Comer[]
/**
 * Who else may stay or has to go, whole sentences.
 */
rules: string[]
/**
 * The vote on it; none where nobody is entitled.
 */
vote: (ExclusionVote | null)
/**
 * "Nichtöffentlichkeit herstellen", "Öffentlichkeit wiederherstellen".
 */
words: string
}
/**
 * Somebody who may leave with a change of part.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Leaver".
 */
export interface Leaver {
/**
 * Office or organisation, "Verwaltung" or "Gast" where neither is known.
 */
detail: string
/**
 * Full name.
 */
fullName: string
/**
 * Leaves, unless the clerk says otherwise: guests, when the public is excluded.
 */
leaves: boolean
/**
 * Who.
 */
person: PersonId
}
/**
 * Somebody who left when the public was excluded, and has not come back.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Comer".
 */
export interface Comer {
/**
 * As what.
 */
capacity: Capacity
/**
 * Office or organisation, "Verwaltung" or "Gast" where neither is known; "zugeschaltet".
 */
detail: string
/**
 * Full name.
 */
fullName: string
/**
 * In the room or connected, as before.
 */
mode: Mode
/**
 * Who.
 */
person: PersonId
}
/**
 * A vote on the exclusion of the public, before it.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ExclusionVote".
 */
export interface ExclusionVote {
/**
 * Under which item it is recorded.
 */
item: AgendaItemId
/**
 * On what it is taken.
 */
procedure: Procedure
/**
 * What is put to the vote.
 */
wording: RichText
/**
 * "TOP 5: 13 stimmberechtigt anwesend".
 */
words: string
}
/**
 * The whole line.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuorumView".
 */
export interface QuorumView {
/**
 * One sentence for screen readers: "Rechnerisch nicht beschlussfähig: 6 KA, 6 SB".
 */
announcement: string
/**
 * Both tests hold.
 */
computed: boolean
/**
 * The legal state as a whole sentence with its paragraph.
 */
law: string
/**
 * Legal state.
 */
legal: QuorumField
/**
 * What the chair has to decide.
 */
needsDecision: Reason[]
/**
 * Who gives way, or may come back to the table.
 */
order: (ArrivalOrder | null)
/**
 * Whole sentences with their paragraph.
 */
reasons: Reason[]
/**
 * "Abhilfe: 1 SB in den Zuhörerbereich oder 1 KA mehr."; empty where both tests hold.
 */
remedy: string
/**
 * Size test, then composition test where the law has one.
 */
tests: QuorumTest[]
}
/**
 * Legal state: what the chair said, since when.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuorumField".
 */
export interface QuorumField {
/**
 * "festgestellt 16:33 durch die Vorsitzende", "rechnerisch beschlussfähig".
 */
detail: string
/**
 * State in law.
 */
state: LegalState
/**
 * Tone.
 */
tone: Tone
/**
 * "Beschlussfähig", "Noch nicht festgestellt", "Gilt als beschlussfähig", ...
 */
words: string
}
/**
 * Who gives way, or may come back, in this order.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ArrivalOrder".
 */
export interface ArrivalOrder {
/**
 * "Frau SB Terhorst, seit 16:53 Uhr".
 */
persons: string[]
/**
 * "In den Zuhörerbereich: wer zuletzt gekommen ist, zuerst".
 */
words: string
}
/**
 * One test.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuorumTest".
 */
export interface QuorumTest {
/**
 * Band of seats; for the size test only.
 */
band: (Band | null)
/**
 * Whether it holds.
 */
holds: boolean
/**
 * "13 von 17", "8 KA > 5 SB".
 */
numbers: string
/**
 * Second line, empty if none: "mehr als die Hälfte".
 */
rule: string
/**
 * Tone of its field: before the opening a test that does not hold yet asks for nothing.
 */
tone: Tone
/**
 * Why it holds or fails, a whole sentence with its paragraph.
 */
why: string
/**
 * "anwesend, nötig 9", "mehr KA als SB".
 */
words: string
}
/**
 * Seats of the band: how many are filled by whom.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Band".
 */
export interface Band {
/**
 * Empty.
 */
free: number
/**
 * The mark stands before this seat, counted from 1.
 */
mark: number
/**
 * Filled by members of the assembly (solid).
 */
members: number
/**
 * Filled by others who vote (striped).
 */
others: number
}
/**
 * An attachment of a session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "AttachmentOf".
 */
export interface AttachmentOf {
/**
 * Which.
 */
attachment: AttachmentId
/**
 * Of which session.
 */
meeting: MeetingId
}
/**
 * Where the vault stands.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "DeskStatus".
 */
export interface DeskStatus {
/**
 * Where it lies or will lie, as a path to show.
 */
place: string
/**
 * How far it is.
 */
state: DeskState
}
/**
 * Something to keep an eye on.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "DeviceNotice".
 */
export interface DeviceNotice {
/**
 * "Akku 18 %", "Noch 420 MB frei".
 */
short: string
/**
 * Warning, or danger.
 */
tone: Tone
/**
 * What to do, a sentence.
 */
words: string
}
/**
 * A document that is asked for.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "DocumentRequest".
 */
export interface DocumentRequest {
/**
 * Which.
 */
document: Kind
/**
 * As what.
 */
edition: DocumentEdition
/**
 * Of which session.
 */
meeting: MeetingId
}
/**
 * Einladung mit Tagesordnung; in the public one non-public items have their neutral names.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "KindInvitation".
 */
export interface KindInvitation {
kind: "invitation"
/**
 * Which parts.
 */
scope: Scope
}
/**
 * Anwesenheitsliste to sign on.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "KindSheet".
 */
export interface KindSheet {
kind: "sheet"
}
/**
 * Niederschrift.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "KindMinutes".
 */
export interface KindMinutes {
kind: "minutes"
/**
 * Which parts.
 */
scope: Scope
}
/**
 * Niederschrift, nichtöffentlicher Teil by itself.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "KindNonPublicMinutes".
 */
export interface KindNonPublicMinutes {
kind: "nonPublicMinutes"
}
/**
 * Lesefassung of the public part, once all have signed.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "KindReading".
 */
export interface KindReading {
kind: "reading"
}
/**
 * Beschlussauszug.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "KindExcerpt".
 */
export interface KindExcerpt {
/**
 * Its reference: the number, told apart where it comes twice.
 */
item: string
kind: "excerpt"
/**
 * Part of the item.
 */
part: Part
}
/**
 * Anwesenheitsliste as recorded.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "KindAttendance".
 */
export interface KindAttendance {
kind: "attendance"
}
/**
 * Nachweis der Beschlussfähigkeit.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "KindProof".
 */
export interface KindProof {
kind: "proof"
/**
 * Which parts.
 */
scope: Scope
}
/**
 * Vorlage, Drucksache: of the body, made of master data.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "KindPaper".
 */
export interface KindPaper {
kind: "paper"
/**
 * Its number; its id where it has none.
 */
paper: string
}
/**
 * An error for people.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ApiError".
 */
export interface ApiError {
/**
 * For the caller.
 */
code: ErrorCode
/**
 * What was kept and what to do, in German.
 */
hints: string[]
/**
 * What happened, in one German sentence.
 */
message: string
}
/**
 * The one act of the chair's display: what its button said is found now.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Finding".
 */
export interface Finding {
/**
 * The client's id of this act.
 */
act: ActId
/**
 * What.
 */
found: Found
/**
 * Of which session.
 */
meeting: MeetingId
}
/**
 * An act of a session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderAct".
 */
export interface OrderAct {
/**
 * The client's id of this act.
 */
act: ActId
/**
 * When it happened: "16:53" on the day of the session (after midnight the next one), of
 * several days the last one at which it lies behind; "19.11. 16:53" names the day; none
 * for now.
 */
at: (string | null)
/**
 * The revision the window looked at; none to take the newest.
 */
basedOn: (number | null)
/**
 * What to record.
 */
command: Command
/**
 * Which session.
 */
meeting: MeetingId
of: "act"
}
/**
 * Before the opening: who is there so far, who will chair and keep the minutes. A durable
 * draft; the opening takes it over as one act.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderNoteOpening".
 */
export interface OrderNoteOpening {
/**
 * Who will chair.
 */
chair: (PersonId | null)
/**
 * Who will keep the minutes.
 */
clerk: (PersonId | null)
/**
 * Which session.
 */
meeting: MeetingId
of: "noteOpening"
/**
 * Who is there: members, arranged substitutes, officials, guests.
 */
present: PersonId[]
/**
 * Those of them who are connected by picture and sound.
 */
remote: PersonId[]
}
/**
 * Open the session with what was noted.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderOpenNoted".
 */
export interface OrderOpenNoted {
/**
 * The client's id of this act.
 */
act: ActId
/**
 * When, as in [`Order::Act`].
 */
at: (string | null)
/**
 * Which session.
 */
meeting: MeetingId
of: "openNoted"
}
/**
 * An official or guest by name: the person is added to the directory if need be, and comes.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderAdmitByName".
 */
export interface OrderAdmitByName {
/**
 * The client's id of this act.
 */
act: ActId
/**
 * When, as in [`Order::Act`].
 */
at: (string | null)
/**
 * As what.
 */
capacity: Capacity
/**
 * Office or organisation, empty if none.
 */
detail: string
/**
 * Form of address.
 */
formOfAddress: FormOfAddress
/**
 * For one item only, once the session is open.
 */
item: (AgendaItemId | null)
/**
 * Which session.
 */
meeting: MeetingId
/**
 * In the room, or connected.
 */
mode: (Mode & string)
/**
 * "Dr. Jost Lindhorst".
 */
name: string
of: "admitByName"
}
/**
 * Somebody comes as a guest, as typed in one line: "Frau Ankerbrand, Hochschule".
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderAdmitGuest".
 */
export interface OrderAdmitGuest {
/**
 * The client's id of this act.
 */
act: ActId
/**
 * Which session.
 */
meeting: MeetingId
of: "admitGuest"
/**
 * Name, and the organisation behind it.
 */
typed: string
}
/**
 * Somebody takes a seat by name: the person is added to the directory with a status if need
 * be.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderSubstituteByName".
 */
export interface OrderSubstituteByName {
/**
 * The client's id of this act.
 */
act: ActId
/**
 * When, as in [`Order::Act`].
 */
at: (string | null)
/**
 * Faction, if any.
 */
faction: (OrganizationId | null)
/**
 * Form of address.
 */
formOfAddress: FormOfAddress
/**
 * Which session.
 */
meeting: MeetingId
/**
 * "Jost Lindhorst".
 */
name: string
of: "substituteByName"
/**
 * Which seat.
 */
seat: SeatId
/**
 * Status that the rules count; one that the directory knows stays.
 */
status: Status
}
/**
 * The session is interrupted until another day.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderAdjourn".
 */
export interface OrderAdjourn {
/**
 * The client's id of this act.
 */
act: ActId
/**
 * When, as in [`Order::Act`].
 */
at: (string | null)
/**
 * Day on which it goes on: "2026-11-24".
 */
day: string
/**
 * Which session.
 */
meeting: MeetingId
of: "adjourn"
/**
 * Time of that day: "16:30".
 */
time: string
}
/**
 * The file of an attachment goes from the vault; the attachment stays listed.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderRemoveFile".
 */
export interface OrderRemoveFile {
/**
 * Which attachment.
 */
attachment: AttachmentId
/**
 * Which session.
 */
meeting: MeetingId
of: "removeFile"
}
/**
 * A text module, new or in place of what it was.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderWriteTextModule".
 */
export interface OrderWriteTextModule {
/**
 * What is typed for it.
 */
code: string
/**
 * Which; none for a new one.
 */
module: (TextModuleId | null)
of: "writeTextModule"
/**
 * The words.
 */
text: RichText
}
/**
 * A text module is offered no longer.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderRemoveTextModule".
 */
export interface OrderRemoveTextModule {
/**
 * Which.
 */
module: TextModuleId
of: "removeTextModule"
}
/**
 * The fictional county with its prepared session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderTrySample".
 */
export interface OrderTrySample {
of: "trySample"
}
/**
 * A form as far as it is filled in: durable, so that it is there again after the program
 * ended. Sent by [`Order::SetUp`] or [`Order::Prepare`], it goes.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderKeepForm".
 */
export interface OrderKeepForm {
/**
 * The form.
 */
form: Form
of: "keepForm"
}
/**
 * A body with its first committee.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FormSetUp".
 */
export interface FormSetUp {
/**
 * Postal address in one line.
 */
address: string
/**
 * Name of the body.
 */
body: string
/**
 * Family name.
 */
clerkFamilyName: string
/**
 * Who keeps the minutes: form of address.
 */
clerkForm: FormOfAddress
/**
 * Given name.
 */
clerkGivenName: string
/**
 * Title.
 */
clerkTitle: string
/**
 * Name of the committee.
 */
committee: string
/**
 * What was changed by hand in what was understood of the list.
 */
edits: PersonEdit[]
/**
 * Its name in the genitive.
 */
genitive: string
/**
 * The list of people, as typed or pasted.
 */
list: string
of: "setUp"
/**
 * What the body elects.
 */
organ: string
/**
 * Place of issue.
 */
place: string
/**
 * Id of the rule profile, empty while none is chosen.
 */
profile: string
/**
 * The step that is shown, from 0.
 */
step: number
/**
 * Vacant seats without a vote, as typed.
 */
vacantAdvisory: string
/**
 * Vacant seats with a vote, as typed.
 */
vacantVoting: string
/**
 * Web address.
 */
website: string
}
/**
 * A row of a list of people that was changed by hand.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PersonEdit".
 */
export interface PersonEdit {
/**
 * Which line, in the window's words.
 */
key: string
/**
 * The person instead; none for a line that is left out.
 */
value: (DraftPerson | null)
}
/**
 * A person as read from a line; a window may change it and sends it back.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "DraftPerson".
 */
export interface DraftPerson {
/**
 * Day of birth as typed, "12.03.1951"; empty if none.
 */
born: string
/**
 * "Vorsitz" and the like was written.
 */
chair: boolean
/**
 * "stellv. Vorsitz" and the like was written.
 */
deputy: boolean
/**
 * Faction as typed, empty if none.
 */
faction: string
/**
 * Family name.
 */
familyName: string
/**
 * Form of address.
 */
formOfAddress: FormOfAddress
/**
 * Given name.
 */
givenName: string
/**
 * What of the line was not understood; empty if all was.
 */
remainder: string
/**
 * Status; none if the line has none.
 */
status: (Status | null)
/**
 * Name of the person for whom this one stands in, as typed; "alle" for a substitute of all;
 * empty if a member.
 */
substituteFor: string
/**
 * Title, empty if none.
 */
title: string
}
/**
 * A session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FormMeeting".
 */
export interface FormMeeting {
/**
 * Building.
 */
building: string
/**
 * Day, as typed.
 */
day: string
/**
 * What was changed by hand in what was understood of it.
 */
edits: ItemEdit[]
/**
 * The agenda, as typed or pasted.
 */
list: string
/**
 * Town.
 */
locality: string
of: "meeting"
/**
 * The committee.
 */
organization: OrganizationId
/**
 * Postal code.
 */
postalCode: string
/**
 * Room.
 */
room: string
/**
 * Street and number.
 */
street: string
/**
 * Time, as typed.
 */
time: string
}
/**
 * A row of an agenda that was changed by hand.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ItemEdit".
 */
export interface ItemEdit {
/**
 * Which line, in the window's words.
 */
key: string
/**
 * The item instead; none for a line that is left out.
 */
value: (DraftItem | null)
}
/**
 * An item as read from a line; a window may change it and sends it back.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "DraftItem".
 */
export interface DraftItem {
/**
 * Kind, guessed from the words.
 */
kind: ItemKind
/**
 * Title.
 */
name: string
/**
 * "7.1".
 */
number: string
/**
 * Number of the paper.
 */
paper: string
/**
 * Part, by the headings between the lines.
 */
part: Part
/**
 * Proposal for a decision; empty if none.
 */
proposal: string
/**
 * Second line without "hier:".
 */
subject: string
}
/**
 * A form is given up.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderDropForm".
 */
export interface OrderDropForm {
/**
 * Which.
 */
form: FormKind
of: "dropForm"
}
/**
 * Where the window is, so that it is there again.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderKeepPlace".
 */
export interface OrderKeepPlace {
of: "keepPlace"
/**
 * Where.
 */
place: Place
}
/**
 * The overview.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PlaceStart".
 */
export interface PlaceStart {
view: "start"
}
/**
 * "Neu beginnen".
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PlaceSetUp".
 */
export interface PlaceSetUp {
view: "setUp"
}
/**
 * A new session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PlaceNewMeeting".
 */
export interface PlaceNewMeeting {
view: "newMeeting"
}
/**
 * A session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PlaceMeeting".
 */
export interface PlaceMeeting {
/**
 * The item that is looked at instead of the current one.
 */
item: (AgendaItemId | null)
/**
 * Which.
 */
meeting: MeetingId
view: "meeting"
}
/**
 * The Niederschrift of a session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PlaceMinutes".
 */
export interface PlaceMinutes {
/**
 * Of which session.
 */
meeting: MeetingId
view: "minutes"
}
/**
 * The chair puts an item in other words than were proposed: durable until a vote takes it over,
 * and seen on the chair's display.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderKeepWording".
 */
export interface OrderKeepWording {
/**
 * Which item.
 */
item: AgendaItemId
/**
 * Which session.
 */
meeting: MeetingId
of: "keepWording"
/**
 * The words; none to put what was proposed.
 */
wording: (RichText | null)
}
/**
 * What is half entered at an item: durable until the vote is recorded, and what is put to the
 * vote is seen on the chair's display.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderKeepEntering".
 */
export interface OrderKeepEntering {
/**
 * As it stands; with nothing in it nothing is kept.
 */
entering: Entering
/**
 * Which item.
 */
item: AgendaItemId
/**
 * Which session.
 */
meeting: MeetingId
of: "keepEntering"
}
/**
 * What is being entered at an item.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Entering".
 */
export interface Entering {
/**
 * What was put to the vote in between, the last one in front.
 */
between: PutBetween[]
/**
 * The motions that are left out of a vote on all of them; none where they are voted on singly.
 */
except: (MotionId[] | null)
/**
 * Its motions are gone through one after the other.
 */
series: boolean
/**
 * Votes that are half entered.
 */
votes: HalfVote[]
/**
 * The words that are being written for the item and were not put yet.
 */
writing: (RichText | null)
}
/**
 * Something that was put to the vote before the vote in hand goes on.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PutBetween".
 */
export interface PutBetween {
/**
 * On what.
 */
matter: Matter
/**
 * The vote whose place it takes.
 */
repeats: (VoteId | null)
/**
 * "Änderungsantrag der Heimatliste", as the window shows it.
 */
title: string
/**
 * In which words.
 */
wording: RichText
/**
 * Other words that are being written for it and were not put yet.
 */
writing: (RichText | null)
}
/**
 * A vote as far as it was entered.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "HalfVote".
 */
export interface HalfVote {
/**
 * What was announced, where that is not what the numbers give.
 */
announced: (Announced | null)
/**
 * The act that it is to correct.
 */
corrects: (ActId | null)
/**
 * The majority that the law asks for.
 */
majority: (MajorityId | null)
/**
 * On what; of an election its round.
 */
matter: Matter
/**
 * The note on a contradiction.
 */
note: string
/**
 * The vote whose place it is to take.
 */
repeats: (VoteId | null)
/**
 * What was typed; none while it was only taken up.
 */
typed: (Typed | null)
/**
 * The words of a vote that is corrected or repeated; none where the item has them.
 */
wording: (RichText | null)
}
/**
 * A vote by numbers.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TypedCount".
 */
export interface TypedCount {
/**
 * Enthaltungen.
 */
abstain: (number | null)
/**
 * Nein.
 */
no: (number | null)
/**
 * "Ja" is what remains.
 */
remains: boolean
way: "count"
/**
 * Ja; none while nobody said.
 */
yes: (number | null)
}
/**
 * A vote by faction: those that were changed.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TypedFactions".
 */
export interface TypedFactions {
/**
 * Votes of each.
 */
rows: TypedFaction[]
way: "factions"
}
/**
 * The votes of a faction.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TypedFaction".
 */
export interface TypedFaction {
/**
 * Enthaltungen.
 */
abstain: number
/**
 * Which; none for those who belong to no faction.
 */
faction: (OrganizationId | null)
/**
 * Nein.
 */
no: number
/**
 * Ja; none for all that remain.
 */
yes: (number | null)
}
/**
 * A roll-call: those who were asked, in their order.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TypedRoll".
 */
export interface TypedRoll {
/**
 * What each said.
 */
answers: TypedAnswer[]
way: "roll"
}
/**
 * What somebody said in a roll-call. It belongs to that person on that seat.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TypedAnswer".
 */
export interface TypedAnswer {
/**
 * How that person was called.
 */
name: string
/**
 * Who.
 */
person: PersonId
/**
 * What was said; none where the seat was passed over.
 */
said: (Choice | null)
/**
 * Seat.
 */
seat: SeatId
}
/**
 * A secret vote.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TypedSecret".
 */
export interface TypedSecret {
/**
 * The numbers.
 */
papers: TypedPapers
way: "secret"
}
/**
 * Ballots as they were counted, each number none while it was not typed.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TypedPapers".
 */
export interface TypedPapers {
/**
 * Enthaltungen.
 */
abstain: (number | null)
/**
 * Without a mark.
 */
blank: (number | null)
/**
 * Handed out.
 */
handedOut: (number | null)
/**
 * Ungültige.
 */
invalid: (number | null)
/**
 * Nein.
 */
no: (number | null)
/**
 * That came back.
 */
returned: (number | null)
/**
 * Who counts.
 */
tellers: PersonId[]
/**
 * Ja; in an election by candidate instead.
 */
yes: (number | null)
}
/**
 * An outcome without a vote, to somebody or in other words than usual.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TypedOutcome".
 */
export interface TypedOutcome {
/**
 * Which.
 */
outcome: Outcome
/**
 * To whom; none for nobody named.
 */
to: (OrganizationId | null)
way: "outcome"
/**
 * The words so far; nothing for the usual ones.
 */
wording: RichText
}
/**
 * A round of an election.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TypedRound".
 */
export interface TypedRound {
/**
 * Votes by candidate.
 */
candidates: TypedVotes[]
/**
 * The other numbers.
 */
papers: TypedPapers
/**
 * The votes of the only candidate are what remains.
 */
remains: boolean
way: "round"
}
/**
 * The votes for a candidate.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TypedVotes".
 */
export interface TypedVotes {
/**
 * For whom.
 */
person: PersonId
/**
 * How many; none while nothing was typed.
 */
votes: (number | null)
}
/**
 * What stands over a session and was typed in it: durable until it is sent or given up.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderKeepPanel".
 */
export interface OrderKeepPanel {
/**
 * Which session.
 */
meeting: MeetingId
of: "keepPanel"
/**
 * What; none when nothing is typed any more.
 */
panel: (HalfPanel | null)
}
/**
 * A sheet or a dialog, half filled in.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "HalfPanel".
 */
export interface HalfPanel {
/**
 * The act as which it will be sent.
 */
act: ActId
/**
 * Which one, and its fields, in the words of the window.
 */
body: string
}
/**
 * A body with one committee.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderSetUp".
 */
export interface OrderSetUp {
/**
 * Letterhead: postal address in one line, empty if none.
 */
address: string
/**
 * "Kreis Wiesenthal".
 */
body: string
/**
 * Who keeps the minutes.
 */
clerk: (DraftPerson | null)
/**
 * "Ausschuss für Digitalisierung".
 */
committee: string
/**
 * Gender of its name; by its first word if missing.
 */
gender: (Gender | null)
/**
 * "des Ausschusses für Digitalisierung"; the usual form if empty.
 */
genitive: string
of: "setUp"
/**
 * "Der Kreistag".
 */
organ: string
/**
 * Members and substitutes.
 */
people: DraftPerson[]
/**
 * Place of issue.
 */
place: string
/**
 * Rule profile.
 */
profile: string
/**
 * Seats beyond those of the members, by kind.
 */
vacant: SeatKind[]
/**
 * Letterhead: web address, empty if none.
 */
website: string
}
/**
 * A session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OrderPrepare".
 */
export interface OrderPrepare {
/**
 * Agenda.
 */
agenda: DraftItem[]
/**
 * Building, empty if none.
 */
building: string
/**
 * Day: "2026-11-19".
 */
day: string
/**
 * Town, empty if none.
 */
locality: string
of: "prepare"
/**
 * The committee.
 */
organization: OrganizationId
/**
 * Postal code, empty if none.
 */
postalCode: string
/**
 * Room.
 */
room: string
/**
 * Street and number, empty if none.
 */
street: string
/**
 * Time: "16:30".
 */
time: string
}
/**
 * What is known of the pages of a document.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PreviewHead".
 */
export interface PreviewHead {
/**
 * Which signs no font has, and what stands in their place, as sentences; empty as a rule.
 */
missing: string
/**
 * How each page looks: the same mark means the same look. One mark may stand for all of them.
 */
pages: string[]
/**
 * Where the items stand, in the order of the pages.
 */
places: PagePlace[]
}
/**
 * The part of a page that an item takes, with its heading, text and facts.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PagePlace".
 */
export interface PagePlace {
/**
 * Lower edge, likewise.
 */
bottom: number
/**
 * The item.
 */
item: AgendaItemId
/**
 * The page, counted from 1.
 */
page: number
/**
 * Upper edge, in thousandths of the height of the page.
 */
top: number
}
/**
 * The sessions and what comes next.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionStart".
 */
export interface QuestionStart {
of: "start"
}
/**
 * A session as it stands.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionMeeting".
 */
export interface QuestionMeeting {
/**
 * Which.
 */
meeting: MeetingId
of: "meeting"
}
/**
 * What the chair sees of the session that the window shows.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionChair".
 */
export interface QuestionChair {
of: "chair"
}
/**
 * An item that is looked at and need not be the current one.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionItem".
 */
export interface QuestionItem {
/**
 * Which item.
 */
item: AgendaItemId
/**
 * Which session.
 */
meeting: MeetingId
of: "item"
}
/**
 * Where an item can go on the agenda, and what it can be dealt with together.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionArrangement".
 */
export interface QuestionArrangement {
/**
 * Which item.
 */
item: AgendaItemId
/**
 * Which session.
 */
meeting: MeetingId
of: "arrangement"
}
/**
 * The text of an item; empty if nothing was written yet.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionText".
 */
export interface QuestionText {
/**
 * Which item.
 */
item: AgendaItemId
/**
 * Which session.
 */
meeting: MeetingId
of: "text"
}
/**
 * What of the record can stand as a slot in the text of an item, in words.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionFacts".
 */
export interface QuestionFacts {
/**
 * Which item.
 */
item: AgendaItemId
/**
 * Which session.
 */
meeting: MeetingId
of: "facts"
}
/**
 * How everybody of a session is called in a sentence.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionSpeakers".
 */
export interface QuestionSpeakers {
/**
 * Of which session.
 */
meeting: MeetingId
of: "speakers"
}
/**
 * The text modules.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionTextModules".
 */
export interface QuestionTextModules {
of: "textModules"
}
/**
 * Who may take a seat, each with the effect on the quorum.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionSubstitutes".
 */
export interface QuestionSubstitutes {
/**
 * Which session.
 */
meeting: MeetingId
of: "substitutes"
/**
 * Which seat.
 */
seat: SeatId
}
/**
 * What acts would change if they were recorded, and which times are usual.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionAhead".
 */
export interface QuestionAhead {
/**
 * When, as in [`crate::order::Order::Act`].
 */
at: (string | null)
/**
 * The acts, each by itself.
 */
commands: Command[]
/**
 * Which session.
 */
meeting: MeetingId
of: "ahead"
}
/**
 * What numbers would mean, with every key typed.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionVote".
 */
export interface QuestionVote {
/**
 * The act of the vote that would be corrected: its numbers count, not who is there now.
 */
corrects: (ActId | null)
/**
 * On which item.
 */
item: AgendaItemId
/**
 * The majority that the law asks for; none for more Yes than No.
 */
majority: (MajorityId | null)
/**
 * On what.
 */
matter: Matter
/**
 * Which session.
 */
meeting: MeetingId
of: "vote"
/**
 * The vote whose place it would take.
 */
repeats: (VoteId | null)
/**
 * The numbers so far.
 */
tally: Tally
}
/**
 * Who was entitled in a vote, for its correction.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionEntitled".
 */
export interface QuestionEntitled {
/**
 * In which session.
 */
meeting: MeetingId
of: "entitled"
/**
 * In which vote.
 */
vote: VoteId
}
/**
 * What numbers of a round would mean, with every key typed.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionRound".
 */
export interface QuestionRound {
/**
 * The act of the round that would be corrected.
 */
corrects: (ActId | null)
/**
 * Of which election.
 */
election: ElectionId
/**
 * Which session.
 */
meeting: MeetingId
of: "round"
/**
 * The votes for the only candidate are what remains, whatever was sent for them.
 */
rest: boolean
/**
 * The numbers so far.
 */
tally: RoundTally
}
/**
 * What it would mean if these persons took part in the run-off that is due.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionRunOff".
 */
export interface QuestionRunOff {
/**
 * Of which election.
 */
election: ElectionId
/**
 * Which session.
 */
meeting: MeetingId
of: "runOff"
/**
 * Who.
 */
persons: PersonId[]
}
/**
 * Who can be proposed for an election.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionElectionForm".
 */
export interface QuestionElectionForm {
/**
 * Which session.
 */
meeting: MeetingId
of: "electionForm"
}
/**
 * Who can take the chair or the minutes.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionSuccession".
 */
export interface QuestionSuccession {
/**
 * Which session.
 */
meeting: MeetingId
of: "succession"
}
/**
 * Texts with places to fill in that are still open, before the session is closed.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionUnfilled".
 */
export interface QuestionUnfilled {
/**
 * Which session.
 */
meeting: MeetingId
of: "unfilled"
}
/**
 * The quorum over the session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionQuorumHistory".
 */
export interface QuestionQuorumHistory {
/**
 * Which session.
 */
meeting: MeetingId
of: "quorumHistory"
}
/**
 * Who can make a motion: factions, persons at the table, the administration.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionMovers".
 */
export interface QuestionMovers {
/**
 * In which session.
 */
meeting: MeetingId
of: "movers"
}
/**
 * What is said when a matter beside the item is put to the vote.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionPut".
 */
export interface QuestionPut {
/**
 * Under which item.
 */
item: AgendaItemId
/**
 * On what: several motions at once, somebody's bias, the order of business.
 */
matter: Matter
/**
 * Which session.
 */
meeting: MeetingId
of: "put"
}
/**
 * Reads a pasted list of motions on an item, one per line.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionSeries".
 */
export interface QuestionSeries {
/**
 * On which item.
 */
item: AgendaItemId
/**
 * Which session.
 */
meeting: MeetingId
of: "series"
/**
 * The lines.
 */
text: string
}
/**
 * What the votes of the factions would mean, with every key typed.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionVoteByFaction".
 */
export interface QuestionVoteByFaction {
/**
 * The act of the vote that would be corrected.
 */
corrects: (ActId | null)
/**
 * On which item.
 */
item: AgendaItemId
/**
 * The majority that the law asks for; none for more Yes than No.
 */
majority: (MajorityId | null)
/**
 * On what.
 */
matter: Matter
/**
 * Which session.
 */
meeting: MeetingId
of: "voteByFaction"
/**
 * The vote whose place it would take.
 */
repeats: (VoteId | null)
/**
 * The votes so far.
 */
rows: FactionVotes[]
}
/**
 * The votes of a faction as far as they were said.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactionVotes".
 */
export interface FactionVotes {
/**
 * Enthaltungen.
 */
abstain: number
/**
 * Which; none for those who belong to no faction.
 */
faction: (OrganizationId | null)
/**
 * Nein.
 */
no: number
/**
 * Ja; none for all that remain.
 */
yes: (number | null)
}
/**
 * What a request for a roll-call or a secret vote would give.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionVoteRequest".
 */
export interface QuestionVoteRequest {
/**
 * On which item.
 */
item: AgendaItemId
/**
 * Which session.
 */
meeting: MeetingId
of: "voteRequest"
/**
 * Members who ask for a roll-call.
 */
rollcall: number
/**
 * Members who ask for a secret vote.
 */
secret: number
}
/**
 * Whether words for a result fit the vote, with every key typed.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionWording".
 */
export interface QuestionWording {
/**
 * Which session.
 */
meeting: MeetingId
of: "wording"
/**
 * Which vote.
 */
vote: VoteId
/**
 * The words so far; empty for the derived ones.
 */
words: string
}
/**
 * All acts of a session, the newest first.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionLog".
 */
export interface QuestionLog {
/**
 * Which session.
 */
meeting: MeetingId
of: "log"
}
/**
 * The attachments that are listed, and their files.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionAttachments".
 */
export interface QuestionAttachments {
/**
 * Of which session.
 */
meeting: MeetingId
of: "attachments"
}
/**
 * What can be taken down beside votes, and about whom.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionProceedings".
 */
export interface QuestionProceedings {
/**
 * In which session.
 */
meeting: MeetingId
of: "proceedings"
}
/**
 * The documents that the session gives now.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionDocuments".
 */
export interface QuestionDocuments {
/**
 * Which session.
 */
meeting: MeetingId
of: "documents"
}
/**
 * The signatures of a version of the Niederschrift.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionSignatures".
 */
export interface QuestionSignatures {
/**
 * Of which session.
 */
meeting: MeetingId
of: "signatures"
/**
 * Which parts.
 */
scope: Scope
}
/**
 * Where the window was, or the session that is open.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionPlace".
 */
export interface QuestionPlace {
of: "place"
}
/**
 * A form as it was left.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionForm".
 */
export interface QuestionForm {
/**
 * Which.
 */
form: FormKind
of: "form"
}
/**
 * What was half entered in a session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionEntering".
 */
export interface QuestionEntering {
/**
 * In which session.
 */
meeting: MeetingId
of: "entering"
}
/**
 * What stood over a session half filled in.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionPanel".
 */
export interface QuestionPanel {
/**
 * Over which session.
 */
meeting: MeetingId
of: "panel"
}
/**
 * What is there to set something up with: committees, rule profiles.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionSetUp".
 */
export interface QuestionSetUp {
of: "setUp"
}
/**
 * Reads pasted names, one per line.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionPeople".
 */
export interface QuestionPeople {
of: "people"
/**
 * The lines.
 */
text: string
}
/**
 * A pasted agenda with one more line at the end of a part.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionAgendaWith".
 */
export interface QuestionAgendaWith {
/**
 * The one more.
 */
line: string
of: "agendaWith"
/**
 * Where it goes.
 */
part: Part
/**
 * The lines.
 */
text: string
}
/**
 * Reads a pasted agenda, one item per line.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuestionAgenda".
 */
export interface QuestionAgenda {
of: "agenda"
/**
 * The lines.
 */
text: string
}
/**
 * To [`Question::Start`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyStart".
 */
export interface ReplyStart {
of: "start"
view: StartView
}
/**
 * The first view after unlocking.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "StartView".
 */
export interface StartView {
/**
 * Forms that were begun and not sent.
 */
begun: BegunForm[]
/**
 * Name of the body, empty while there is none: then the first steps are offered.
 */
body: string
/**
 * Whether there is a committee for which a session can be prepared.
 */
canPrepare: boolean
/**
 * All sessions, the latest first.
 */
meetings: MeetingRow[]
/**
 * The session that is open, or the next one to come within a day; none otherwise.
 */
next: (MeetingRow | null)
/**
 * What somebody has to know before working with this vault: profiles that are drafts.
 */
notices: string[]
/**
 * The clock when this was asked; the clock of a window runs on from here.
 */
now: Timestamp
}
/**
 * A form that was begun and not sent.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "BegunForm".
 */
export interface BegunForm {
/**
 * Which.
 */
form: FormKind
/**
 * "Heute, 16:21", empty if unknown.
 */
kept: string
/**
 * "Kreis Mühlental · Bauausschuss", empty if nothing is named yet.
 */
words: string
}
/**
 * A session in the list.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "MeetingRow".
 */
export interface MeetingRow {
/**
 * "Do, 19.11.2026".
 */
day: string
/**
 * Second line of the next session: "Raum 1.12 · 12 Punkte, davon 4 nichtöffentlich".
 */
detail: string
/**
 * Which.
 */
meeting: MeetingId
/**
 * "Heute", "Morgen", empty otherwise.
 */
near: string
/**
 * Phase.
 */
phase: Phase
/**
 * "vorbereitet", "läuft seit 16:32", "geschlossen".
 */
state: string
/**
 * "16:30".
 */
time: string
/**
 * Committee.
 */
title: string
}
/**
 * To [`Question::Meeting`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyMeeting".
 */
export interface ReplyMeeting {
of: "meeting"
view: MeetingView
}
/**
 * To [`Question::Chair`]; none while no session is shown.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyChair".
 */
export interface ReplyChair {
of: "chair"
view: (ChairView | null)
}
/**
 * The display of the chair.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ChairView".
 */
export interface ChairView {
/**
 * Committee.
 */
committee: string
/**
 * "Do, 19.11.2026".
 */
day: string
/**
 * What the chair finds by the one button; none where there is none.
 */
finding: (ChairFinding | null)
/**
 * The item that is being dealt with; none between two. Of one that is not public only the
 * neutral name.
 */
item: (ChairItem | null)
/**
 * Which session, for the finding.
 */
meeting: MeetingId
/**
 * The item that comes next in this part; none if there is none.
 */
next: (ChairNext | null)
/**
 * The clock when this was asked.
 */
now: Timestamp
/**
 * Part of the session.
 */
part: Part
/**
 * "Öffentlich", "Nichtöffentlicher Teil"; empty before the opening and after the end.
 */
partWords: string
/**
 * Quorum.
 */
quorum: ChairQuorum
/**
 * What is said where no item is shown: "Die Sitzung ist unterbrochen", then a line.
 * 
 * @minItems 2
 * @maxItems 2
 */
said: [string, string]
}
/**
 * The one button of the display.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ChairFinding".
 */
export interface ChairFinding {
/**
 * What is found.
 */
found: Found
/**
 * What it says, "Beschlussfähigkeit feststellen".
 */
words: string
}
/**
 * An item on the display.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ChairItem".
 */
export interface ChairItem {
/**
 * "13 stimmberechtigt anwesend"; empty once there is a result, and where nothing is decided.
 */
entitled: string
/**
 * "Zu entscheiden", "Zur Abstimmung", "Wahl", "Beschluss"; empty where nothing is.
 */
label: string
/**
 * What was decided last on something else than the item; none once something else came.
 */
last: (ChairLast | null)
/**
 * Title.
 */
name: string
/**
 * What is put to the vote instead of the item: "Änderungsantrag der Heimatliste", the post of an
 * election; empty for the item itself.
 */
put: string
/**
 * The result; none while there is none.
 */
result: (ChairResult | null)
/**
 * "hier: Vergabe der zweiten Ausbaustufe", empty if none.
 */
subject: string
/**
 * "TOP 5".
 */
top: string
/**
 * What is put to the vote or was decided, line by line; of an election who stands.
 */
wording: string[]
}
/**
 * What was decided last: on a motion, in a round.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ChairLast".
 */
export interface ChairLast {
/**
 * "Änderungsantrag der Heimatliste".
 */
on: string
/**
 * What.
 */
result: ChairResult
/**
 * The votes of the candidates, a sentence; empty for a vote.
 */
votes: string
}
/**
 * What was decided.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ChairResult".
 */
export interface ChairResult {
/**
 * Accepted.
 */
accepted: boolean
/**
 * Yes, no, abstentions as far as they are known.
 * 
 * @minItems 3
 * @maxItems 3
 */
numbers: ([(number | null), (number | null), (number | null)] | null)
/**
 * "Angenommen".
 */
title: string
/**
 * "einstimmig", empty if nothing is to be said.
 */
words: string
}
/**
 * What comes next.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ChairNext".
 */
export interface ChairNext {
/**
 * Title.
 */
name: string
/**
 * "TOP 6".
 */
top: string
}
/**
 * The quorum in numbers and words.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ChairQuorum".
 */
export interface ChairQuorum {
/**
 * One sentence for screen readers.
 */
announcement: string
/**
 * Band of seats.
 */
band: (Band | null)
/**
 * "von 17".
 */
base: string
/**
 * The second test where the law has one: "8 KA > 5 SB", "mehr KA als SB", whether it holds.
 * 
 * @minItems 3
 * @maxItems 3
 */
composition: ([string, string, boolean] | null)
/**
 * Whether that is enough.
 */
holds: boolean
/**
 * Legal state.
 */
legal: QuorumField
/**
 * Seats that count now.
 */
present: number
/**
 * "anwesend, nötig 9".
 */
words: string
}
/**
 * To [`Question::Item`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyItem".
 */
export interface ReplyItem {
of: "item"
view: ItemView
}
/**
 * To [`Question::Arrangement`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyArrangement".
 */
export interface ReplyArrangement {
of: "arrangement"
view: ArrangementView
}
/**
 * Everything that can be arranged for an item.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ArrangementView".
 */
export interface ArrangementView {
/**
 * Places in the other part.
 */
otherPart: ItemPlace[]
/**
 * What it can be dealt with together.
 */
partners: ItemChoice[]
/**
 * Places in its own part, in the order of the agenda, without the one where it stands.
 */
places: ItemPlace[]
/**
 * Why it cannot go to the other part: a sentence, empty otherwise.
 */
stays: string
/**
 * "TOP 6".
 */
words: string
}
/**
 * Another item, to be dealt with together.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ItemChoice".
 */
export interface ItemChoice {
/**
 * Which.
 */
item: AgendaItemId
/**
 * Its title.
 */
name: string
/**
 * "TOP 7".
 */
words: string
}
/**
 * To [`Question::Text`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyText".
 */
export interface ReplyText {
of: "text"
view: RichText
}
/**
 * To [`Question::Facts`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyFacts".
 */
export interface ReplyFacts {
of: "facts"
view: FactsView
}
/**
 * The slots of an item's text.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactsView".
 */
export interface FactsView {
/**
 * In the order in which they happened, the findings of the opening first.
 */
facts: FactChoice[]
/**
 * Sub-items that a paragraph can deal with: id and "1.5 Feststellung der Tagesordnung".
 */
subItems: [AgendaItemId, string][]
}
/**
 * A part of the record that can stand in a text, or stands in it.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactChoice".
 */
export interface FactChoice {
/**
 * What stands in the slot.
 */
fact: Fact
/**
 * "Ergebnis", "Ergebnis zu TOP 1.5", "Anwesenheit 16:53".
 */
label: string
/**
 * It belongs to this item and can be put in; false for what stands in the text only.
 */
offered: boolean
/**
 * What the minutes will say there, or the short line of the log; empty where nothing can be
 * said yet.
 */
words: string
}
/**
 * To [`Question::Speakers`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplySpeakers".
 */
export interface ReplySpeakers {
of: "speakers"
view: Speaker[]
}
/**
 * Somebody who can be named.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Speaker".
 */
export interface Speaker {
/**
 * "Jens Hollenstedt, KA, WU", "abwesend" behind it for who is not there.
 */
detail: string
/**
 * The usual one first.
 */
forms: NameForm[]
/**
 * What its first letters are typed of: "Hollenstedt", "Vorsitzende".
 */
name: string
/**
 * Who.
 */
person: PersonId
/**
 * In the room or connected.
 */
there: boolean
}
/**
 * One form of a name.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "NameForm".
 */
export interface NameForm {
/**
 * Where it stands.
 */
cases: NameCase[]
/**
 * Without status or office, for who was named before.
 */
short: boolean
/**
 * "Herrn KA Hollenstedt".
 */
words: string
}
/**
 * To [`Question::TextModules`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyTextModules".
 */
export interface ReplyTextModules {
of: "textModules"
view: TextModulesView
}
/**
 * All that are offered.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TextModulesView".
 */
export interface TextModulesView {
/**
 * Longest code in characters.
 */
longestCode: number
/**
 * By their codes.
 */
modules: TextModuleRow[]
}
/**
 * Words under a short code.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TextModuleRow".
 */
export interface TextModuleRow {
/**
 * What is typed for it.
 */
code: string
/**
 * Which.
 */
module: TextModuleId
/**
 * The words.
 */
text: RichText
/**
 * How it begins, without its structure.
 */
words: string
}
/**
 * To [`Question::Substitutes`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplySubstitutes".
 */
export interface ReplySubstitutes {
of: "substitutes"
view: SubstitutesView
}
/**
 * Who may take a seat.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SubstitutesView".
 */
export interface SubstitutesView {
/**
 * Appointed ones in their order, then everybody else of the directory who has a status here.
 */
candidates: Candidate[]
/**
 * For whom somebody new may sit there.
 */
factions: FactionChoice[]
/**
 * As what somebody new may take the seat, the usual one first.
 */
statuses: StatusChoice[]
/**
 * "Vertretung für Herrn Dahlkamp", "Vertretung auf dem unbesetzten Sitz 9".
 */
title: string
/**
 * The tests when nobody takes the seat.
 */
without: Substitution[]
}
/**
 * Somebody who may take a seat.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Candidate".
 */
export interface Candidate {
/**
 * Appointed for this seat; others can be chosen, and are proposed by nobody.
 */
appointed: boolean
/**
 * "persönliche Vertretung", "Liste, Platz 2", "nicht als Vertretung benannt".
 */
basis: string
/**
 * "Siebenbrodt vertritt", the words of the button.
 */
button: string
/**
 * Appointed for this seat and not there: can be excused, too.
 */
canExcuse: boolean
/**
 * "KA · WU".
 */
detail: string
/**
 * Effect on both tests, in the words of the quorum line: "13 von 17", "8 KA > 5 SB".
 */
effect: Substitution[]
/**
 * Can take the seat now, as far as the record knows. Somebody excused can, if there after all.
 */
free: boolean
/**
 * Full name.
 */
fullName: string
/**
 * What speaks against it: "entschuldigt", "vertritt bereits Frau Ortner"; empty if nothing.
 */
hindrance: string
/**
 * Who.
 */
person: PersonId
/**
 * "im Raum", "noch nicht da".
 */
presence: string
}
/**
 * One test as it would be.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Substitution".
 */
export interface Substitution {
/**
 * Whether the test would hold.
 */
holds: boolean
/**
 * "13 von 17", "8 KA > 5 SB".
 */
numbers: string
}
/**
 * A faction to choose.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactionChoice".
 */
export interface FactionChoice {
/**
 * Which.
 */
organization: OrganizationId
/**
 * Short name.
 */
words: string
}
/**
 * A status to choose.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "StatusChoice".
 */
export interface StatusChoice {
/**
 * Which.
 */
status: Status
/**
 * "KA".
 */
words: string
}
/**
 * To [`Question::Ahead`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyAhead".
 */
export interface ReplyAhead {
of: "ahead"
view: AheadView
}
/**
 * What acts would change at a time of the session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "AheadView".
 */
export interface AheadView {
/**
 * One for each command.
 */
acts: ActAhead[]
/**
 * What lies between that time and now: "Dazwischen: Abstimmung zu TOP 4 (16:50)."; empty if
 * nothing does.
 */
between: string
/**
 * Times that are usual for a late entry.
 */
times: TimeChoice[]
}
/**
 * What one act would change.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ActAhead".
 */
export interface ActAhead {
/**
 * "Damit ändert sich, wer stimmberechtigt war: Abstimmung zu TOP 4 (16:50)."; empty if nowhere.
 */
bases: string
/**
 * Both tests would hold.
 */
quorate: boolean
/**
 * "danach 8 von 17, 4 KA = 4 SB: rechnerisch nicht beschlussfähig", "danach „Beschlussfähig“";
 * empty if no test and no legal state changes.
 */
quorum: string
/**
 * Why it would be refused at that time: a sentence; empty if it would be recorded.
 */
refused: string
}
/**
 * A time of the session as a choice.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "TimeChoice".
 */
export interface TimeChoice {
/**
 * "16:48".
 */
at: string
/**
 * "vor 5 Min.", "seit TOP 4".
 */
words: string
}
/**
 * To [`Question::Vote`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyVote".
 */
export interface ReplyVote {
of: "vote"
view: VotePreview
}
/**
 * What numbers would mean.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "VotePreview".
 */
export interface VotePreview {
/**
 * What would be announced.
 */
announced: Announced
/**
 * "13 stimmberechtigt anwesend, 11 abgegeben".
 */
countedWords: string
/**
 * Hints, whole sentences.
 */
hints: string[]
/**
 * Needs a note to be recorded.
 */
needsNote: boolean
/**
 * Votes not accounted for: entitled less all numbers; negative when there are too many.
 */
open: number
/**
 * "2 Stimmen offen", "1 Stimme zu viel", empty if it adds up.
 */
openWords: string
/**
 * So does the other announcement: the numbers do not give it.
 */
otherNeedsNote: boolean
/**
 * What remains for Ja, where it is derived and the other numbers are known.
 */
rest: (number | null)
/**
 * Tone of `open_words`.
 */
tone: Tone
/**
 * "mehrheitlich angenommen mit 8 Ja-Stimmen bei 4 Nein-Stimmen und 1 Enthaltung".
 */
words: string
}
/**
 * To [`Question::Entitled`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyEntitled".
 */
export interface ReplyEntitled {
of: "entitled"
view: EntitledView
}
/**
 * Who was entitled in a vote. It is asked for where the vote is corrected: with every vote of an
 * item, a view would grow with each.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "EntitledView".
 */
export interface EntitledView {
/**
 * Their factions.
 */
factions: FactionRow[]
/**
 * Who, as in [`super::VoteForm`].
 */
roll: [SeatId, PersonId, string][]
/**
 * What was said in a roll-call, by whoever sat on the seat then; in the order of the ballots.
 */
said: [SeatId, PersonId, string, Choice][]
}
/**
 * To [`Question::Round`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyRound".
 */
export interface ReplyRound {
of: "round"
view: RoundPreview
}
/**
 * What numbers of a round would mean.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "RoundPreview".
 */
export interface RoundPreview {
/**
 * "13 stimmberechtigt anwesend, 11 abgegeben".
 */
countedWords: string
/**
 * Somebody is elected.
 */
elected: boolean
/**
 * Hints, whole sentences.
 */
hints: string[]
/**
 * Needs a note to be recorded.
 */
needsNote: boolean
/**
 * Votes not accounted for: entitled less all numbers; negative when there are too many.
 */
open: number
/**
 * "2 Stimmen offen", "1 Stimme zu viel", empty if it adds up.
 */
openWords: string
/**
 * What remains for the only candidate, where that was asked.
 */
rest: (number | null)
/**
 * "Gewählt", "Engere Wahl".
 */
title: string
/**
 * Tone of `open_words`.
 */
tone: Tone
/**
 * The sentence of the minutes.
 */
words: string
}
/**
 * To [`Question::RunOff`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyRunOff".
 */
export interface ReplyRunOff {
of: "runOff"
view: RunOffPreview
}
/**
 * What it would mean if these persons ran off.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "RunOffPreview".
 */
export interface RunOffPreview {
/**
 * They do not run off already.
 */
changes: boolean
/**
 * Hints, whole sentences.
 */
hints: string[]
/**
 * "Engere Wahl zwischen Frau KA Alm und Herrn KA Birk."
 */
words: string
}
/**
 * To [`Question::ElectionForm`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyElectionForm".
 */
export interface ReplyElectionForm {
of: "electionForm"
view: ElectionFormView
}
/**
 * What an election is opened with.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ElectionFormView".
 */
export interface ElectionFormView {
/**
 * On an open election, a sentence; empty where the law says nothing.
 */
byHands: string
/**
 * Why the head of the administration may have no vote; empty where everybody always has.
 */
majorities: MajorityChoice[]
/**
 * Who can be proposed, or count: members who are there, the other members, everybody known.
 */
persons: Named[]
}
/**
 * To [`Question::Succession`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplySuccession".
 */
export interface ReplySuccession {
of: "succession"
view: SuccessionView
}
/**
 * Who can take the chair or the minutes.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SuccessionView".
 */
export interface SuccessionView {
/**
 * Those at the table: chair, deputies in the order of their seats, then the other members.
 */
chairs: Named[]
/**
 * Why they stand in this order, whole sentences.
 */
chairsWords: string
/**
 * Who can keep the minutes; those who are there first.
 */
clerks: Named[]
}
/**
 * To [`Question::Unfilled`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyUnfilled".
 */
export interface ReplyUnfilled {
of: "unfilled"
view: OpenPoint[]
}
/**
 * To [`Question::QuorumHistory`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyQuorumHistory".
 */
export interface ReplyQuorumHistory {
of: "quorumHistory"
view: QuorumHistory
}
/**
 * The history with what the page of the quorum offers beside it.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "QuorumHistory".
 */
export interface QuorumHistory {
/**
 * At the end of the lines: "12 anwesend", "nötig 9", "6 KA", "6 SB".
 */
ends: string[]
/**
 * Names of the lines: who is present, who is needed, both sides.
 */
lines: string[]
/**
 * Minutes from the opening to the end, or to now; at least one.
 */
minutes: number
/**
 * The item that can be put back, since the lack of quorum was found.
 */
putBack: (PutBack | null)
/**
 * Findings, votes and changes, the newest first.
 */
rows: HistoryRow[]
/**
 * What holds when it is called again in another session: a sentence; empty where nothing is put
 * back.
 */
secondCall: string
/**
 * Steps in their order; empty before the opening.
 */
steps: HistoryStep[]
/**
 * Marks on the axis of time.
 */
ticks: HistoryTick[]
/**
 * Highest number that is drawn.
 */
top: number
/**
 * The plot in one sentence.
 */
words: string
}
/**
 * An item that is put back.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PutBack".
 */
export interface PutBack {
/**
 * Which.
 */
item: AgendaItemId
/**
 * "TOP 7 zurückstellen".
 */
words: string
}
/**
 * What happened in a minute.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "HistoryRow".
 */
export interface HistoryRow {
/**
 * "6 KA = 6 SB" after it; empty where the law has no such test.
 */
composition: string
/**
 * The second test holds after it.
 */
compositionHolds: boolean
/**
 * What it tells.
 */
kind: HistoryKind
/**
 * Minutes after the opening.
 */
minute: number
/**
 * "12 von 17" after it.
 */
size: string
/**
 * The size test holds after it.
 */
sizeHolds: boolean
/**
 * "17:31".
 */
time: string
/**
 * "Herr KA Siebenbrodt geht".
 */
words: string
}
/**
 * Numbers from a minute on.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "HistoryStep".
 */
export interface HistoryStep {
/**
 * Both tests hold.
 */
holds: boolean
/**
 * Minutes after the opening.
 */
minute: number
/**
 * Who counts.
 */
present: number
/**
 * Least number by the share.
 */
required: number
/**
 * Both sides of the second test; none where the law has no such test.
 * 
 * @minItems 2
 * @maxItems 2
 */
sides: ([number, number] | null)
}
/**
 * A mark on the axis of time.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "HistoryTick".
 */
export interface HistoryTick {
/**
 * "16:45".
 */
label: string
/**
 * Minutes after the opening.
 */
minute: number
}
/**
 * To [`Question::Movers`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyMovers".
 */
export interface ReplyMovers {
of: "movers"
view: MoverChoice[]
}
/**
 * Who can make a motion.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "MoverChoice".
 */
export interface MoverChoice {
/**
 * "WU", empty if none.
 */
detail: string
/**
 * Who.
 */
mover: Mover
/**
 * "Wiesenthaler Union", "Frau KA Alm", "Verwaltung".
 */
name: string
}
/**
 * To [`Question::Put`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyPut".
 */
export interface ReplyPut {
of: "put"
view: PutView
}
/**
 * A matter beside the item as it is put to the vote.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PutView".
 */
export interface PutView {
/**
 * How the vote can be taken; none where none can.
 */
form: (VoteForm | null)
/**
 * "Anträge 1 bis 3 und 5", "Befangenheit von Herrn KA Alm".
 */
title: string
/**
 * What is put to the vote: one line per motion, or a sentence that can be changed.
 */
wording: RichText
}
/**
 * To [`Question::Series`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplySeries".
 */
export interface ReplySeries {
of: "series"
view: SeriesDraft
}
/**
 * A pasted list of motions.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SeriesDraft".
 */
export interface SeriesDraft {
/**
 * "20 Anträge übernehmen"; empty without a motion.
 */
button: string
/**
 * In their order.
 */
motions: DraftMotion[]
/**
 * What could not be read, whole sentences.
 */
problems: string[]
}
/**
 * A motion of a pasted list, as it would be made.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "DraftMotion".
 */
export interface DraftMotion {
/**
 * Number of its line, from 1.
 */
line: number
/**
 * Who made it.
 */
movers: Mover[]
/**
 * "WU, Frau KA Alm", empty if nobody is known.
 */
moversWords: string
/**
 * "Antrag 12".
 */
name: string
/**
 * As printed, empty if none.
 */
newAmount: string
/**
 * As printed, empty if none.
 */
oldAmount: string
/**
 * Where it applies.
 */
position: string
/**
 * What it wants decided, empty if nothing else.
 */
text: string
}
/**
 * To [`Question::VoteByFaction`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyVoteByFaction".
 */
export interface ReplyVoteByFaction {
of: "voteByFaction"
view: FactionsPreview
}
/**
 * What the votes of the factions would mean.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactionsPreview".
 */
export interface FactionsPreview {
/**
 * What it means.
 */
preview: VotePreview
/**
 * The factions as they were asked.
 */
rows: FactionSum[]
/**
 * Ja, Nein, Enthaltungen together.
 * 
 * @minItems 3
 * @maxItems 3
 */
sums: [number, number, number]
/**
 * To be recorded.
 */
tally: Tally
}
/**
 * The votes of a faction, added up.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FactionSum".
 */
export interface FactionSum {
/**
 * Which; none for those who belong to no faction.
 */
faction: (OrganizationId | null)
/**
 * Tone of `words`.
 */
tone: Tone
/**
 * "1 Stimme zu viel", empty if it adds up.
 */
words: string
/**
 * Ja.
 */
yes: number
}
/**
 * To [`Question::VoteRequest`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyVoteRequest".
 */
export interface ReplyVoteRequest {
of: "voteRequest"
view: RequestPreview
}
/**
 * What a request for a roll-call or a secret vote would give.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "RequestPreview".
 */
export interface RequestPreview {
/**
 * How the vote is to be taken then.
 */
granted: Method
/**
 * Why, whole sentences.
 */
reasons: string[]
/**
 * "Es ist geheim abzustimmen."
 */
words: string
}
/**
 * To [`Question::Wording`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyWording".
 */
export interface ReplyWording {
of: "wording"
view: WordingView
}
/**
 * To [`Question::Log`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyLog".
 */
export interface ReplyLog {
of: "log"
view: LogView
}
/**
 * The log.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "LogView".
 */
export interface LogView {
/**
 * The newest first.
 */
rows: LogRow[]
}
/**
 * To [`Question::Attachments`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyAttachments".
 */
export interface ReplyAttachments {
of: "attachments"
view: AttachmentsView
}
/**
 * The attachments in their order.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "AttachmentsView".
 */
export interface AttachmentsView {
/**
 * Files can come and go.
 */
canChange: boolean
/**
 * Which files can be given, or why none any more.
 */
note: string
/**
 * Those of both parts.
 */
rows: AttachmentRow[]
}
/**
 * A listed attachment.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "AttachmentRow".
 */
export interface AttachmentRow {
/**
 * Which.
 */
attachment: AttachmentId
/**
 * The file; none while there is only number and title.
 */
file: (FileOfAttachment | null)
/**
 * "Anlage 1".
 */
label: string
/**
 * "zu TOP 3", "zur Sitzung".
 */
of: string
/**
 * In which part it is listed.
 */
part: Part
/**
 * Title.
 */
title: string
}
/**
 * A file in the vault.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FileOfAttachment".
 */
export interface FileOfAttachment {
/**
 * "Vortrag.pdf".
 */
name: string
/**
 * "PDF, 2,4 MB".
 */
words: string
}
/**
 * To [`Question::Proceedings`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyProceedings".
 */
export interface ReplyProceedings {
of: "proceedings"
view: ProceedingsView
}
/**
 * What the sheets need that take something down.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ProceedingsView".
 */
export interface ProceedingsView {
/**
 * The last counts: "17:40: 12 gezählt, stimmt mit der Liste überein".
 */
checks: string[]
/**
 * The session is public: what is announced reaches somebody.
 */
public: boolean
/**
 * Those of them on a seat: who can be inaugurated.
 */
seated: PersonId[]
/**
 * Members and substitutes who were ever on a seat, as the list has it.
 */
sheet: number
/**
 * At the table with a vote, as the list has it.
 */
table: number
/**
 * Who is there, by name: members, substitutes, officials, guests.
 */
there: Named[]
/**
 * The day of the question, to read "24.11." by.
 */
today: string
}
/**
 * To [`Question::Documents`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyDocuments".
 */
export interface ReplyDocuments {
of: "documents"
view: DocumentsView
}
/**
 * The documents of a session.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "DocumentsView".
 */
export interface DocumentsView {
/**
 * Groups that have documents.
 */
groups: DocumentGroup[]
/**
 * What is only a draft yet, and why; empty where nothing is.
 */
note: string
}
/**
 * Documents that belong together.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "DocumentGroup".
 */
export interface DocumentGroup {
/**
 * "Vor der Sitzung", "Beschlussauszüge".
 */
name: string
/**
 * Its documents.
 */
rows: DocumentRow[]
}
/**
 * A document.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "DocumentRow".
 */
export interface DocumentRow {
/**
 * For whom, or what of it; empty where the name says it all.
 */
detail: string
/**
 * Name that is proposed for the file.
 */
fileName: string
/**
 * "Einladung mit Tagesordnung", "TOP 6: Digitaler Bauantrag".
 */
name: string
/**
 * It tells of the non-public part.
 */
nonPublic: boolean
/**
 * What is asked for; none while it cannot be had, and the detail says until when.
 */
request: (DocumentRequest | null)
}
/**
 * To [`Question::Signatures`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplySignatures".
 */
export interface ReplySignatures {
of: "signatures"
view: SignaturesView
}
/**
 * The signatures of one version.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SignaturesView".
 */
export interface SignaturesView {
/**
 * SHA-256 of the signed file in groups of four digits; empty while nobody has signed.
 */
checksum: string
/**
 * "Niederschrift, vollständig".
 */
document: string
/**
 * Field of the one whose turn it is; none when all have signed.
 */
next: (string | null)
/**
 * In the order of signing.
 */
steps: SignatureStep[]
/**
 * What the check says; none while nobody has signed.
 */
verdict: (SignatureVerdict | null)
}
/**
 * One of the signatures that the version gets.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SignatureStep".
 */
export interface SignatureStep {
/**
 * Name of its field.
 */
field: string
/**
 * It is there, and nothing stands against it.
 */
good: boolean
/**
 * "zu TOP 5 und 6"; empty where one person chaired all of the session, and for the clerk.
 */
items: string
/**
 * Who signs.
 */
name: string
/**
 * "Schriftführer", "Ausschussvorsitzende".
 */
role: string
/**
 * It is there.
 */
signed: boolean
/**
 * "20.11.2026, 10:02 Uhr, ausgestellt von ...", "jetzt", "danach".
 */
words: string
}
/**
 * What the check of the signed file says.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SignatureVerdict".
 */
export interface SignatureVerdict {
/**
 * Nothing stands against the file.
 */
good: boolean
/**
 * The whole report in lines.
 */
report: string[]
/**
 * "Unverändert seit der letzten Unterschrift", "Siegel gebrochen".
 */
title: string
/**
 * One sentence.
 */
words: string
}
/**
 * To [`Question::Place`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyPlace".
 */
export interface ReplyPlace {
of: "place"
view: Place
}
/**
 * To [`Question::Form`]; none if it was not begun.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyForm".
 */
export interface ReplyForm {
of: "form"
view: (Form | null)
}
/**
 * To [`Question::Entering`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyEntering".
 */
export interface ReplyEntering {
of: "entering"
view: EnteringView[]
}
/**
 * What was half entered at an item.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "EnteringView".
 */
export interface EnteringView {
/**
 * As it was left.
 */
entering: Entering
/**
 * At which.
 */
item: AgendaItemId
}
/**
 * To [`Question::Panel`]; none where nothing did, or it was recorded.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyPanel".
 */
export interface ReplyPanel {
of: "panel"
view: (HalfPanel | null)
}
/**
 * To [`Question::SetUp`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplySetUp".
 */
export interface ReplySetUp {
of: "setUp"
view: SetUpView
}
/**
 * What is there to set something up with.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SetUpView".
 */
export interface SetUpView {
/**
 * Committees.
 */
committees: CommitteeChoice[]
/**
 * Rule profiles: id, name, statuses that vote there with their German names.
 */
profiles: ProfileChoice[]
/**
 * Today: "2026-11-19".
 */
today: string
}
/**
 * A committee for which a session can be prepared.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "CommitteeChoice".
 */
export interface CommitteeChoice {
/**
 * What was promised in its last session.
 */
commitments: OpenCommitment[]
/**
 * "17 Sitze, 9 KA, 8 SB".
 */
detail: string
/**
 * Name.
 */
name: string
/**
 * Which.
 */
organization: OrganizationId
/**
 * Room of its last session, empty if none.
 */
room: string
/**
 * Planned time of its last session, "16:30" if none.
 */
time: string
}
/**
 * Something that was promised and that the next session may want to hear of.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "OpenCommitment".
 */
export interface OpenCommitment {
/**
 * The line that it becomes on the agenda.
 */
line: string
/**
 * "Sitzung am 12.11.2026, TOP 4: Zusage von der Verwaltung bis zur nächsten Sitzung".
 */
origin: string
/**
 * In which part: what was promised behind closed doors stays there.
 */
part: Part
/**
 * What was promised.
 */
words: string
}
/**
 * A rule profile.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ProfileChoice".
 */
export interface ProfileChoice {
/**
 * Its id.
 */
id: string
/**
 * "Nordrhein-Westfalen"; the choices of a Land stand together.
 */
land: string
/**
 * "Ausschuss eines Kreistags in Nordrhein-Westfalen".
 */
name: string
/**
 * Notice that it is a draft, empty otherwise.
 */
notice: string
/**
 * Statuses that a voting seat may have, with their German names.
 */
statuses: [Status, string][]
}
/**
 * To [`Question::People`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyPeople".
 */
export interface ReplyPeople {
of: "people"
view: PeopleDraft
}
/**
 * People as read.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PeopleDraft".
 */
export interface PeopleDraft {
/**
 * One per line that is not empty.
 */
people: DraftPerson[]
/**
 * "9 Mitglieder, 3 Vertretungen", with what was not understood.
 */
summary: string
}
/**
 * To [`Question::AgendaWith`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyAgendaWith".
 */
export interface ReplyAgendaWith {
of: "agendaWith"
view: string
}
/**
 * To [`Question::Agenda`].
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "ReplyAgenda".
 */
export interface ReplyAgenda {
of: "agenda"
view: AgendaDraft
}
/**
 * An agenda as read.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "AgendaDraft".
 */
export interface AgendaDraft {
/**
 * Items in their order.
 */
items: DraftItem[]
/**
 * "12 Punkte, davon 4 nichtöffentlich", with what was not understood.
 */
summary: string
}
/**
 * A version of the Niederschrift that is to be signed.
 * 
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "SignatureRequest".
 */
export interface SignatureRequest {
/**
 * Of which session.
 */
meeting: MeetingId
/**
 * Which parts.
 */
scope: Scope
}
