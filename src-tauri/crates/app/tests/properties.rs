//! Random sessions through the engine and a real vault: what is live, what a restart reads, and the
//! list of sessions are one and the same, and what was refused left no trace.
#![cfg(test)]

use proptest::collection::vec;
use proptest::prelude::*;
use sitzungsbuch_app::core::session::Command;
use sitzungsbuch_app::core::testing::Committee;
use sitzungsbuch_app::core::testing::generate::{ROLLS, step};
use sitzungsbuch_app::core::{ActId, Moment};
use sitzungsbuch_app::{
    ApiError, Caller, Engine, ErrorCode, MasterRequest, MeetingRequest, Outcome, Passphrase,
    Request, Vault,
};
use sitzungsbuch_store::KdfCost;
use std::path::Path;

fn open(folder: &Path) -> Engine {
    let passphrase = Passphrase::new("Probe".to_owned()).unwrap();
    let vault = if folder.exists() {
        Vault::open(folder, &passphrase)
    } else {
        Vault::create_with(folder, &passphrase, KdfCost::Minimal)
    };
    Engine::new(vault.unwrap()).unwrap()
}

fn execute(
    engine: &mut Engine,
    number: usize,
    at: Moment,
    command: Command,
) -> Result<Outcome, ApiError> {
    let act = ActId::from_key(&format!("akt-{number}"));
    let meeting = Committee::meeting();
    let request = MeetingRequest { act, meeting, based_on: None, at, command };
    engine.execute(&Request::Meeting(Box::new(request)), &caller())
}

fn caller() -> Caller<'static> {
    let now = Moment::parse("2100-01-01T12:00+01:00").unwrap().timestamp();
    Caller { now, actor: "test", source: "test" }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn live_state_restart_and_list_agree(steps in vec(any::<[u16; ROLLS]>(), 10..60)) {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("v.sitzungsbuch");
        let committee = Committee::new(9);
        let mut engine = open(&folder);
        let master = MasterRequest { act: ActId::from_key("stammdaten"), rows: committee.rows() };
        engine.execute(&Request::Master(master), &caller()).unwrap();
        let plan = committee.plan();
        let at = plan.start;
        execute(&mut engine, 0, at, Command::PrepareMeeting { plan }).unwrap();
        let mut refused = 0;
        for (index, rolls) in steps.iter().enumerate() {
            let before = engine.state(Committee::meeting()).unwrap().clone();
            let (at, command) = step(rolls, &committee, &before);
            let heads = engine.vault().heads().unwrap();
            match execute(&mut engine, index + 1, at, command) {
                Ok(outcome) => {
                    prop_assert_eq!(outcome.revision, engine.state(Committee::meeting()).unwrap().revision());
                }
                Err(fault) => {
                    prop_assert_eq!(fault.code, ErrorCode::Rejected, "{}", fault.message);
                    prop_assert_eq!(engine.state(Committee::meeting()).unwrap(), &before);
                    prop_assert_eq!(engine.vault().heads().unwrap(), heads);
                    refused += 1;
                }
            }
        }
        prop_assert!(refused < steps.len() || steps.len() < 20, "nothing was ever accepted");
        let live = engine.state(Committee::meeting()).unwrap().clone();
        let texts = engine.texts(Committee::meeting()).unwrap();
        let list = engine.vault().overviews().unwrap();
        drop(engine);
        let mut engine = open(&folder);
        prop_assert_eq!(engine.state(Committee::meeting()).unwrap(), &live);
        prop_assert_eq!(engine.texts(Committee::meeting()).unwrap(), texts);
        engine.rebuild_overviews().unwrap();
        prop_assert_eq!(engine.vault().overviews().unwrap(), list);
    }
}
