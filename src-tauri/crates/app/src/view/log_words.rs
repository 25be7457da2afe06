//! What an act did, as one short German line with names.

use super::source::Source;
use super::words::{self, bound, lower, number};
use super::{matters, proceedings, results};
use crate::core::agenda_item::{Outcome, Part};
use crate::core::rules::attendance::AbsenceCause;
use crate::core::rules::attendance::RecusalBasis;
use crate::core::rules::majority::VoteOutcome;
use crate::core::session::command::{Capacity, Matter, Mode};
use crate::core::session::{Entry, Event};
use crate::core::{ActId, AgendaItemId, ElectionId, Moment, OrganizationId, PersonId, VoteId};

/// The event that the line is about, and its words.
pub(super) fn of(source: &Source, act: ActId, entries: &[&Entry]) -> String {
    // What an act brings along, or does to the record, is not what it is about.
    let beside = |event: &Event| {
        matches!(
            event,
            Event::ActWithdrawn { .. }
                | Event::TextFixed { .. }
                | Event::BasisChanged { .. }
                | Event::SubstitutionEnded { .. }
                | Event::VoteOpened { .. }
        )
    };
    let told = |entry: &&&Entry| !beside(&entry.event);
    // Whoever is sent out of the room is told by the measure of order.
    let taken_down = |entry: &&&Entry| matches!(entry.event, Event::ProceedingRecorded { .. });
    // An excuse that comes with a substitution is told by the substitution.
    let about = entries.iter().find(taken_down).or_else(|| entries.iter().rfind(told));
    let about = about.or(entries.first());
    about.map_or_else(String::new, |entry| line(source, act, entry))
}

fn line(source: &Source, act: ActId, entry: &Entry) -> String {
    match &entry.event {
        Event::MeetingPrepared { .. } => "Sitzung vorbereitet".to_owned(),
        Event::InvitationConfirmed {} => "Ordnungsgemäße Ladung festgestellt".to_owned(),
        Event::MeetingOpened { .. } => "Sitzung eröffnet".to_owned(),
        Event::MeetingClosed {} => "Sitzung geschlossen".to_owned(),
        Event::QuorumEstablished { .. } => "Beschlussfähigkeit festgestellt".to_owned(),
        Event::LackOfQuorumDeclared { .. } => "Beschlussunfähigkeit festgestellt".to_owned(),
        Event::MeetingInterrupted {} => "Sitzung unterbrochen".to_owned(),
        Event::MeetingAdjourned { to } => proceedings::adjourned(*to),
        Event::PresenceChecked { source: counting, counted } => {
            proceedings::count_line(source, act, *counting, *counted)
        }
        Event::ProceedingRecorded { item, proceeding, .. } => {
            proceedings::line(source, *item, proceeding)
        }
        Event::MeetingResumed { missing } => resumed(source, missing),
        Event::ItemCalled { .. }
        | Event::ItemClosed { .. }
        | Event::ItemAdded { .. }
        | Event::ItemMoved { .. }
        | Event::ItemsJoined { .. }
        | Event::OutcomeRecorded { .. }
        | Event::AttachmentListed { .. }
        | Event::TextFixed { .. } => business(source, &entry.event),
        Event::VoteOpened { .. }
        | Event::VoteClosed { .. }
        | Event::BasisChanged { .. }
        | Event::BasisConfirmed { .. }
        | Event::ResultWorded { .. }
        | Event::MotionFiled { .. }
        | Event::MotionWithdrawn { .. }
        | Event::VoteMethodRequested { .. } => vote(source, act, &entry.event),
        Event::ElectionOpened { .. }
        | Event::RoundClosed { .. }
        | Event::CandidacyWithdrawn { .. }
        | Event::RunoffSettled { .. }
        | Event::LotDrawn { .. }
        | Event::ElectionAnswered { .. } => election(source, &entry.event),
        _ => person(source, entry),
    }
}

/// "Sitzung fortgesetzt, Herr KA Birk nicht zurück".
fn resumed(source: &Source, missing: &[PersonId]) -> String {
    match missing {
        [] => "Sitzung fortgesetzt".to_owned(),
        [one] => format!("Sitzung fortgesetzt, {} nicht zurück", source.names.nominative(*one)),
        more => {
            let persons = number(more.len(), "Person", "Personen");
            format!("Sitzung fortgesetzt, {persons} nicht zurück")
        }
    }
}

