//! Who is in another class than before, in the seven grids.

use std::fmt;

use serde::Serialize;

use super::super::alignment_interest::alignment_interest;
use super::super::cut::{Cut, Cuts, rated_on};
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
use crate::model::{Attribute, Element, Model};
use crate::rating::Reading;
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
    /// was not there before, or is not there now, did it only where the ratings that the grid reads of the party are the same
    /// before and after. Else ratings did it: its own, or in the trust matrix those of the focal party, or another focal party.
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
        let came_or_went = grids
            .before
            .cuts
            .iter()
            .any(|cut| cut.level.value().is_none() != grids.after.cut(cut.attribute).value().is_none());
        for (party, _) in self.models.before.parties().filter(|(id, _)| self.models.after.party(id).is_some()) {
            let classes = grids.each(|grid| place(grid, party));
            if classes.is_still() {
                continue;
            }
            let Shift { before, after } = classes;
            let placed = [&grids.before, &grids.after].into_iter().find_map(|grid| grid.of(party));
            let axes = || placed.iter().flat_map(|p| &p.axes).map(|axis| axis.attribute);
            let still = || axes().all(|a| self.models.each(|m| self.readings(m, party, a)).is_still());
            let cut_moved = (came_or_went && still()) || held.as_ref().is_some_and(|held| place(held, party) != after);
            self.moved.push(Moved { party: party.clone(), grid, before, after, cut_moved });
        }
    }

    /// What a grid reads of a party on an axis.
    fn readings(&self, model: &Model, party: &PartyId, attribute: Attribute) -> Vec<(Element, Option<Reading>)> {
        let rated: Vec<Element> = match attribute {
            // The trust matrix holds the stances of the focal party against those of the other.
            Attribute::Stance => {
                let both = model.project().focal.iter().chain([party]);
                let stakes =
                    |who| model.stakes().of(who).map(move |(i, _)| Element::Stake(PartyId::clone(who), i.clone()));
                both.flat_map(stakes).collect()
            }
            _ => rated_on(model, attribute, party).into_iter().collect(),
        };
        let read = |element: Element| {
            let reading = model.read(&element, attribute, self.options.aggregate);
            (element, reading)
        };
        rated.into_iter().map(read).collect()
    }

    /// The options with the cuts held that were and are there; none when no such cut moved.
    fn held<C>(&self, grids: &Shift<Grid<C>>) -> Option<GridOptions> {
        let moved = grids.before.cuts.iter().filter(|cut| {
            let after = grids.after.cut(cut.attribute);
            cut.level != after && after.value().is_some() && cut.level.value().is_some()
        });
        let hold = |cuts: Cuts, cut: &super::super::grid::CutLevel| {
            let Measure::Known(level) = cut.level else { return cuts };
            Raw::new(level).ok().and_then(|level| cuts.with(cut.attribute, Cut::At(level))).unwrap_or(cuts)
        };
        let mut moved = moved.peekable();
        moved.peek()?;
        Some(self.options.cuts(moved.fold(self.options.cuts, hold)))
    }
}
