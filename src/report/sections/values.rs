//! Values: how important they are to whom, and what the project does with them.

use super::super::page::{Align, Inlines, Item, Order, Page, Row, capital};
use super::super::picture;
use super::super::speech::{Speech, args, strong, user, word};
use super::grounds::Grounds;
use super::{Results, agreement, beliefs, left_out, ranking, tensions, without_matter};
use crate::analysis::ValueMap;
use crate::analysis::value_map::{CanvasCell, ContestedValue, OrphanValue, PartyCanvas, SharedValue, ValueSpread};
use crate::evidence::Measure;
use crate::id::{ClaimId, PartyId, ValueId};
use crate::model::{Attribute, Element};
use crate::rating::Aggregate;
use crate::vocabulary::{ClaimKind, Vocabulary};

/// How many contested values are told, and how many values or parties are named in a row.
const SHOWN: usize = 5;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    page.heading(3, speech.words("values"));
    if without_matter(page, speech, "value_map") {
        return;
    }
    let map = &found.map;
    if map.values.iter().all(|v| v.parties == 0) {
        page.paragraph(speech.words("values-unrated"));
    } else {
        importance(page, speech, map);
        spread(page, speech, map);
        standings(page, speech, map);
    }
    beliefs::write(page, speech, found);
    tensions::write(page, speech, found);
    page.heading(4, speech.words("canvas"));
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
    let claims = map.omitted.iter().filter(|o| matches!(o.subject, Element::Claim(_)));
    let items = left_out(speech, claims);
    if !items.is_empty() {
        page.paragraph(speech.words("canvas-left-out"));
        page.list(Order::Bulleted, items);
    }
    ranking::write(page, speech, found);
    agreement::write(page, speech, found);
}

