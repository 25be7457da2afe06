//! `verify` on files by the profile, and on files that depart from it in one point each.

use crate::forge::{
    CATALOG, CHAIR, CLERK, LOCK, Plan, append, moment, sign, signed_twice, twin, unsigned,
};
use crate::identity::{Identity, Wish, ecdsa, ecdsa_key, issue, rsa};
use crate::{check, codes, report};
use cms::content_info::CmsVersion;
use cms::signed_data::{SignedData, SignerInfo, SignerInfos};
use der::asn1::{Any, ObjectIdentifier, OctetString, SetOfVec};
use sitzungsbuch_sign::verify::{
    Change, Code, Coverage, LaterChanges, Part, Trust, Unreadable, Verdict, verify,
};

fn foreign(part: Part) -> Code {
    Code::ForeignProfile { part }
}

fn forbidden(what: Change) -> Code {
    Code::ForbiddenChange { what }
}

/// The only code against the file that the clerk signed by this plan.
fn code_of(change: impl FnOnce(&mut Plan<'_>)) -> Vec<Code> {
    let clerk = ecdsa("Malte Siebrecht");
    let mut plan = Plan::new(CLERK, &clerk);
    change(&mut plan);
    codes(&sign(&unsigned(), &plan))
}

/// The codes against the file that the clerk signed by the profile and the chair by this plan.
fn code_of_second(change: impl FnOnce(&mut Plan<'_>)) -> Vec<Code> {
    let (clerk, chair) = (ecdsa("Malte Siebrecht"), ecdsa("Annegret Falkenroth"));
    let mut plan = Plan::later(CHAIR, &chair);
    change(&mut plan);
    codes(&sign(&sign(&unsigned(), &Plan::new(CLERK, &clerk)), &plan))
}

#[test]
fn two_signatures_by_the_profile_are_good() {
    let pdf = signed_twice(&rsa("Malte Siebrecht", 2048), &ecdsa("Annegret Falkenroth"));
    let report = report(&pdf);
    assert_eq!(report.findings, []);
    assert_eq!(report.verdict, Verdict::Good);
    assert_eq!(report.unsigned_fields, Vec::<String>::new());
    let [clerk, chair] = report.signatures.as_slice() else { panic!("two signatures") };
    assert!(clerk.intact && clerk.valid && chair.intact && chair.valid);
    assert_eq!((clerk.field.as_str(), chair.field.as_str()), ("schriftfuehrung", "vorsitz"));
    assert_eq!((clerk.covers, chair.covers), (Coverage::WholeRevision, Coverage::WholeFile));
    assert_eq!(clerk.later_changes, LaterChanges::Signatures);
    assert_eq!(chair.later_changes, LaterChanges::None);
    assert_eq!(clerk.trust, Trust::SelfSigned);
    let certificate = chair.certificate.as_ref().expect("a certificate");
    assert_eq!(certificate.subject_cn, "Annegret Falkenroth");
    assert!(!certificate.qualified);
    assert_eq!(chair.signed_at.map(|at| at.to_utc()), Some(moment()));
}

#[test]
fn one_signature_is_good_and_names_the_empty_field() {
    let report = report(&sign(&unsigned(), &Plan::new(CHAIR, &ecdsa("Annegret Falkenroth"))));
    assert_eq!(report.verdict, Verdict::Good);
    assert_eq!(report.unsigned_fields, ["schriftfuehrung"]);
}

#[test]
fn the_report_has_stable_names_in_json() {
    let pdf = sign(&unsigned(), &Plan::new(CLERK, &ecdsa("Malte Siebrecht")));
    let mut longer = pdf.clone();
    longer.extend_from_slice(b"\n");
    let json = serde_json::to_value(report(&longer)).expect("json");
    assert_eq!(json["verdict"], "finding");
    assert_eq!(json["findings"][0]["code"], "bytes_after_last_signature");
    assert_eq!(json["findings"][0]["bytes"], 1);
    assert_eq!(json["signatures"][0]["covers"], "whole_revision");
    assert_eq!(json["signatures"][0]["trust"], "self_signed");
    assert_eq!(json["signatures"][0]["certificate_valid"]["at_signing"], true);
    assert_eq!(json["signatures"][0]["signed_at"], "2026-11-20T11:00:00+01:00");
    let changed = serde_json::to_value(forbidden(Change::Object { number: 3 })).expect("json");
    let expected = r#"{"code":"forbidden_change","what":{"kind":"object","number":3}}"#;
    assert_eq!(changed, serde_json::from_str::<serde_json::Value>(expected).expect("json"));
}

#[test]
fn a_file_without_signature_is_a_finding_and_no_file_is_unreadable() {
    assert_eq!(codes(&unsigned()), [Code::NoSignature]);
    assert_eq!(check(b""), Err(Unreadable::Damaged));
    assert_eq!(check(b"%PDF-1.7\nnothing here"), Err(Unreadable::Damaged));
}

#[test]
fn a_chain_is_followed_and_every_certificate_has_to_be_proved() {
    let root = issue("Wurzel", ecdsa_key(), Wish { authority: true, ..Wish::default() });
    let wish = Wish { authority: true, issuer: Some(&root), ..Wish::default() };
    let middle = issue("Zwischenstelle", ecdsa_key(), wish);
    let wish = Wish { issuer: Some(&middle), ..Wish::default() };
    let leaf = issue("Malte Siebrecht", ecdsa_key(), wish);
    let stranger = ecdsa("Fremd");
    let signed = |chain: Vec<&Identity>, hashed: Vec<&Identity>| {
        let report = report(&sign(&unsigned(), &Plan { chain, hashed, ..Plan::new(CLERK, &leaf) }));
        let codes: Vec<Code> = report.findings.into_iter().map(|one| one.code).collect();
        (report.signatures[0].trust, codes)
    };
    let unproved = |subject: &str| Code::UnprovedCertificate { subject: subject.to_owned() };
    let unused = |subject: &str| Code::UnusedCertificate { subject: subject.to_owned() };
    assert_eq!(signed(vec![], vec![]), (Trust::UnknownIssuer, vec![]));
    let both = vec![unproved("Zwischenstelle"), unproved("Wurzel")];
    assert_eq!(signed(vec![&middle, &root], vec![]), (Trust::ChainComplete, both));
    let both = signed(vec![&middle, &root], vec![&middle, &root]);
    assert_eq!(both, (Trust::ChainComplete, vec![]));
    let last = (Trust::UnknownIssuer, vec![unproved("Zwischenstelle")]);
    assert_eq!(signed(vec![&middle], vec![]), last);
    assert_eq!(signed(vec![&middle], vec![&middle]), (Trust::UnknownIssuer, vec![]));
    let outside = (Trust::UnknownIssuer, vec![unused("Wurzel")]);
    assert_eq!(signed(vec![&root], vec![]), outside);
    let outside = (Trust::ChainComplete, vec![unused("Fremd")]);
    let named = vec![&middle, &root];
    assert_eq!(signed(vec![&middle, &root, &stranger], named), outside);
}

#[test]
fn certificates_that_cannot_carry_a_signature_are_named() {
    let with = |signer: &Identity| codes(&sign(&unsigned(), &Plan::new(CLERK, signer)));
    let old = issue("Alt", ecdsa_key(), Wish { days_ago: Some(9), ..Wish::default() });
    assert_eq!(with(&old), [Code::CertificateNotValidAtSigning]);
    let other = issue("Post", ecdsa_key(), Wish { not_for_signing: true, ..Wish::default() });
    assert_eq!(with(&other), [Code::NotForSigning]);
    assert_eq!(with(&rsa("Kurz", 1024)), [Code::WeakKey]);
    let clerk = ecdsa("Malte Siebrecht");
    let pdf = sign(&unsigned(), &Plan::new(CLERK, &clerk));
    let year_later = verify(&pdf, moment() + chrono::TimeDelta::days(365)).expect("readable");
    assert_eq!(year_later.verdict, Verdict::Good);
    assert!(!year_later.signatures[0].certificate_valid.now);
    let before = verify(&pdf, moment() - chrono::TimeDelta::minutes(6)).expect("readable");
    assert_eq!(before.findings[0].code, Code::SignedInFuture);
    assert_eq!(code_of(|plan| plan.signed_at = "20.11.2026"), [Code::NoSigningTime]);
}

/// Changes the one `SignerInfo`.
fn with_signer(data: &mut SignedData, change: impl Fn(&mut SignerInfo)) {
    let mut signers = data.signer_infos.0.clone().into_vec();
    change(&mut signers[0]);
    data.signer_infos = SignerInfos::try_from(signers).expect("a set");
}

#[test]
fn signed_data_is_held_to_the_profile() {
    let differs = [foreign(Part::SignedData)];
    assert_eq!(code_of(|plan| plan.signed_data = &|data| data.version = CmsVersion::V3), differs);
    let codes = code_of(|plan| {
        plan.signed_data = &|data| {
            let mut algorithms = data.digest_algorithms.clone().into_vec();
            algorithms[0].parameters = Some(Any::null());
            data.digest_algorithms = SetOfVec::try_from(algorithms).expect("a set");
        };
    });
    assert_eq!(codes, differs);
    let codes = code_of(|plan| {
        plan.signed_data = &|data| data.encap_content_info.econtent = Some(Any::null());
    });
    assert_eq!(codes, differs);
    let codes = code_of(|plan| plan.signed_data = &|data| data.certificates = None);
    assert_eq!(codes, [Code::NoSignerCertificate]);
}

#[test]
fn signer_info_is_held_to_the_profile() {
    let differs = [foreign(Part::SignerInfo)];
    let codes = code_of(|plan| {
        plan.signed_data = &|data| with_signer(data, |signer| signer.version = CmsVersion::V3);
    });
    assert_eq!(codes, differs);
    let codes = code_of(|plan| {
        plan.signed_data = &|data| {
            with_signer(data, |signer| signer.signature_algorithm.parameters = Some(Any::null()));
        };
    });
    assert_eq!(codes, differs);
    let codes = code_of(|plan| {
        plan.signed_data = &|data| {
            with_signer(data, |signer| signer.unsigned_attrs = signer.signed_attrs.clone());
        };
    });
    assert_eq!(codes, [foreign(Part::Attributes)]);
    let codes = code_of(|plan| {
        plan.attributes = &|attributes| {
            let mut time = attributes[0].clone();
            time.oid = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.5");
            attributes.push(time);
        };
    });
    assert_eq!(codes, [foreign(Part::Attributes)]);
    let codes = code_of(|plan| plan.attributes = &|attributes| drop(attributes.remove(2)));
    assert_eq!(codes, [foreign(Part::Attributes), Code::NoSignerCertificate]);
    let codes = code_of(|plan| {
        plan.signed_data = &|data| {
            with_signer(data, |signer| {
                let attributes = signer.signed_attrs.clone().expect("attributes");
                let kept = attributes.into_vec().split_off(1);
                signer.signed_attrs = Some(SetOfVec::try_from(kept).expect("a set"));
            });
        };
    });
    assert!(codes.contains(&Code::NotValid), "{codes:?}");
}

#[test]
fn the_twin_of_an_ecdsa_signature_is_no_second_spelling() {
    let clerk = ecdsa("Malte Siebrecht");
    let other = |data: &mut SignedData| {
        with_signer(data, |signer| {
            let twin = twin(signer.signature.as_bytes(), &clerk);
            signer.signature = OctetString::new(twin).expect("octets");
        });
    };
    let pdf = sign(&unsigned(), &Plan { signed_data: &other, ..Plan::new(CLERK, &clerk) });
    assert_eq!(codes(&pdf), [foreign(Part::SignerInfo)]);
    assert!(report(&pdf).signatures[0].valid);
}

/// Some readers rebuild the list of objects when they stumble, and would find others in a stream.
#[test]
fn a_table_that_another_reader_could_stumble_over_is_a_finding() {
    let of_second =
        |change: &'static dyn Fn(String) -> String| code_of_second(|plan| plan.text = change);
    let differs = [foreign(Part::FileStructure), forbidden(Change::Structure)];
    let changes: [&'static dyn Fn(String) -> String; 8] = [
        &|text| text.replace("\nxref\n", "\nxref"),
        &|text| text.replace("\nxref\n", "\nxref\n\n"),
        &|text| text.replace("/Root 1 0 R", "/Root 1 0 R%\n"),
        &|text| text.replace("/Size 22", "/Size +22"),
        &|text| text.replace("/Size 22", "/Size 22.0"),
        &|text| text.replace("/Prev ", "/Pre#76 "),
        &|text| text.replace("startxref\n", &format!("startxref{}", "\n".repeat(2000))),
        &|text| text.replace(" n \ntrailer", " n\r\ntrailer"),
    ];
    for (index, change) in changes.into_iter().enumerate() {
        let mut codes = of_second(change);
        codes.sort_by_key(|code| !matches!(code, Code::ForeignProfile { .. }));
        assert_eq!(codes, differs, "{index}");
    }
    let structure = [forbidden(Change::Structure)];
    // The head of an object, with a byte less so that no place moves.
    assert_eq!(of_second(&|text| text.replace("21 0 obj\n<<", "21 0 obj<< ")), structure);
    assert_eq!(
        of_second(&|text| text.replace("endstream\nendobj", "endstream\rendobj")),
        structure
    );
}

#[test]
fn the_signature_dictionary_is_held_to_the_profile() {
    type Change = &'static dyn Fn(String) -> String;
    let object = |change: Change| code_of(|plan| plan.object = change);
    assert_eq!(object(&|text| text), []);
    let differs = [foreign(Part::SignatureDictionary)];
    assert_eq!(object(&|text| text.replace("ETSI.CAdES.detached", "adbe.pkcs7.detached")), differs);
    assert_eq!(object(&|text| text.replace("/Filter/Adobe.", "/Filter/")), differs);
    assert_eq!(object(&|text| text.replace("/Location(", "/ContactInfo(")), differs);
    let differs = [foreign(Part::Permissions)];
    assert_eq!(object(&|text| text.replace("/P 2/V", "/P 3/V")), differs);
    assert_eq!(object(&|text| text.replace("DocMDP/", "FieldMDP/")), differs);
    assert_eq!(object(&|text| text.replace("/Perms<<", "/Berms<<")), differs);
    assert_eq!(code_of(|plan| plan.upper_case = true), [Code::WrongContents]);
    assert_eq!(code_of(|plan| plan.reserved = 8192), [Code::WrongContents]);
    let differs = [Code::WrongByteRange];
    let text = |change: Change| code_of(|plan| plan.text = change);
    assert_eq!(text(&|text| text.replace("%%EOF\n", "%%EOF\n ")), differs);
    assert_eq!(text(&|text| text.replace("%%EOF\n", "%%EOF")), differs);
    assert_eq!(
        text(&|text| text.replace("/ByteRange[ ", "/ByteRange[0")),
        [Code::NotIntact, Code::WrongByteRange]
    );
}

#[test]
fn between_two_signatures_only_signing_is_allowed() {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]/Annots[5 0 R 6 0 R]>>";
    let changed = code_of_second(|plan| plan.objects.push((3, page.to_owned())));
    assert_eq!(changed, [forbidden(Change::Object { number: 3 })]);
    let changed = code_of_second(|plan| plan.objects.push((7, "<<>>".to_owned())));
    assert_eq!(changed, [forbidden(Change::Object { number: 7 })]);
    let changed = code_of_second(|plan| plan.objects.push((30, "<</Loose true>>".to_owned())));
    assert_eq!(changed, [forbidden(Change::Object { number: 30 })]);
    let catalog = "<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R>>";
    let changed = code_of_second(|plan| plan.objects.push((CATALOG, catalog.to_owned())));
    assert_eq!(changed, [forbidden(Change::Object { number: CATALOG })]);
    let structure = [forbidden(Change::Structure)];
    assert_eq!(code_of_second(|plan| plan.stowaway = "%hidden\n"), structure);
    assert_eq!(code_of_second(|plan| plan.stowaway = "31 0 obj\n<<>>\nendobj\n"), structure);
    assert_eq!(code_of_second(|plan| plan.stowaway = " \n"), structure);
    let text =
        |change: &'static dyn Fn(String) -> String| code_of_second(|plan| plan.text = change);
    let trailer = [forbidden(Change::Trailer)];
    assert_eq!(text(&|text| text.replace("/Info 8 0 R", "/Info 3 0 R")), trailer);
    assert_eq!(text(&|text| text.replace("/ID[<AC>", "/ID[<AD>")), trailer);
    assert_eq!(text(&|text| text.replace("/Size 22", "/Size 21")), trailer);
    assert_eq!(text(&|text| text.replace("/Size 22", "/Size 99")), trailer);
    let extra = text(&|text| text.replace("/ID[<AC>", "/Extra 1/ID[<AC>"));
    assert!(extra.contains(&structure[0]), "{extra:?}");
    let moved = text(&|text| text.replace("/Rect[70 ", "/Rect[71 "));
    assert!(moved.contains(&forbidden(Change::Object { number: CHAIR })), "{moved:?}");
    let other = text(&|text| text.replace("/Subtype/Form", "/Subtype/From"));
    assert!(other.contains(&forbidden(Change::Object { number: 21 })), "{other:?}");
    let lock = text(&|text| text.replace("Params/Action/All", "Params/Action/Not"));
    assert_eq!(lock, [foreign(Part::Permissions)]);
}

#[test]
fn the_lock_of_a_field_comes_with_the_first_signature_and_stays() {
    let field = forbidden(Change::Object { number: CHAIR });
    let removed = code_of_second(|plan| plan.lock = "");
    assert!(removed.contains(&field) && removed.contains(&foreign(Part::Permissions)));
    let all = (30, "<</Type/SigFieldLock/Action/All>>".to_owned());
    let moved = code_of_second(|plan| (plan.lock, plan.objects) = ("/Lock 30 0 R", vec![all]));
    assert!(moved.contains(&field), "{moved:?}");
    let other = (LOCK, "<</Type/SigFieldLock/Action/All /Fields[]>>".to_owned());
    let rewritten = code_of_second(|plan| plan.objects.push(other));
    assert!(rewritten.contains(&forbidden(Change::Object { number: LOCK })), "{rewritten:?}");
}

#[test]
fn an_update_between_two_signatures_is_a_finding() {
    let (clerk, chair) = (ecdsa("Malte Siebrecht"), ecdsa("Annegret Falkenroth"));
    let first = sign(&unsigned(), &Plan::new(CLERK, &clerk));
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]/Annots[5 0 R 6 0 R]>>";
    let changed = append(&first, &[(3, page.to_owned())], "", Some(12));
    assert!(matches!(codes(&changed)[..], [Code::BytesAfterLastSignature { .. }]));
    let signed = report(&sign(&changed, &Plan::later(CHAIR, &chair)));
    assert_eq!(signed.signatures[0].later_changes, LaterChanges::Forbidden);
    assert_eq!(signed.findings.len(), 1);
    assert_eq!(signed.findings[0].code, forbidden(Change::Structure));
}

