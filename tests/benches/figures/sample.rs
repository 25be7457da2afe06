//! The record of the sample session, played into a vault that is gone afterwards.

use sitzungsbuch_app::documents::{self, Edition};
use sitzungsbuch_app::script::{self, Player};
use sitzungsbuch_app::{Engine, Vault};
use sitzungsbuch_minutes::record::Record;
use std::path::Path;

const SAMPLE: &str = include_str!("../../../assets/sample/kreis-wiesenthal.json");

pub(crate) fn record(folder: &Path) -> Record {
    let reading = script::read(SAMPLE).unwrap();
    let player = Player::new(&reading).unwrap();
    let vault = Vault::create_ephemeral(&folder.join("sample.sitzungsbuch")).unwrap();
    let mut engine = Engine::new(vault).unwrap();
    player.prepare(&mut engine).unwrap();
    for index in 0..player.len() {
        player.play(&mut engine, index).unwrap();
    }
    let issued = player.issued().unwrap();
    documents::record(&mut engine, player.meeting(), issued, Edition::Final).unwrap()
}
