//! The other ways to look at the parties: salience, the cube, threat and cooperation, trust, alignment.

use std::collections::BTreeSet;

use super::super::page::{Align, Inlines, Order, Page};
use super::super::speech::{Speech, args};
use super::{Results, left_out, not_run};
use crate::analysis::Grid;
use crate::analysis::grid::{CutLevel, whose};
use crate::evidence::Omission;
use crate::id::PartyId;
use crate::vocabulary::Vocabulary;

/// A grid as a column of the table: its method, its head, its omissions, and what it says of a party.
struct Column<'r> {
    method: &'static str,
    omitted: &'r [Omission],
    cuts: &'r [CutLevel],
    cell: Box<dyn Fn(&PartyId) -> Inlines + 'r>,
}

fn column<'r, C: Copy>(
    speech: &'r Speech<'_>,
    grid: &'r Grid<C>,
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
    Column { method: grid.provenance.method, omitted: &grid.omitted, cuts: &grid.cuts, cell: Box::new(cell) }
}

fn term<V: Vocabulary>(speech: &Speech<'_>, word: V) -> Inlines {
    speech.term(word)
}

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    let columns = [
        column(speech, &found.support, term),
        column(speech, &found.salience, |s, c| {
            s.say("grid-salience-class", args! {"class": s.term(c.kind), "rank": usize::from(c.rank)})
        }),
        column(speech, &found.cube, term),
        column(speech, &found.threat, |s, c| {
            s.say("grid-savage", args! {"kind": s.term(c.kind), "strategy": s.term(c.strategy)})
        }),
        column(speech, &found.trust, term),
        column(speech, &found.alignment, term),
    ];
    let (run, idle): (Vec<_>, Vec<_>) = columns.into_iter().partition(|c| not_run(speech, c.method).is_none());
    if run.is_empty() {
        return;
    }
    page.heading(2, speech.words("grids"));
    page.paragraph(speech.words("grids-how"));
    page.list(
        Order::Bulleted,
        run.iter().map(|c| speech.words(&format!("grid-{}-how", key(c.method))).into()).collect(),
    );
    let mut heads = vec![(speech.words("column-party"), Align::Left)];
    heads.extend(run.iter().map(|c| (speech.words(&format!("grid-{}", key(c.method))), Align::Left)));
    let mut parties: Vec<&PartyId> = speech.model.parties().map(|(id, _)| id).collect();
    parties.sort_by_cached_key(|id| speech.place(id));
    let row = |party: &&PartyId| {
        let mut row = vec![speech.party(party)];
        row.extend(run.iter().map(|c| (c.cell)(party)));
        row
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
            let grid = speech.words(&format!("grid-{}", key(column.method)));
            page.paragraph(speech.say("grid-not-run", args! {"grid": grid, "reason": speech.term(reason)}));
        }
    }
}

/// The name of a method as it stands in a key.
fn key(method: &str) -> String {
    method.replace('_', "-")
}
