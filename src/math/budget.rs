//! Bounds on questions whose answers may be too many to list.

/// How much a listing may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// How many sets are listed at most.
    pub most: usize,
    /// How many elementary steps are taken at most.
    pub work: u64,
}

/// Sets of indices, as far as the budget went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listed {
    /// The sets, each ascending.
    pub sets: Vec<Vec<usize>>,
    /// Whether there may be more.
    pub truncated: bool,
}

/// A budget that is being spent.
pub(super) struct Spending {
    budget: Budget,
    out: Listed,
}

impl Spending {
    pub(super) fn of(budget: Budget) -> Self {
        Self { budget, out: Listed::default() }
    }

    /// Takes steps from the budget; false when it has not got them any more.
    pub(super) fn spend(&mut self, steps: usize) -> bool {
        let left = u64::try_from(steps).ok().and_then(|steps| self.budget.work.checked_sub(steps));
        self.budget.work = left.unwrap_or(0);
        self.out.truncated |= left.is_none();
        left.is_some()
    }

    /// How many steps are left.
    pub(super) fn left(&self) -> u64 {
        self.budget.work
    }

    /// Lists a set; false when there is no room for it.
    pub(super) fn list(&mut self, set: Vec<usize>) -> bool {
        let room = self.out.sets.len() < self.budget.most;
        if room {
            self.out.sets.push(set);
        }
        self.out.truncated |= !room;
        room
    }

    pub(super) fn listed(self) -> Listed {
        self.out
    }
}
