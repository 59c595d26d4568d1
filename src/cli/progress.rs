//! What long work is at, on a terminal.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::analysis::Step;

/// Work that is done sooner shows nothing.
const DELAY: Duration = Duration::from_millis(500);
const TICK: Duration = Duration::from_millis(120);

/// Which method runs and how many are left: a line on standard error as long as the work lasts, if that is a terminal.
pub(super) struct Progress(Option<Shown>);

struct Shown {
    bar: ProgressBar,
    /// Says to who waits that the work is done, by going away.
    done: Option<Sender<()>>,
    waiting: Option<JoinHandle<()>>,
}

impl Progress {
    pub(super) fn new() -> Self {
        Self(io::stderr().is_terminal().then(Shown::later).flatten())
    }

    /// Work that is one piece.
    pub(super) fn of(work: &'static str) -> Self {
        let progress = Self::new();
        if let Some(shown) = &progress.0 {
            shown.bar.set_message(work);
        }
        progress
    }

    pub(super) fn step(&self, step: Step) {
        if let Some(shown) = &self.0 {
            let left = step.total.saturating_sub(step.done).saturating_sub(1);
            shown.bar.set_message(match left {
                0 => step.method.to_owned(),
                left => format!("{}, then {left} more", step.method),
            });
        }
    }
}

impl Shown {
    fn later() -> Option<Self> {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        bar.set_style(ProgressStyle::with_template("{spinner} {wide_msg}").ok()?);
        let (done, waits) = channel::<()>();
        let later = bar.clone();
        let waiting = Builder::new().spawn(move || {
            if waits.recv_timeout(DELAY) == Err(RecvTimeoutError::Timeout) {
                later.set_draw_target(ProgressDrawTarget::stderr());
                later.enable_steady_tick(TICK);
            }
        });
        Some(Self { bar, done: Some(done), waiting: waiting.ok() })
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        drop(self.done.take());
        if let Some(waiting) = self.waiting.take() {
            let _ = waiting.join();
        }
        self.bar.finish_and_clear();
    }
}
