//! What a window can ask about a session and what it can set up, and the answers.

use super::{
    AgendaDraft, AheadView, ArrangementView, AttachmentsView, ChairView, DocumentsView,
    ElectionFormView, EnteringView, EntitledView, FactionVotes, FactionsPreview, FactsView,
    ItemView, LogView, MeetingView, MoverChoice, OpenPoint, PeopleDraft, ProceedingsView, PutView,
    QuorumHistory, RequestPreview, RoundPreview, RunOffPreview, SeriesDraft, SetUpView,
    SignaturesView, Speaker, StartView, SubstitutesView, SuccessionView, TextModulesView,
    VotePreview, WordingView,
};
use crate::core::agenda_item::Part;
use crate::core::richtext::RichText;
use crate::core::rules::profile::MajorityId;
use crate::core::session::Command;
use crate::core::session::command::{Matter, Tally};
use crate::core::session::election::RoundTally;
use crate::core::{ActId, AgendaItemId, ElectionId, MeetingId, PersonId, SeatId, VoteId};
use crate::documents::Scope;
use crate::forms::{Form, FormKind, Place};
use crate::panel::HalfPanel;
use serde::{Deserialize, Serialize};

/// What a window can ask.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "of", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Question {
    /// The sessions and what comes next.
    Start {},
    /// A session as it stands.
    Meeting {
        /// Which.
        meeting: MeetingId,
    },
    /// What the chair sees of the session that the window shows.
    Chair {},
    /// An item that is looked at and need not be the current one.
    Item {
        /// Which session.
        meeting: MeetingId,
        /// Which item.
        item: AgendaItemId,
    },
    /// Where an item can go on the agenda, and what it can be dealt with together.
    Arrangement {
        /// Which session.
        meeting: MeetingId,
        /// Which item.
        item: AgendaItemId,
    },
    /// The text of an item; empty if nothing was written yet.
    Text {
        /// Which session.
        meeting: MeetingId,
        /// Which item.
        item: AgendaItemId,
    },
    /// What of the record can stand as a slot in the text of an item, in words.
    Facts {
        /// Which session.
        meeting: MeetingId,
        /// Which item.
        item: AgendaItemId,
    },
    /// How everybody of a session is called in a sentence.
    Speakers {
        /// Of which session.
        meeting: MeetingId,
    },
    /// The text modules.
    TextModules {},
    /// Who may take a seat, each with the effect on the quorum.
    Substitutes {
        /// Which session.
        meeting: MeetingId,
        /// Which seat.
        seat: SeatId,
    },
    /// What acts would change if they were recorded, and which times are usual.
    Ahead {
        /// Which session.
        meeting: MeetingId,
        /// When, as in [`crate::order::Order::Act`].
        at: Option<String>,
        /// The acts, each by itself.
        commands: Vec<Command>,
    },
    /// What numbers would mean, with every key typed.
    Vote {
        /// Which session.
        meeting: MeetingId,
        /// On which item.
        item: AgendaItemId,
        /// On what.
        matter: Matter,
        /// The majority that the law asks for; none for more Yes than No.
        majority: Option<MajorityId>,
        /// The vote whose place it would take.
        repeats: Option<VoteId>,
        /// The numbers so far.
        tally: Tally,
        /// The act of the vote that would be corrected: its numbers count, not who is there now.
        corrects: Option<ActId>,
    },
    /// Who was entitled in a vote, for its correction.
    Entitled {
        /// In which session.
        meeting: MeetingId,
        /// In which vote.
        vote: VoteId,
    },
    /// What numbers of a round would mean, with every key typed.
    Round {
        /// Which session.
        meeting: MeetingId,
        /// Of which election.
        election: ElectionId,
        /// The numbers so far.
        tally: RoundTally,
        /// The votes for the only candidate are what remains, whatever was sent for them.
        rest: bool,
        /// The act of the round that would be corrected.
        corrects: Option<ActId>,
    },
    /// What it would mean if these persons took part in the run-off that is due.
    RunOff {
        /// Which session.
        meeting: MeetingId,
        /// Of which election.
        election: ElectionId,
        /// Who.
        persons: Vec<PersonId>,
    },
    /// Who can be proposed for an election.
    ElectionForm {
        /// Which session.
        meeting: MeetingId,
    },
    /// Who can take the chair or the minutes.
    Succession {
        /// Which session.
        meeting: MeetingId,
    },
    /// Texts with places to fill in that are still open, before the session is closed.
    Unfilled {
        /// Which session.
        meeting: MeetingId,
    },
    /// The quorum over the session.
    QuorumHistory {
        /// Which session.
        meeting: MeetingId,
    },
    /// Who can make a motion: factions, persons at the table, the administration.
    Movers {
        /// In which session.
        meeting: MeetingId,
    },
    /// What is said when a matter beside the item is put to the vote.
    Put {
        /// Which session.
        meeting: MeetingId,
        /// Under which item.
        item: AgendaItemId,
        /// On what: several motions at once, somebody's bias, the order of business.
        matter: Matter,
    },
    /// Reads a pasted list of motions on an item, one per line.
    Series {
        /// Which session.
        meeting: MeetingId,
        /// On which item.
        item: AgendaItemId,
        /// The lines.
        text: String,
    },
    /// What the votes of the factions would mean, with every key typed.
    VoteByFaction {
        /// Which session.
        meeting: MeetingId,
        /// On which item.
        item: AgendaItemId,
        /// On what.
        matter: Matter,
        /// The majority that the law asks for; none for more Yes than No.
        majority: Option<MajorityId>,
        /// The vote whose place it would take.
        repeats: Option<VoteId>,
        /// The votes so far.
        rows: Vec<FactionVotes>,
        /// The act of the vote that would be corrected.
        corrects: Option<ActId>,
    },
    /// What a request for a roll-call or a secret vote would give.
    VoteRequest {
        /// Which session.
        meeting: MeetingId,
        /// On which item.
        item: AgendaItemId,
        /// Members who ask for a roll-call.
        rollcall: u16,
        /// Members who ask for a secret vote.
        secret: u16,
    },
    /// Whether words for a result fit the vote, with every key typed.
    Wording {
        /// Which session.
        meeting: MeetingId,
        /// Which vote.
        vote: VoteId,
        /// The words so far; empty for the derived ones.
        words: String,
    },
    /// All acts of a session, the newest first.
    Log {
        /// Which session.
        meeting: MeetingId,
    },
    /// The attachments that are listed, and their files.
    Attachments {
        /// Of which session.
        meeting: MeetingId,
    },
    /// What can be taken down beside votes, and about whom.
    Proceedings {
        /// In which session.
        meeting: MeetingId,
    },
    /// The documents that the session gives now.
    Documents {
        /// Which session.
        meeting: MeetingId,
    },
    /// The signatures of a version of the Niederschrift.
    Signatures {
        /// Of which session.
        meeting: MeetingId,
        /// Which parts.
        scope: Scope,
    },
    /// Where the window was, or the session that is open.
    Place {},
    /// A form as it was left.
    Form {
        /// Which.
        form: FormKind,
    },
    /// What was half entered in a session.
    Entering {
        /// In which session.
        meeting: MeetingId,
    },
    /// What stood over a session half filled in.
    Panel {
        /// Over which session.
        meeting: MeetingId,
    },
    /// What is there to set something up with: committees, rule profiles.
    SetUp {},
    /// Reads pasted names, one per line.
    People {
        /// The lines.
        text: String,
    },
    /// A pasted agenda with one more line at the end of a part.
    AgendaWith {
        /// The lines.
        text: String,
        /// The one more.
        line: String,
        /// Where it goes.
        part: Part,
    },
    /// Reads a pasted agenda, one item per line.
    Agenda {
        /// The lines.
        text: String,
    },
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "of", content = "view", rename_all = "camelCase")]
pub enum Reply {
    /// To [`Question::Start`].
    Start(StartView),
    /// To [`Question::Meeting`].
    Meeting(Box<MeetingView>),
    /// To [`Question::Chair`]; none while no session is shown.
    Chair(Option<Box<ChairView>>),
    /// To [`Question::Item`].
    Item(Box<ItemView>),
    /// To [`Question::Arrangement`].
    Arrangement(ArrangementView),
    /// To [`Question::Text`].
    Text(RichText),
    /// To [`Question::Facts`].
    Facts(FactsView),
    /// To [`Question::Speakers`].
    Speakers(Vec<Speaker>),
    /// To [`Question::TextModules`].
    TextModules(TextModulesView),
    /// To [`Question::Substitutes`].
    Substitutes(SubstitutesView),
    /// To [`Question::Ahead`].
    Ahead(AheadView),
    /// To [`Question::Vote`].
    Vote(VotePreview),
    /// To [`Question::Entitled`].
    Entitled(EntitledView),
    /// To [`Question::Round`].
    Round(RoundPreview),
    /// To [`Question::RunOff`].
    RunOff(RunOffPreview),
    /// To [`Question::ElectionForm`].
    ElectionForm(ElectionFormView),
    /// To [`Question::Succession`].
    Succession(SuccessionView),
    /// To [`Question::Unfilled`].
    Unfilled(Vec<OpenPoint>),
    /// To [`Question::QuorumHistory`].
    QuorumHistory(QuorumHistory),
    /// To [`Question::Movers`].
    Movers(Vec<MoverChoice>),
    /// To [`Question::Put`].
    Put(PutView),
    /// To [`Question::Series`].
    Series(SeriesDraft),
    /// To [`Question::VoteByFaction`].
    VoteByFaction(FactionsPreview),
    /// To [`Question::VoteRequest`].
    VoteRequest(RequestPreview),
    /// To [`Question::Wording`].
    Wording(WordingView),
    /// To [`Question::Log`].
    Log(LogView),
    /// To [`Question::Attachments`].
    Attachments(AttachmentsView),
    /// To [`Question::Proceedings`].
    Proceedings(ProceedingsView),
    /// To [`Question::Documents`].
    Documents(DocumentsView),
    /// To [`Question::Signatures`].
    Signatures(SignaturesView),
    /// To [`Question::Place`].
    Place(Place),
    /// To [`Question::Form`]; none if it was not begun.
    Form(Option<Form>),
    /// To [`Question::Entering`].
    Entering(Vec<EnteringView>),
    /// To [`Question::Panel`]; none where nothing did, or it was recorded.
    Panel(Option<HalfPanel>),
    /// To [`Question::SetUp`].
    SetUp(SetUpView),
    /// To [`Question::People`].
    People(PeopleDraft),
    /// To [`Question::AgendaWith`].
    AgendaWith(String),
    /// To [`Question::Agenda`].
    Agenda(AgendaDraft),
}
