//! The invitation with the agenda, as it is sent before the session (DIN 5008, form B).

use super::facts::paragraph;
use super::head::{self, Issuer, Words};
use super::wording::{ChairWords, headings};
use super::{CHAIR_FIELD, agenda, names, section, wording};
use crate::document::{Address, AgendaPart, Block, Document, SignatureKind, Signer};
use crate::record::{Plan, PublicPlan, SecondCall};
use sitzungsbuch_core::time::german_date;
use std::collections::BTreeSet;

/// For the public: non-public items with their neutral names.
pub fn invitation_public(plan: &PublicPlan) -> Document {
    let name = headings::non_public_part(&plan.headings);
    compose(plan, agenda::neutral(name, &plan.non_public_agenda), plan.second_call.as_ref())
}

/// For the members: all items with their titles.
pub fn invitation(plan: &Plan) -> Document {
    let name = headings::non_public_part(&plan.public.headings);
    let part = agenda::part(name, &plan.non_public, &BTreeSet::new());
    let closed = part.is_some();
    let document = compose(&plan.public, part, plan.second_call.as_ref());
    let mark = closed.then(|| wording::NON_PUBLIC_MARK.to_owned());
    Document { mark, ..document }
}

fn compose(
    plan: &PublicPlan,
    non_public: Option<AgendaPart>,
    second_call: Option<&SecondCall>,
) -> Document {
    let PublicPlan { organization, number, start, chair, .. } = plan;
    let letter = wording::invitation_letter(organization, *number, chair.is_some());
    let mut blocks = vec![paragraph("", wording::SALUTATION), paragraph("", letter)];
    blocks.extend(second_call.map(|call| paragraph("", wording::second_call(call, organization))));
    blocks.push(Block::Lines { lines: head::planned(plan) });
    let name = headings::public_part(&plan.headings);
    let public = agenda::part(name, &plan.items, &BTreeSet::new());
    let parts: Vec<AgendaPart> = [public, non_public].into_iter().flatten().collect();
    if !parts.is_empty() {
        blocks.push(section(headings::agenda(&plan.headings)));
        blocks.push(Block::Agenda { parts });
    }
    blocks.push(paragraph("", wording::REGARDS));
    blocks.extend(chair.as_ref().map(|chair| {
        let signer = Signer {
            field: CHAIR_FIELD.to_owned(),
            name: names::full(&chair.person),
            role: ChairWords::of(chair, organization).role,
            items: String::new(),
            picture: None,
        };
        Block::Signatures { kind: SignatureKind::Copy, signers: vec![signer] }
    }));
    let title =
        format!("{} {}", wording::INVITATION, wording::to_the_session(*number, organization));
    let address = if plan.address.is_empty() { &plan.body.name } else { &plan.address };
    let day = german_date(start.date());
    let words = Words {
        headline: head::headline(&title, String::new(), ""),
        title: format!("{title} am {day}"),
        running: head::running(wording::INVITATION, &day, organization),
        footer: address.clone(),
        session: Vec::new(),
    };
    let issuer = Issuer::from(plan);
    let day = plan.invitation.unwrap_or(issuer.issue.at.date());
    let sender = if plan.address.is_empty() {
        plan.body.name.clone()
    } else {
        format!("{}, {}", plan.body.name, plan.address)
    };
    let lines = vec![wording::TO_THE_MEMBERS.to_owned(), organization.genitive.clone()];
    Document {
        letterhead: issuer.letterhead(day),
        address: Some(Address { sender, lines }),
        ..issuer.document(words, blocks)
    }
}
