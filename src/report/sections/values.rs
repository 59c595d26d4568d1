//! Values: how important they are to whom, and what the project does with them.

use super::super::page::{Align, Inlines, Item, Order, Page, capital};
use super::super::speech::{Speech, args, strong, user, word};
use super::{Results, left_out, without_matter};
use crate::analysis::ValueMap;
use crate::analysis::value_map::{CanvasCell, PartyCanvas, ValueSpread};
use crate::evidence::Measure;
use crate::id::{ClaimId, PartyId};
use crate::model::{Attribute, Element};
use crate::rating::Aggregate;
use crate::vocabulary::{ClaimKind, Vocabulary};

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    page.heading(2, speech.words("values"));
    if without_matter(page, speech, "value_map") {
        return;
    }
    let map = &found.map;
    if map.values.iter().all(|v| v.parties == 0) {
        page.paragraph(speech.words("values-unrated"));
    } else {
        importance(page, speech, map);
        spread(page, speech, &map.values);
    }
    page.heading(3, speech.words("canvas"));
    if map.totals.is_empty() {
        page.paragraph(speech.words("canvas-empty"));
    } else {
        canvas(page, speech, map);
    }
    for unasked in &map.unasked {
        let kind = speech.term(unasked.kind);
        page.paragraph(if unasked.parties.is_empty() {
            speech.say("canvas-absent", args! {"kind": kind})
        } else {
            let parties = speech.parties(&unasked.parties);
            speech.say("canvas-unasked", args! {"kind": kind, "parties": parties})
        });
    }
    let items = left_out(speech, &map.omitted);
    if !items.is_empty() {
        page.paragraph(speech.words("canvas-left-out"));
        page.list(Order::Bulleted, items);
    }
}

fn importance(page: &mut Page, speech: &Speech<'_>, map: &ValueMap) {
    page.paragraph(speech.words("values-how"));
    let mut columns = vec![(speech.words("column-party"), Align::Left)];
    columns.extend(map.importance.columns().iter().map(|v| (speech.name(&v.into()), Align::Right)));
    let mut silent: Vec<&PartyId> = Vec::new();
    let mut rows = Vec::new();
    let mut of_parties: Vec<_> = map.importance.iter().collect();
    of_parties.sort_by(|(a, _), (b, _)| speech.place(a).cmp(&speech.place(b)));
    for (party, cells) in of_parties {
        if cells.iter().all(Option::is_none) {
            silent.push(party);
            continue;
        }
        let mut row = vec![speech.party(party)];
        row.extend(cells.iter().map(|cell| speech.cell(*cell)));
        rows.push(row);
    }
    page.table(columns, rows);
    if !silent.is_empty() {
        let n = silent.len();
        page.paragraph(speech.say("values-silent", args! {"parties": speech.parties(silent), "n": n}));
    }
}

fn spread(page: &mut Page, speech: &Speech<'_>, values: &[ValueSpread]) {
    page.heading(3, speech.words("spread"));
    page.paragraph(speech.words("spread-how"));
    let mut sorted: Vec<&ValueSpread> = values.iter().collect();
    let apart = |v: &ValueSpread| v.apart.value().unwrap_or(-1.0);
    sorted.sort_by(|a, b| apart(b).total_cmp(&apart(a)).then_with(|| a.value.cmp(&b.value)));
    let columns = vec![
        (speech.words("column-value"), Align::Left),
        (speech.words("column-rated-by"), Align::Right),
        (speech.words("column-lowest"), Align::Right),
        (speech.words("column-median"), Align::Right),
        (speech.words("column-highest"), Align::Right),
        (speech.words("column-apart"), Align::Right),
    ];
    let raw = |m: Measure| speech.measure(m, |x| word(speech.number(x)));
    let row = |v: &ValueSpread| {
        vec![
            speech.name(&(&v.value).into()),
            word(v.parties.to_string()),
            raw(v.low),
            raw(v.median),
            raw(v.high),
            speech.measure(v.apart, |x| word(speech.hundredths(x))),
        ]
    };
    page.table(columns, sorted.into_iter().map(row).collect());
}