fn person(source: &Source, entry: &Entry) -> String {
    let names = &source.names;
    let who = |person: PersonId| names.nominative(person);
    match &entry.event {
        Event::MemberExcused { person } => format!("{} entschuldigt", who(*person)),
        Event::SubstituteSeated { seated, represents: Some(member), .. } => {
            format!("{} vertritt {}", who(seated.person), names.oblique(*member))
        }
        Event::SubstituteSeated { seated, .. } => {
            let number = source.seat_number(seated.seat);
            format!("{} auf dem unbesetzten Sitz {number}", who(seated.person))
        }
        Event::MemberArrived { seated, mode } => {
            comes(source, seated.person, *mode, entry.occurred_at)
        }
        Event::MemberDeparted(seated) => format!("{} geht", who(seated.person)),
        Event::AttendeeArrived { person, capacity, mode, item } => {
            let what = match capacity {
                Capacity::Official => "Verwaltung",
                Capacity::Guest => "Gast",
            };
            let to = item.map(|item| format!(", zu {}", source.top(item))).unwrap_or_default();
            format!("{} ({what}{to})", comes(source, *person, *mode, entry.occurred_at))
        }
        Event::AttendeeDeparted { person, .. } => format!("{} geht", who(*person)),
        Event::AbsenceBegan { person, cause } => match cause {
            AbsenceCause::Outage => format!("{}: Verbindung unterbrochen", who(*person)),
            AbsenceCause::PublicArea => format!("{} nimmt im Zuhörerbereich Platz", who(*person)),
            AbsenceCause::Item(item) => format!("{} nicht bei {}", who(*person), source.top(*item)),
        },
        Event::AbsenceEnded { person, cause: AbsenceCause::Outage } => {
            format!("{} wieder zugeschaltet", who(*person))
        }
        Event::ChairChanged { chair } => format!("{} übernimmt den Vorsitz", who(*chair)),
        Event::ClerkChanged { clerk } => format!("{} übernimmt die Schriftführung", who(*clerk)),
        Event::RecusalDeclared { person, item, by, .. } => {
            let found = match by {
                RecusalBasis::Declared => "",
                RecusalBasis::Decided => ", durch Beschluss",
            };
            format!("{} befangen zu {}{found}", who(*person), source.top(*item))
        }
        Event::RecusalEnded { person, item, absent: true } => {
            format!("{} nicht mehr befangen zu {}", who(*person), source.top(*item))
        }
        Event::AbsenceEnded { person, .. } | Event::RecusalEnded { person, .. } => {
            format!("{} wieder am Tisch", who(*person))
        }
        Event::PartChanged { part, left } => {
            let what = match part {
                Part::NonPublic => "Nichtöffentlichkeit hergestellt",
                Part::Public => "Öffentlichkeit wiederhergestellt",
            };
            match left.len() {
                0 => what.to_owned(),
                1 => format!("{what}, {} geht", number(1, "Person", "Personen")),
                more => format!("{what}, {} gehen", number(more, "Person", "Personen")),
            }
        }
        _ => String::new(),
    }
}

/// "Herr SB Dornbusch kommt", "Herr KA Pönsgen wieder da", "Frau KA Alm zugeschaltet".
fn comes(source: &Source, person: PersonId, mode: Mode, at: Moment) -> String {
    let mut presence = source.now.attendance.get(&person).into_iter().flatten();
    // Who left before is back. An entry that was corrected to an earlier time was the first one, too.
    let back = presence.any(|one| one.to.is_some_and(|left| left <= at));
    let how = match (mode, back) {
        (Mode::Room, false) => "kommt",
        (Mode::Room, true) => "wieder da",
        (Mode::Remote, false) => "zugeschaltet",
        (Mode::Remote, true) => "wieder zugeschaltet",
    };
    format!("{} {how}", source.names.nominative(person))
}

fn business(source: &Source, event: &Event) -> String {
    match event {
        Event::ItemCalled { item } => format!("{} aufgerufen", source.top(*item)),
        Event::ItemClosed { item, settles } => {
            let with = match settles.len() {
                0 => String::new(),
                count => format!(" mit {}", number(count, "Unterpunkt", "Unterpunkten")),
            };
            format!("{}{with} geschlossen", source.top(*item))
        }
        Event::ItemAdded { item, .. } => format!("TOP {} aufgenommen", item.number.trim()),
        Event::ItemMoved { item, after: Some(after), .. } => {
            format!("{} hinter {} gestellt", source.top(*item), source.top(*after))
        }
        Event::ItemMoved { item, part, .. } => first_place(source, *item, *part),
        Event::ItemsJoined { items } => {
            let tops: Vec<String> = items.iter().map(|item| source.top(*item)).collect();
            format!("{} gemeinsam beraten", words::and(&tops))
        }
        Event::OutcomeRecorded { item, outcome, to, .. } => {
            let title = words::outcome_title(*outcome, &matters::addressee(source, *to));
            // A recommendation is a noun.
            let what = if *outcome == Outcome::Recommended { title } else { lower(&title) };
            format!("{}: {what}", source.top(*item))
        }
        Event::AttachmentListed { attachment } => match attachment.item {
            Some(item) => format!("{} zu {}", attachment.label.trim(), source.top(item)),
            None => format!("{} verzeichnet", attachment.label.trim()),
        },
        Event::TextFixed { item, .. } => format!("Text zu {}", source.top(*item)),
        _ => String::new(),
    }
}

/// "TOP 6 an den Anfang des öffentlichen Teils gestellt".
fn first_place(source: &Source, item: AgendaItemId, part: Part) -> String {
    let parent = source.now.item(item).and_then(|one| one.item.parent);
    let of = match (parent, part) {
        (Some(parent), _) => format!("von {}", source.top(parent)),
        (None, Part::Public) => "des öffentlichen Teils".to_owned(),
        (None, Part::NonPublic) => "des nichtöffentlichen Teils".to_owned(),
    };
    format!("{} an den Anfang {of} gestellt", source.top(item))
}

