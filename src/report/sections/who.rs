//! Who takes part, and where they stand on power and interest.

use super::super::page::{Align, Inlines, Item, Order, Page, Row};
use super::super::picture::power_interest;
use super::super::speech::{Speech, args, strong};
use super::grounds::Grounds;
use super::{Results, left_out, list_left_out, without_matter};
use crate::analysis::Placement;
use crate::analysis::power_interest::{Mendelow, Quadrant};
use crate::id::PartyId;
use crate::model::Attribute;
use crate::vocabulary::Vocabulary;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    page.heading(3, speech.words("who"));
    let model = speech.model;
    if model.parties().len() == 0 {
        page.paragraph(speech.words("who-nobody"));
        return;
    }
    if let Some(picture) = power_interest::draw(speech, &found.grid) {
        page.picture(picture);
    }
    let rated = model.parties().any(|(_, p)| {
        [Attribute::Power, Attribute::InterestLevel, Attribute::Attitude].iter().any(|a| p.rating(*a).is_some())
    });
    let placed = |party: &PartyId| found.grid.of(party);
    let mut columns = vec![(speech.words("column-party"), Align::Left), (speech.words("column-kind"), Align::Left)];
    if rated {
        columns.extend([
            (speech.term(Attribute::Power), Align::Right),
            (speech.term(Attribute::InterestLevel), Align::Right),
            (speech.term(Attribute::Attitude), Align::Right),
            (speech.words("column-mendelow"), Align::Left),
            (speech.words("column-eden-ackermann"), Align::Left),
            (speech.words("column-border"), Align::Left),
            (speech.words("column-distance"), Align::Right),
        ]);
    }
    let mut parties: Vec<_> = model.parties().collect();
    parties.sort_by_cached_key(|(id, _)| speech.place(id));
    let grounds = Grounds::of(&found.grid.findings);
    let rows = parties.into_iter().map(|(id, party)| {
        let kind = party.kind.map_or_else(|| speech.words("unknown-kind"), |kind| speech.term(kind));
        let mut row = vec![speech.party(id), kind];
        if rated {
            for attribute in [Attribute::Power, Attribute::InterestLevel, Attribute::Attitude] {
                row.push(speech.cell(model.read(&id.into(), attribute, found.field.aggregate())));
            }
            row.extend(place(speech, placed(id)));
        }
        let what = speech.words("column-mendelow");
        let rests = grounds
            .told(speech, what, "mendelow", &[id.into()])
            .map_or_else(|| left_out(speech, found.grid.omitted_of(id)), |rests| vec![rests]);
        Row::on(row, rests.into_iter().filter(|_| rated))
    });
    page.table(columns, rows.collect());
    if rated {
        page.paragraph(speech.words("who-legend"));
    }
    if without_matter(page, speech, "power_interest") {
        return;
    }
    let cuts = speech.and(found.grid.cuts.iter().map(|cut| speech.cut(cut)));
    page.paragraph(speech.say("who-cuts", args! {"cuts": cuts}));
    let classes = Mendelow::ALL.iter().filter_map(|class| {
        let here: Vec<&PartyId> =
            found.grid.parties.iter().filter(|p| p.class.mendelow == *class).map(|p| &p.party).collect();
        let parties = speech.parties(here.iter().copied());
        let line = args! {"class": strong(speech.term(*class)), "parties": parties};
        (!here.is_empty()).then(|| Item::from(speech.say("who-class", line)))
    });
    page.list(Order::Bulleted, classes.collect());
    let whatever: Vec<&PartyId> =
        found.grid.parties.iter().filter(|p| p.whatever_the_missing).map(|p| &p.party).collect();
    if !whatever.is_empty() {
        let n = whatever.len();
        page.paragraph(speech.say("who-whatever", args! {"parties": speech.parties(whatever), "n": n}));
    }
    list_left_out(page, speech, "who-not-placed", &found.grid.omitted);
}

fn place(speech: &Speech<'_>, placement: Option<&Placement<Quadrant>>) -> [Inlines; 4] {
    let Some(place) = placement else {
        return [speech.words("not-placed"), speech.words("not-placed"), Inlines::new(), Inlines::new()];
    };
    let border = if place.border { "border-yes" } else { "border-no" };
    let distance = speech.measure(place.distance, |steps| speech.say("steps", args! {"n": steps}));
    [speech.term(place.class.mendelow), speech.term(place.class.eden_ackermann), speech.words(border), distance]
}