fn canvas(page: &mut Page, speech: &Speech<'_>, map: &ValueMap) {
    page.paragraph(speech.words("canvas-how"));
    let mut columns = vec![(speech.words("column-party"), Align::Left)];
    columns.extend(ClaimKind::ALL.iter().map(|kind| (speech.term(*kind), Align::Left)));
    columns.push((speech.words("column-capture"), Align::Right));
    let row = |name: Inlines, cells: &[CanvasCell], ratio: Measure| {
        let mut row = vec![name];
        for kind in ClaimKind::ALL {
            let cell = cells.iter().find(|c| c.kind == *kind);
            row.push(cell.map_or_else(Inlines::new, |c| {
                let sum: Option<f64> = c.importance.value();
                match sum.map(|sum| speech.number(sum)) {
                    Some(sum) => speech.say("canvas-cell", args! {"n": c.count, "sum": sum, "unrated": c.unrated}),
                    None => speech.say("canvas-cell-unrated", args! {"n": c.count}),
                }
            }));
        }
        row.push(speech.measure(ratio, |x| word(speech.hundredths(x))));
        row
    };
    let mut spoken: Vec<&PartyCanvas> = map.canvas.iter().filter(|c| !c.cells.is_empty()).collect();
    spoken.sort_by(|a, b| speech.place(&a.party).cmp(&speech.place(&b.party)));
    let mut rows: Vec<Vec<Inlines>> =
        spoken.iter().map(|c| row(speech.party(&c.party), &c.cells, c.capture_ratio)).collect();
    rows.push(row(strong(capital(speech.words("canvas-all"))), &map.totals, map.capture_ratio));
    page.table(columns, rows);

    let of_party = |c: &&PartyCanvas| {
        let claims = c.cells.iter().flat_map(|cell| &cell.claims).map(|id| claim(speech, id));
        Item { text: strong(speech.party(&c.party)), under: claims.collect() }
    };
    page.list(Order::Bulleted, spoken.iter().map(of_party).collect());

    let all = map.canvas.len() * ClaimKind::ALL.len();
    let empty: usize = map.canvas.iter().map(|c| c.empty.len()).sum();
    if empty > 0 {
        page.paragraph(speech.say("canvas-empty-cells", args! {"n": empty, "all": all}));
        let kinds = ClaimKind::ALL.iter().filter_map(|kind| {
            let without = map.canvas.iter().filter(|c| c.empty.contains(kind)).count();
            let line = args! {"kind": speech.term(*kind), "n": without, "all": map.canvas.len()};
            (without > 0).then(|| Item::from(speech.say("canvas-empty-kind", line)))
        });
        page.list(Order::Bulleted, kinds.collect());
        let silent: Vec<&PartyId> = map.canvas.iter().filter(|c| c.cells.is_empty()).map(|c| &c.party).collect();
        if !silent.is_empty() {
            page.paragraph(speech.say("canvas-silent", args! {"parties": speech.parties(silent)}));
        }
    }
}

/// One claim: its kind, its words, the value and its importance.
fn claim(speech: &Speech<'_>, id: &ClaimId) -> Item {
    let Some(claim) = speech.model.claim(id) else { return Item::default() };
    let statement = match claim.statement.as_deref() {
        Some(text) => speech.say("canvas-statement", args! {"statement": user(text)}),
        None => speech.words("canvas-unstated"),
    };
    let value = match &claim.value {
        Some(value) => speech.name(&value.into()),
        None => speech.words("canvas-no-value"),
    };
    let importance = speech.cell(speech.model.read(&Element::from(id), Attribute::Importance, Aggregate::Median));
    let kind = speech.term(claim.kind);
    let line = args! {"kind": kind, "statement": statement, "value": value, "importance": importance};
    speech.say("canvas-claim", line).into()
}
