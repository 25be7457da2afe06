//! In which legal state a vote was taken, where the minutes have to say it (law.md V22).

use super::acts::Maker;
use serde::{Deserialize, Serialize};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::rules::profile::Fiction;
use sitzungsbuch_core::rules::quorum::{self, LegalState};
use sitzungsbuch_core::session::event::Event;
use sitzungsbuch_core::session::state::{QuorumFinding, Vote};

/// A legal state that leaves a word to be said: the body lacks its quorum by finding or by numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Standing {
    /// The chair had found the lack of the quorum.
    Lacking {
        /// When, if this part knows it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<Moment>,
        /// On another day than the vote.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        other_day: bool,
    },
    /// The numbers do not give it, and the law deems the body quorate.
    Deemed {
        /// Until when.
        fiction: Fiction,
        /// Paragraph.
        statute: String,
    },
    /// The numbers do not give it.
    Missed {},
}

impl Maker<'_, '_> {
    /// What is to be said of a vote, or a round, in one part. A finding behind closed doors holds when
    /// the session is public again; when it was made is not told there.
    pub(super) fn standing(&self, vote: &Vote, part: Part) -> Option<Standing> {
        let rule = &self.votes.profile.quorum;
        let (finding, computed) = (vote.finding.as_ref(), vote.known_basis().quorum.computed);
        match quorum::legal_state(rule.fiction, finding.map(|one| one.finding), computed) {
            LegalState::Lacking => {
                let known = finding.filter(|one| self.known_to(part, one));
                let since = known.map(|one| one.at);
                let other_day = since.is_some_and(|at| at.date() != vote.opened.date());
                Some(Standing::Lacking { since, other_day })
            }
            _ if computed => None,
            LegalState::Deemed => {
                let statute = rule.fiction_statute.clone();
                Some(Standing::Deemed { fiction: rule.fiction, statute })
            }
            LegalState::Confirmed | LegalState::Computed | LegalState::Open => {
                Some(Standing::Missed {})
            }
        }
    }

    fn known_to(&self, part: Part, finding: &QuorumFinding) -> bool {
        let made = |event: &Event| matches!(event, Event::LackOfQuorumDeclared { .. });
        let mut all = self.steps.iter().filter(|step| made(&step.entry.event));
        all.any(|step| step.part <= part && step.entry.occurred_at == finding.at)
    }
}
