//! `sitzungsbuch`: everything the app can do to the record, on the command line.
//!
//! Data go to standard output, German messages to standard error. Exit status: 0 good, 1 finding,
//! 2 wrong use, 3 unreadable or locked. It decides nothing; every act goes through the engine.

mod arguments;
mod demo;
mod files;
mod journal;
mod minutes;
mod play;
mod report;
mod rules;
mod sign;
mod vault;

use arguments::{Arguments, Command};
use clap::Parser;
use report::Status;
use sitzungsbuch_app::{ApiError, faults};
use std::process::ExitCode;

fn main() -> ExitCode {
    faults::silence();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(fault) => return report::usage(&fault),
    };
    match faults::guarded(|| run(arguments.command)) {
        Ok(status) => status.into(),
        Err(fault) => {
            report::fault(&fault);
            Status::of(&fault).into()
        }
    }
}

fn run(command: Command) -> Result<Status, ApiError> {
    match command {
        Command::Play(play) => play::play(&play),
        Command::Prepare(prepare) => play::prepare(&prepare),
        Command::Journal(journal) => journal::run(&journal),
        Command::Minutes(minutes) => minutes::run(&minutes),
        Command::Sign(sign) => sign::sign(&sign),
        Command::Verify(verify) => sign::verify(&verify),
        Command::Demo(demo) => demo::run(&demo),
        Command::Rules => rules::run(),
        Command::Schema { what } => rules::schema(what),
    }
}
