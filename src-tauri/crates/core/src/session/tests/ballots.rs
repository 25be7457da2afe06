//! The words of the small language for motions, requests and what a vote is on.

use super::language::{person, vote};
use super::{enter, given, hints};
use crate::motion::{Motion, MotionKind, Mover, Procedure};
use crate::richtext::RichText;
use crate::rules::ReasonCode;
use crate::rules::majority::Count;
use crate::rules::profile::MajorityId;
use crate::session::Rejection;
use crate::session::command::{Command, Matter, Tally};
use crate::testing::Committee;
use crate::{MotionId, PersonId, VoteId};
use alloc::format;
use alloc::string::{String, ToString};

/// What stands between the item and the votes.
pub(super) struct Put<'a> {
    pub(super) matter: Matter,
    pub(super) majority: Option<MajorityId>,
    pub(super) repeats: Option<VoteId>,
    pub(super) tally: &'a [&'a str],
}

/// `motion A1`, `motions A1+A2`, `part 2`, `biased m3`, `procedure`, `by hauptsatzung`, `again a5`, then the votes.
pub(super) fn put<'a>(words: &'a [&'a str]) -> Put<'a> {
    let mut put = Put { matter: Matter::Item, majority: None, repeats: None, tally: words };
    loop {
        let rest = match put.tally {
            ["motion", key, rest @ ..] => {
                put.matter = Matter::Motion(motion(key));
                rest
            }
            ["motions", keys, rest @ ..] => {
                put.matter = Matter::Motions(keys.split('+').map(motion).collect());
                rest
            }
            ["part", label, rest @ ..] => {
                put.matter = Matter::Part(label.trim_matches('-').to_string());
                rest
            }
            ["biased", who, rest @ ..] => {
                put.matter = Matter::Recusal(person(who));
                rest
            }
            ["procedure", rest @ ..] => {
                put.matter = Matter::Procedure(Procedure::Defer);
                rest
            }
            ["by", id, rest @ ..] => {
                put.majority = Some(MajorityId(String::from(*id)));
                rest
            }
            ["again", act, rest @ ..] => {
                put.repeats = Some(vote(act));
                rest
            }
            _ => return put,
        };
        put.tally = rest;
    }
}

/// `file A1 3 amendment m3 faction-1`, `withdraw A1`, `request 3 secret 4 rollcall 1 of faction-1`.
pub(super) fn command(words: &[&str]) -> Command {
    match words {
        ["file", key, number, kind, movers @ ..] => Command::FileMotion {
            motion: Motion {
                id: motion(key),
                item: Committee::item(number),
                kind: match *kind {
                    "procedure" => MotionKind::Procedural(Procedure::Defer),
                    "amendment" => MotionKind::Amendment,
                    "supplement" => MotionKind::Supplement,
                    _ => MotionKind::Substantive,
                },
                movers: movers.iter().map(|word| mover(word)).collect(),
                name: String::from(*key),
                text: RichText::default(),
                position: String::new(),
                old_amount: String::new(),
                new_amount: String::new(),
            },
        },
        ["withdraw", key] => Command::WithdrawMotion { motion: motion(key) },
        ["request", number, rest @ ..] => {
            let after = |word: &str| {
                let at = rest.iter().position(|one| *one == word)?;
                rest.get(at + 1).copied()
            };
            let number_of = |word| after(word).map_or(0, |said| said.parse().expect("a number"));
            Command::RequestVoteMethod {
                item: Committee::item(number),
                rollcall: number_of("rollcall"),
                secret: number_of("secret"),
                faction: after("of").map(crate::OrganizationId::from_key),
            }
        }
        _ => panic!("no such act: {words:?}"),
    }
}

pub(super) fn motion(key: &str) -> MotionId {
    MotionId::from_key(key)
}

fn mover(word: &str) -> Mover {
    match word {
        "office" => Mover::Administration,
        faction if faction.starts_with("faction") => {
            Mover::Faction(crate::OrganizationId::from_key(faction))
        }
        who => Mover::Person(person(who)),
    }
}

/// `secret 9/8 4/3/1/0`: handed out and returned, then what stands on them; a last number is that of
/// the blank ones. Two members count.
pub(super) fn secret(ballots: &str, count: Count, blank: &[&str]) -> Tally {
    let (handed_out, returned) = ballots.split_once('/').expect("handed out/returned");
    let tellers: [PersonId; 2] = [person("m2"), person("m3")];
    Tally::Secret {
        handed_out: handed_out.parse().expect("a number"),
        returned: returned.parse().expect("a number"),
        count,
        blank: blank.first().map_or(0, |blank| blank.parse().expect("a number")),
        tellers: tellers.into(),
    }
}

/// Not one vote is a contradiction in every way to vote, unless the rest was not said.
#[test]
fn a_vote_that_nobody_cast_needs_a_note() {
    let here = ["16:32 open m1-m9", "16:40 call 3"];
    let nobody = ["16:32 open m1", "16:40 call 3", "16:50 leave m1"];
    let voted = Some((Rejection::NobodyVoted, ReasonCode::NobodyVoted));
    let entitled = Some((Rejection::NobodyEntitled, ReasonCode::NobodyEntitled));
    for (acts, tally, expected) in [
        (&here[..], "0/0/0", &voted),
        (&here, "said 0 0 0", &voted),
        (&here, "names", &voted),
        (&here, "secret 0/0 0/0/0/0", &voted),
        (&here, "said 0 0 -", &None),
        (&here, "0/0/9", &None),
        (&here, "secret 9/9 0/0/0/0 9", &None),
        (&nobody, "0/0/0", &entitled),
        (&nobody, "said 0 0 0", &entitled),
        (&nobody, "said 0 0 -", &entitled),
        (&nobody, "names", &entitled),
        (&nobody, "secret 0/0 0/0/0/0", &entitled),
        (&nobody, "all", &entitled),
    ] {
        let line = format!("17:00 vote 3 {tally} no");
        let result = enter(&mut given(acts), &line).map(drop);
        let Some((why, code)) = expected else {
            assert_eq!(result, Ok(()), "{line}");
            continue;
        };
        assert_eq!(result, Err(why.clone()), "{line}");
        let mut noted = given(acts);
        let codes = hints(&mut noted, &format!("{line} note so bekannt gegeben"));
        assert!(codes.contains(code), "{line}: {codes:?}");
    }
}