#[test]
fn a_locked_field_is_not_signed_any_more() {
    let (clerk, chair) = (ecdsa("Malte Siebrecht"), ecdsa("Annegret Falkenroth"));
    let plan = Plan {
        object: &|text| {
            let include = "FieldMDP/TransformParams<</Action/Include/Fields[(vorsitz)]/V/1.2>>";
            let Some(from) = text.find("DocMDP/TransformParams") else { return text };
            let end = from + text[from..].find(">>").expect("an end") + 2;
            text.replace(&text[from..end], include)
        },
        ..Plan::new(CLERK, &clerk)
    };
    let codes = codes(&sign(&sign(&unsigned(), &plan), &Plan::later(CHAIR, &chair)));
    assert_eq!(codes, [foreign(Part::Permissions), forbidden(Change::LockedField)]);
}

#[test]
fn a_file_of_others_is_reported_and_never_good() {
    let mut document = lopdf::Document::load_mem(&signed_twice(
        &ecdsa("Malte Siebrecht"),
        &ecdsa("Annegret Falkenroth"),
    ))
    .expect("readable");
    let mut compressed = Vec::new();
    document.save_modern(&mut compressed).expect("saved");
    let report = report(&compressed);
    assert_eq!(report.verdict, Verdict::Finding);
    let is_foreign = |code| code == foreign(Part::FileStructure);
    assert!(report.findings.into_iter().any(|finding| is_foreign(finding.code)));
    assert_eq!(report.signatures.len(), 2);
    assert!(report.signatures.iter().all(|one| !one.intact && one.valid));
}
