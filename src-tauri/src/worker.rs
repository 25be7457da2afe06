//! One thread does all the work, in the order in which it came in: no act overtakes another, and
//! the window never waits for a disk. A fault in one piece of work does not reach the next.

use sitzungsbuch_app::{ApiError, ErrorCode, faults};
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

/// How long the end of the program waits for work that was handed in before.
const PATIENCE: Duration = Duration::from_secs(10);

type Job<T> = Box<dyn FnOnce(&mut T) + Send>;

/// The thread and what it works on.
pub(crate) struct Worker<T> {
    jobs: Sender<Job<T>>,
}

impl<T: 'static> Worker<T> {
    /// Starts the thread; what it works on is made there and never leaves it.
    pub(crate) fn start(make: impl FnOnce() -> T + Send + 'static) -> Result<Self, ApiError> {
        let (jobs, waiting) = mpsc::channel::<Job<T>>();
        let work = move || {
            let mut subject = make();
            for job in waiting {
                // What a job has to say it says itself; here it only must not end the thread.
                faults::guarded(|| Ok(job(&mut subject))).ok();
            }
        };
        let thread = std::thread::Builder::new().name("desk".into()).spawn(work);
        thread.map_err(|fault| {
            ApiError::new(ErrorCode::Internal, "Das Programm kann nicht arbeiten.")
                .hint(format!("(Technische Angabe: {fault})"))
        })?;
        Ok(Self { jobs })
    }

    /// Hands work in; it is done after all that was handed in before.
    pub(crate) fn hand_in(&self, job: impl FnOnce(&mut T) + Send + 'static) {
        // It fails only when the thread is gone, and then nobody waits for an answer any more.
        self.jobs.send(Box::new(job)).ok();
    }

    /// Waits until all is done that was handed in before.
    pub(crate) fn finish(&self) {
        let (done, wait) = mpsc::channel();
        self.hand_in(move |_| {
            done.send(()).ok();
        });
        wait.recv_timeout(PATIENCE).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_done_in_order_and_a_fault_stops_nothing() {
        let worker = Worker::start(Vec::new).unwrap();
        for number in 0..100 {
            worker.hand_in(move |list: &mut Vec<u32>| {
                assert!(number != 7, "planted");
                list.push(number);
            });
        }
        let (tell, told) = mpsc::channel();
        worker.hand_in(move |list| tell.send(list.clone()).unwrap());
        let expected: Vec<u32> = (0..100).filter(|number| *number != 7).collect();
        assert_eq!(told.recv().unwrap(), expected);
        worker.finish();
    }
}
