//! The other ways to look at the parties: salience, the cube, threat and cooperation, trust, alignment.

use std::collections::BTreeSet;

use super::super::page::{Align, Inlines, Item, Order, Page, Row};
use super::super::picture::salience;
use super::super::speech::{Speech, args};
use super::grounds::Grounds;
use super::{Results, left_out, not_run};
use crate::analysis::Grid;
use crate::analysis::grid::{CutLevel, whose};
use crate::evidence::Omission;
use crate::id::PartyId;
use crate::vocabulary::Vocabulary;

/// What is said of a party.
type Of<'r, T> = Box<dyn Fn(&PartyId) -> T + 'r>;

/// A grid as a column of the table: its method, its head, its omissions, and what it says of a party.
pub(super) struct Column<'r> {
    pub(super) method: &'static str,
    omitted: &'r [Omission],
    cuts: &'r [CutLevel],
    cell: Of<'r, Inlines>,
    grounds: Of<'r, Option<Item>>,
}

/// `rule`: the one that its findings are made by.
fn column<'r, C: Copy>(
    speech: &'r Speech<'_>,
    grid: &'r Grid<C>,
    rule: &'static str,
    say: impl Fn(&Speech<'_>, C) -> Inlines + 'r,
) -> Column<'r> {
    let left_out: BTreeSet<&PartyId> = grid.omitted.iter().filter_map(whose).collect();
    let cell = move |party: &PartyId| {
        let Some(place) = grid.of(party) else {
            // Where we do not look at ourselves, nothing is missing.
            return speech.words(if left_out.contains(party) { "unknown-cell" } else { "grid-we" });
        };
        let mut out = say(speech, place.class);
        if place.doubtful().next().is_some() {
            out.extend(speech.words("grid-border-mark"));
        }
        if place.whatever_the_missing {
            out.extend(speech.words("grid-whatever-mark"));
        }
        out
    };
    let method = grid.provenance.method;
    let found = Grounds::of(&grid.findings);
    let grounds = move |party: &PartyId| {
        found.told(speech, speech.words(&format!("grid-{}", key(method))), rule, &[party.into()])
    };
    Column { method, omitted: &grid.omitted, cuts: &grid.cuts, cell: Box::new(cell), grounds: Box::new(grounds) }
}

fn term<V: Vocabulary>(speech: &Speech<'_>, word: V) -> Inlines {
    speech.term(word)
}

impl Column<'_> {
    /// What the grid is called.
    pub(super) fn name(&self, speech: &Speech<'_>) -> Inlines {
        speech.words(&format!("grid-{}", key(self.method)))
    }

    /// What it says of a party.
    pub(super) fn cell(&self, party: &PartyId) -> Inlines {
        (self.cell)(party)
    }
}

/// All the grids, whether they have matter or not.
pub(super) fn columns<'r>(speech: &'r Speech<'r>, found: &'r Results) -> [Column<'r>; 6] {
    [
        column(speech, &found.support, "support", term),
        column(speech, &found.salience, "salience", |s, c| {
            s.say("grid-salience-class", args! {"class": s.term(c.kind), "rank": usize::from(c.rank)})
        }),
        column(speech, &found.cube, "corner", term),
        column(speech, &found.threat, "savage", |s, c| {
            s.say("grid-savage", args! {"kind": s.term(c.kind), "strategy": s.term(c.strategy)})
        }),
        column(speech, &found.trust, "trust-matrix", term),
        column(speech, &found.alignment, "approach", term),
    ]
}

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    let (run, idle): (Vec<_>, Vec<_>) =
        columns(speech, found).into_iter().partition(|c| not_run(speech, c.method).is_none());
    if run.is_empty() {
        return;
    }
    page.heading(3, speech.words("grids"));
    page.paragraph(speech.words("grids-how"));
    if let Some(picture) = salience::draw(speech, &found.salience) {
        page.picture(picture);
    }
    page.list(
        Order::Bulleted,
        run.iter().map(|c| speech.words(&format!("grid-{}-how", key(c.method))).into()).collect(),
    );
    let mut heads = vec![(speech.words("column-party"), Align::Left)];
    heads.extend(run.iter().map(|c| (c.name(speech), Align::Left)));
    let mut parties: Vec<&PartyId> = speech.model.parties().map(|(id, _)| id).collect();
    parties.sort_by_cached_key(|id| speech.place(id));
    let row = |party: &&PartyId| {
        let mut row = vec![speech.party(party)];
        row.extend(run.iter().map(|c| c.cell(party)));
        Row::on(row, run.iter().filter_map(|c| (c.grounds)(party)))
    };
    page.table(heads, parties.iter().map(row).collect());
    page.paragraph(speech.words("grids-legend"));
    let mut cuts: Vec<&CutLevel> = Vec::new();
    for cut in run.iter().flat_map(|c| c.cuts) {
        if !cuts.iter().any(|known| known.attribute == cut.attribute) {
            cuts.push(cut);
        }
    }
    page.paragraph(speech.say("grids-cuts", args! {"cuts": speech.and(cuts.iter().map(|cut| speech.cut(cut)))}));
    let omitted: Vec<&Omission> = run.iter().flat_map(|c| c.omitted).collect();
    let left_out = left_out(speech, omitted);
    if !left_out.is_empty() {
        page.paragraph(speech.words("grids-not-placed"));
        page.list(Order::Bulleted, left_out);
    }
    for column in idle {
        if let Some(reason) = not_run(speech, column.method) {
            page.paragraph(
                speech.say("grid-not-run", args! {"grid": column.name(speech), "reason": speech.term(reason)}),
            );
        }
    }
}

/// The name of a method as it stands in a key.
fn key(method: &str) -> String {
    method.replace('_', "-")
}