fn importance(page: &mut Page, speech: &Speech<'_>, map: &ValueMap) {
    page.paragraph(speech.words("values-how"));
    if let Some(picture) = picture::value_map::draw(speech, map) {
        page.picture(picture);
    }
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

fn spread(page: &mut Page, speech: &Speech<'_>, map: &ValueMap) {
    page.heading(4, speech.words("spread"));
    page.paragraph(speech.words("spread-how"));
    let mut sorted: Vec<&ValueSpread> = map.values.iter().collect();
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
    let grounds = Grounds::of(&map.findings);
    let row = |v: &ValueSpread| {
        let cells = vec![
            speech.name(&(&v.value).into()),
            word(v.parties.to_string()),
            raw(v.low),
            raw(v.median),
            raw(v.high),
            speech.measure(v.apart, |x| word(speech.hundredths(x))),
        ];
        Row::on(cells, grounds.told(speech, speech.words("column-apart"), "value-apart", &[(&v.value).into()]))
    };
    page.table(columns, sorted.into_iter().map(row).collect());
}

/// Shared, contested and orphan values, and what is not on record.
fn standings(page: &mut Page, speech: &Speech<'_>, map: &ValueMap) {
    let name = |value: &ValueId| speech.name(&value.into());
    let names = |values: &[ValueId]| speech.few(values.iter().map(name).collect(), SHOWN);
    let few = |parties: &[PartyId]| speech.few(parties.iter().map(|p| speech.party(p)).collect(), SHOWN);
    let mut items: Vec<Item> = Vec::new();
    let grounds = Grounds::of(&map.findings);
    let rests = |rule: &str, values: &mut dyn Iterator<Item = &ValueId>| -> Vec<Item> {
        let one = |value: &ValueId| grounds.told(speech, name(value), rule, &[value.into()]);
        values.take(SHOWN).filter_map(one).collect()
    };
    if !map.shared.is_empty() {
        let mut shared: Vec<_> = map.shared.iter().collect();
        shared.sort_by(|x, y| y.parties.len().cmp(&x.parties.len()).then_with(|| x.value.cmp(&y.value)));
        let one =
            |v: &&SharedValue| speech.say("values-shared-one", args! {"value": name(&v.value), "n": v.parties.len()});
        let all = speech.few(shared.iter().map(one).collect(), SHOWN);
        let said = Item::from(speech.say("values-shared", args! {"all": all, "level": speech.number(map.cut)}));
        items.push(said.on(rests("value-shared", &mut shared.iter().map(|v| &v.value))));
    }
    if !map.contested.is_empty() {
        let one = |v: &ContestedValue| {
            let (high, low) = (few(&v.highest), few(&v.lowest));
            let said = args! {"value": name(&v.value), "high": high, "low": low};
            let item = Item::from(speech.say("values-contested-one", said));
            item.on(rests("value-contested", &mut std::iter::once(&v.value)))
        };
        let mut under: Vec<Item> = map.contested.iter().take(SHOWN).map(one).collect();
        if map.contested.len() > SHOWN {
            under.push(speech.say("list-more", args! {"n": map.contested.len() - SHOWN}).into());
        }
        items.push(Item { text: capital(speech.words("values-contested")), under, ..Item::default() });
    }
    if !map.orphans.is_empty() {
        let one = |v: &OrphanValue| {
            speech.say("values-orphan-one", args! {"value": name(&v.value), "party": speech.party(&v.party)})
        };
        let all = speech.few(map.orphans.iter().map(one).collect(), SHOWN);
        let said = Item::from(speech.say("values-orphans", args! {"all": all}));
        items.push(said.on(rests("value-orphan", &mut map.orphans.iter().map(|v| &v.value))));
    }
    if !map.gaps.unrated.is_empty() {
        items.push(speech.say("values-not-rated", args! {"all": names(&map.gaps.unrated)}).into());
    }
    if !map.gaps.unclaimed.is_empty() && !map.totals.is_empty() {
        items.push(speech.say("values-unclaimed", args! {"all": names(&map.gaps.unclaimed)}).into());
    }
    if !map.raters.is_empty() {
        items.push(speech.say("values-raters", args! {"n": map.raters.len()}).into());
    }
    page.list(Order::Bulleted, items);
}

fn canvas(page: &mut Page, speech: &Speech<'_>, map: &ValueMap) {
    page.paragraph(speech.words("canvas-how"));
    let mut columns = vec![(speech.words("column-party"), Align::Left)];
    columns.extend(ClaimKind::ALL.iter().map(|kind| (speech.term(*kind), Align::Left)));
    columns.push((speech.words("column-capture"), Align::Left));
    let grounds = Grounds::of(&map.findings);
    let row = |name: Inlines, whose: Element, cells: &[CanvasCell], ratio: Measure| {
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
        let whose = [whose];
        let sum = |kind: &ClaimKind| grounds.told(speech, speech.term(*kind), &format!("canvas-sum-{kind}"), &whose);
        let ratio = grounds.told(speech, speech.words("column-capture"), "capture-ratio", &whose);
        Row::on(row, ClaimKind::ALL.iter().filter_map(sum).chain(ratio))
    };
    let mut spoken: Vec<&PartyCanvas> = map.canvas.iter().filter(|c| !c.cells.is_empty()).collect();
    spoken.sort_by(|a, b| speech.place(&a.party).cmp(&speech.place(&b.party)));
    let of_party = |c: &&PartyCanvas| row(speech.party(&c.party), (&c.party).into(), &c.cells, c.capture_ratio);
    let mut rows: Vec<Row> = spoken.iter().map(of_party).collect();
    let all = strong(capital(speech.words("canvas-all")));
    rows.push(row(all, Element::Project, &map.totals, map.capture_ratio));
    page.table(columns, rows);

    let of_party = |c: &&PartyCanvas| {
        let claims = c.cells.iter().flat_map(|cell| &cell.claims).map(|id| claim(speech, id));
        Item { text: strong(speech.party(&c.party)), under: claims.collect(), ..Item::default() }
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