fn vote(source: &Source, act: ActId, event: &Event) -> String {
    match event {
        Event::VoteOpened { item, .. } => format!("Abstimmung zu {}", source.top(*item)),
        Event::VoteClosed { vote, announced, result, repeats, .. } => {
            let words = match result.outcome {
                VoteOutcome::Inconsistent => lower(results::announced(*announced)),
                _ => bound(&result.wording),
            };
            let again = if repeats.is_some() { ", Wiederholung" } else { "" };
            match subject(source, *vote, act) {
                Some(subject) => format!("{subject}{again}: {words}"),
                None => words,
            }
        }
        Event::BasisChanged { vote, .. } => about_vote(source, *vote, act, "geändert"),
        Event::BasisConfirmed { vote, .. } => about_vote(source, *vote, act, "bestätigt"),
        Event::ResultWorded { vote, words } => worded(source, *vote, act, words.as_deref()),
        Event::MotionFiled { motion } => {
            format!("{}: {}", source.top(motion.item), matters::motion(source, motion))
        }
        Event::MotionWithdrawn { motion } => match matters::known_motion(source, *motion) {
            Some((item, words)) => format!("{}: {words} zurückgezogen", source.top(item)),
            None => "Antrag zurückgezogen".to_owned(),
        },
        Event::VoteMethodRequested { item, rollcall, secret, faction, granted } => {
            let asked = asked(source, *rollcall, *secret, *faction);
            let enough = |number: u16, required: u16| number == 0 || number >= required;
            let reached = enough(*rollcall, granted.rollcall_required)
                && granted.secret_required.is_none_or(|required| enough(*secret, required));
            let then = if reached { "" } else { ", zu wenige" };
            format!("{}: {asked}{then}", source.top(*item))
        }
        _ => String::new(),
    }
}

/// "TOP 5: Ergebnis im Wortlaut „mit großer Mehrheit angenommen“".
fn worded(source: &Source, vote: VoteId, act: ActId, words: Option<&str>) -> String {
    let what = match words {
        Some(words) => format!("Ergebnis im Wortlaut „{words}“"),
        None => "Ergebnis wieder im ermittelten Wortlaut".to_owned(),
    };
    subject(source, vote, act).map_or_else(|| what.clone(), |of| format!("{of}: {what}"))
}

/// "geheime Abstimmung beantragt von 4 Mitgliedern".
fn asked(source: &Source, rollcall: u16, secret: u16, faction: Option<OrganizationId>) -> String {
    let one = |what: &str, count: u16| {
        (count > 0).then(|| {
            format!("{what} Abstimmung beantragt von {}", matters::members(source, count, faction))
        })
    };
    let asked = [one("geheime", secret), one("namentliche", rollcall)];
    words::and(&asked.into_iter().flatten().collect::<Vec<_>>())
}

/// "TOP 5", "TOP 5, Änderungsantrag der Heimatliste".
fn subject(source: &Source, vote: VoteId, act: ActId) -> Option<String> {
    let (item, matter) = matters::voted_on(source, vote, act)?;
    let on = matters::matter(source, &matter, vote);
    let top = source.top(item);
    Some(if on.is_empty() { top } else { format!("{top}, {on}") })
}

fn about_vote(source: &Source, vote: VoteId, act: ActId, what: &str) -> String {
    let to = subject(source, vote, act).map(|subject| format!(" zu {subject}"));
    let of_it = match matters::voted_on(source, vote, act) {
        Some((_, Matter::Round(_))) => "des Wahlgangs",
        _ => "der Abstimmung",
    };
    format!("Stimmberechtigte {of_it}{} {what}", to.unwrap_or_default())
}

fn election(source: &Source, event: &Event) -> String {
    let named = |id: ElectionId| matters::known_election(source, id);
    let of_post = |known: Option<(AgendaItemId, String)>, what: String| match known {
        Some((item, post)) => format!("{}, Wahl ({post}): {what}", source.top(item)),
        None => what,
    };
    match event {
        Event::ElectionOpened { item, post, .. } => {
            format!("{}, Wahl eröffnet: {}", source.top(*item), post.trim())
        }
        Event::RoundClosed { vote, election, result, .. } => {
            let gave = matters::elected(source, result);
            let round = matters::round(source, *election, *vote);
            match named(*election) {
                Some((item, _)) => format!("{}, {round}: {gave}", source.top(item)),
                None => gave,
            }
        }
        Event::CandidacyWithdrawn { election, person } => {
            of_post(named(*election), matters::withdrew(source, *person))
        }
        Event::RunoffSettled { election, persons } => {
            let runs_off = matters::runs_off(source, persons);
            of_post(named(*election), format!("{runs_off} festgestellt"))
        }
        Event::LotDrawn { election, winner } => {
            let falls = format!("das Los fällt auf {}", source.names.oblique(*winner));
            of_post(named(*election), falls)
        }
        Event::ElectionAnswered { election, person, answer } => {
            of_post(named(*election), matters::answered(source, *person, *answer))
        }
        _ => String::new(),
    }
}
