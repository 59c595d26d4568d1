//! Who is in another class than before, in the seven grids.

use std::fmt;

use serde::Serialize;

use super::super::alignment_interest::alignment_interest;
use super::super::cut::{Cut, Cuts};
use super::super::grid::{Grid, GridOptions};
use super::super::power_interest::power_interest;
use super::super::power_interest_attitude::power_interest_attitude;
use super::super::salience::salience;
use super::super::support::support;
use super::super::threat_cooperation::threat_cooperation;
use super::super::trust_matrix::trust_matrix;
use super::Shift;
use crate::evidence::Measure;
use crate::id::PartyId;
use crate::model::{Element, Model};
use crate::scale::Raw;
use crate::vocabulary::Vocabulary;

/// A party in another class of a grid than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The party.
    pub party: PartyId,
    /// The id of the grid.
    pub grid: &'static str,
    /// The word of its class before, under the grid's first name (Mendelow's, of power and interest); none when it was not placed.
    pub before: Option<&'static str>,
    /// The word of its class after; none when it is not placed.
    pub after: Option<&'static str>,
    /// Whether a cut moved it: with its ratings of after and the cuts of before it would not be where it is now. A median cut that
    /// was not there before counts as moved. Else ratings did it: its own, or in the trust matrix those of the focal party, or
    /// another focal party.
    pub cut_moved: bool,
}

impl fmt::Display for Moved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = |class: Option<&'static str>| class.unwrap_or("not placed");
        let (before, after) = (word(self.before), word(self.after));
        write!(f, "{}: {} from {before} to {after}", self.grid, Element::from(&self.party))?;
        if self.cut_moved { f.write_str(" (a cut moved)") } else { Ok(()) }
    }
}

/// The moves in all grids, in the order of the index.
pub(super) fn moved(models: &Shift<&Model>, options: &GridOptions) -> Vec<Moved> {
    let mut all = Moves { models, options, moved: Vec::new() };
    all.of("power_interest", power_interest, |c| c.mendelow.word());
    all.of("salience", salience, |c| c.kind.word());
    all.of("power_interest_attitude", power_interest_attitude, Vocabulary::word);
    all.of("support", support, Vocabulary::word);
    all.of("threat_cooperation", threat_cooperation, |c| c.kind.word());
    all.of("trust_matrix", trust_matrix, Vocabulary::word);
    all.of("alignment_interest", alignment_interest, Vocabulary::word);
    all.moved
}

struct Moves<'m> {
    models: &'m Shift<&'m Model>,
    options: &'m GridOptions,
    moved: Vec<Moved>,
}

impl Moves<'_> {
    fn of<C: Copy>(
        &mut self,
        grid: &'static str,
        draw: fn(&Model, &GridOptions) -> Grid<C>,
        word: fn(C) -> &'static str,
    ) {
        let grids = self.models.each(|m| draw(m, self.options));
        let place = |grid: &Grid<C>, party: &PartyId| grid.of(party).map(|p| word(p.class));
        let held = self.held(&grids).map(|options| draw(self.models.after, &options));
        let appeared = grids
            .before
            .cuts
            .iter()
            .any(|cut| cut.level.value().is_none() && grids.after.cut(cut.attribute).value().is_some());
        for (party, _) in self.models.before.parties().filter(|(id, _)| self.models.after.party(id).is_some()) {
            let classes = grids.each(|grid| place(grid, party));
            if classes.is_still() {
                continue;
            }
            let Shift { before, after } = classes;
            let cut_moved = appeared || held.as_ref().is_some_and(|held| place(held, party) != after);
            self.moved.push(Moved { party: party.clone(), grid, before, after, cut_moved });
        }
    }

    /// The options with the cuts held where they were; none when no cut moved.
    fn held<C>(&self, grids: &Shift<Grid<C>>) -> Option<GridOptions> {
        let moved = grids.before.cuts.iter().filter(|cut| cut.level != grids.after.cut(cut.attribute));
        let hold = |cuts: Cuts, cut: &super::super::grid::CutLevel| {
            let Measure::Known(level) = cut.level else { return cuts };
            Raw::new(level).ok().and_then(|level| cuts.with(cut.attribute, Cut::At(level))).unwrap_or(cuts)
        };
        let mut moved = moved.peekable();
        moved.peek()?;
        Some(self.options.cuts(moved.fold(self.options.cuts, hold)))
    }
}
