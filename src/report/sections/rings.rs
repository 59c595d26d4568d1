//! How closely the parties take part: rings by sector, and engagement now and as wanted.

use super::super::page::{Align, Inlines, Item, Order, Page, Row, capital};
use super::super::speech::{Speech, args, word};
use super::grounds::{because, listed};
use super::{Results, left_out, list_left_out, not_run, without_matter};
use crate::analysis::engagement::Transition;
use crate::analysis::rings::{Mismatch, RoleMismatch};
use crate::evidence::{Finding, Law};
use crate::id::PartyId;
use crate::model::Attribute;
use crate::vocabulary::Vocabulary;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if ["rings", "engagement"].iter().all(|method| not_run(speech, method).is_some()) {
        return;
    }
    page.heading(3, speech.words("rings"));
    if !without_matter(page, speech, "rings") {
        rings(page, speech, found);
    }
    page.heading(4, speech.words("engagement"));
    if !without_matter(page, speech, "engagement") {
        engagement(page, speech, found);
    }
}

fn rings(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    page.paragraph(speech.words("rings-how"));
    if let Some(picture) = super::super::picture::rings::draw(speech, &found.rings) {
        page.picture(picture);
    }
    let rows = &found.rings.sectors;
    let mut columns = vec![(speech.words("column-sector"), Align::Left)];
    let heads = rows.first().map(|r| r.rings.as_slice()).unwrap_or_default();
    columns.extend(heads.iter().map(|cell| (speech.own_word("ring", &cell.ring), Align::Left)));
    let row = |row: &crate::analysis::rings::SectorRow| {
        let sector = row.sector.as_ref().map_or_else(|| speech.words("unknown-kind"), |s| speech.own_word("sector", s));
        let mut out = vec![capital(sector)];
        out.extend(row.rings.iter().map(|cell| speech.parties(&cell.actual)));
        out
    };
    page.table(columns, rows.iter().map(row).collect());
    let mismatches = &found.rings.mismatches;
    let two =
        |p: &crate::analysis::rings::RingPlace| [&p.actual, &p.wished, &p.desired].into_iter().flatten().count() > 1;
    if mismatches.is_empty() {
        if found.rings.parties.iter().any(two) {
            page.paragraph(speech.words("rings-agree"));
        }
    } else {
        page.paragraph(speech.words("rings-differ"));
        let lines = Mismatch::ALL.iter().filter_map(|direction| {
            let all = mismatches.iter().zip(&found.rings.findings);
            let here: Vec<(&RoleMismatch, &Finding)> = all.filter(|(m, _)| m.direction == *direction).collect();
            let one = |(m, finding): &(&RoleMismatch, &Finding)| {
                let ring = |word| speech.own_word("ring", word);
                let (first, second) = (speech.term(m.first), speech.term(m.second));
                let text = speech.say(
                    "ring-mismatch",
                    args! {
                        "party": speech.party(&m.party), "first": first, "firstring": ring(&m.first_ring),
                        "second": second, "secondring": ring(&m.second_ring),
                    },
                );
                let what = speech.say("grounds-mismatch", args! {"strength": speech.hundredths(m.strength)});
                Item::from(text).on(because(speech, what, finding))
            };
            let under = here.iter().map(one).collect();
            let text = capital(speech.say("ring-mismatches", args! {"direction": speech.term(*direction)}));
            (!here.is_empty()).then_some(Item { text, under, ..Item::default() })
        });
        page.list(Order::Bulleted, lines.collect());
    }
    list_left_out(page, speech, "rings-left-out", &found.rings.omitted);
}

fn engagement(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    let parties = &found.engagement.parties;
    let columns = vec![
        (speech.words("column-party"), Align::Left),
        (speech.words("column-engagement-now"), Align::Left),
        (speech.words("column-engagement-wanted"), Align::Left),
        (speech.words("column-transition"), Align::Left),
        (speech.words("column-moves"), Align::Right),
        (speech.words("column-moves-by-power"), Align::Right),
    ];
    let moving = parties.iter().filter(|p| p.transition != Transition::Keep);
    let rows: Vec<Row> = moving
        .map(|p| {
            let cells = vec![
                speech.party(&p.party),
                speech.term(p.current),
                speech.term(p.desired),
                speech.term(p.transition),
                word(p.moves.to_string()),
                speech.measure(p.weight, |x| word(speech.number(x))),
            ];
            let what = speech.words("column-moves-by-power");
            let part =
                |rating: Inlines, value: Inlines| speech.say("ground-own", args! {"rating": rating, "value": value});
            let moves = part(speech.words("column-moves"), word(p.moves.to_string()));
            let power = part(speech.term(Attribute::Power), speech.cell(p.power));
            Row::on(cells, listed(speech, what, Law::Product, vec![moves, power]))
        })
        .collect();
    if !rows.is_empty() {
        page.paragraph(speech.words("engagement-how"));
    }
    page.table(columns, rows);
    let keep: Vec<&PartyId> = parties.iter().filter(|p| p.transition == Transition::Keep).map(|p| &p.party).collect();
    if !keep.is_empty() {
        let n = keep.len();
        page.paragraph(speech.say("engagement-keep", args! {"parties": speech.parties(keep), "n": n}));
    }
    let left_out = left_out(speech, &found.engagement.omitted);
    if !left_out.is_empty() {
        page.paragraph(speech.words("engagement-left-out"));
        page.list(Order::Bulleted, left_out);
    }
}
