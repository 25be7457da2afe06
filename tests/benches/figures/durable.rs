//! An act through the engine, with the commit that makes it durable, and a bare commit beside it.

use super::plain;
use criterion::{BenchmarkId, Criterion};
use sitzungsbuch_app::{Caller, Engine, MasterRequest, MeetingRequest, Request, Vault};
use sitzungsbuch_core::session::Command;
use sitzungsbuch_core::testing::{Committee, ordinary};
use sitzungsbuch_core::{ActId, MeetingId, Moment};
use std::path::Path;
use std::time::{Duration, Instant};

/// Sessions of one size in a vault of their own.
struct Sessions {
    engine: Engine,
    size: u32,
    /// Sessions so far, and ordinary acts of the last one.
    count: u32,
    acts: u32,
}

/// Measures both for every size.
pub(crate) fn measure(criterion: &mut Criterion, folder: &Path, sizes: &[u32]) {
    let mut rows = Vec::new();
    for size in sizes {
        let mut sessions = Sessions::new(&folder.join(format!("{size}.sitzungsbuch")), *size);
        let mut group = criterion.benchmark_group("act");
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter_custom(|times| (0..times).map(|_| sessions.act()).sum());
        });
        group.finish();
        rows.push(sessions.bytes());
    }
    for (size, bytes) in sizes.iter().zip(rows) {
        let plain = plain::open(&folder.join(format!("{size}.db")));
        let mut group = criterion.benchmark_group("bare commit");
        let mut next = bytes.iter().cycle();
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| plain::commit(&plain, next.next().unwrap()));
        });
        group.finish();
    }
}

impl Sessions {
    fn new(vault: &Path, size: u32) -> Self {
        let mut engine = Engine::new(Vault::create_ephemeral(vault).unwrap()).unwrap();
        let rows = Committee::new(17).rows();
        let master = MasterRequest { act: ActId::from_key("stammdaten"), rows };
        engine.execute(&Request::Master(master), &caller()).unwrap();
        let mut sessions = Self { engine, size, count: 0, acts: 0 };
        sessions.begin();
        sessions
    }

    fn meeting(&self) -> MeetingId {
        MeetingId::from_key(&format!("m-{}", self.count))
    }

    /// A session that has as many acts as wanted.
    fn begin(&mut self) {
        self.count += 1;
        self.acts = 0;
        let plan = Committee::new(17).plan();
        self.execute("plan", plan.start, Command::PrepareMeeting { plan });
        self.execute("opening", Committee::at("16:32"), ordinary::opening());
        while self.acts < self.size {
            self.act();
        }
    }

    /// The next ordinary act. A session that has grown by a quarter gives way to a new one.
    fn act(&mut self) -> Duration {
        if self.acts > self.size + self.size.max(96) / 4 {
            self.begin();
        }
        let number = self.acts;
        self.acts += 1;
        self.execute(&number.to_string(), ordinary::moment(number), ordinary::act(number))
    }

    fn execute(&mut self, key: &str, at: Moment, command: Command) -> Duration {
        let act = ActId::from_key(&format!("{}-{key}", self.count));
        let (meeting, based_on) = (self.meeting(), None);
        let request =
            Request::Meeting(Box::new(MeetingRequest { act, meeting, based_on, at, command }));
        let start = Instant::now();
        self.engine.execute(&request, &caller()).unwrap();
        start.elapsed()
    }

    /// The bytes that each of the last acts wrote.
    fn bytes(&self) -> Vec<Vec<u8>> {
        let rows = self.engine.vault().load(&self.meeting().to_string()).unwrap().rows;
        let last = &rows[rows.len().saturating_sub(10 * ordinary::ROUND as usize)..];
        let acts = last.chunk_by(|one, next| one.act == next.act);
        acts.map(|rows| rows.iter().flat_map(|row| row.body.as_str().bytes()).collect()).collect()
    }
}

fn caller() -> Caller<'static> {
    let now = Moment::parse("2100-01-01T12:00+01:00").unwrap().timestamp();
    Caller { now, actor: "bench", source: "bench" }
}
