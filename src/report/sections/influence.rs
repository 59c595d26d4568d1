//! Influence: who can move whom, directly and through others.

use std::collections::BTreeMap;

use super::super::page::{Align, Inlines, Item, Order, Page, Row};
use super::super::picture::influence_dependence;
use super::super::speech::{Speech, args, word};
use super::grounds::Grounds;
use super::{Results, not_run, too_many};
use crate::analysis::indirect_influence::{IndirectInfluence, IndirectSide};
use crate::analysis::influence::{Influence, PartyInfluence, Zone};
use crate::evidence::Measure;
use crate::id::PartyId;
use crate::model::Element;
use crate::vocabulary::Vocabulary;

/// How many pairs are told of which two measures disagree.
const PAIRS: usize = 5;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if not_run(speech, "influence").is_some() {
        return;
    }
    page.heading(3, speech.words("influence"));
    let (Some(direct), Some(indirect)) = (&found.influence, &found.indirect) else {
        return too_many(page, speech);
    };
    if direct.parties.is_empty() {
        page.paragraph(speech.words("influence-nobody"));
    } else {
        page.paragraph(speech.words("influence-how"));
        if let Some(picture) = influence_dependence::draw(speech, direct) {
            page.picture(picture);
        }
        table(page, speech, direct, indirect);
        let zones = Zone::ALL.iter().filter_map(|zone| {
            let here: Vec<&PartyId> =
                direct.parties.iter().filter(|p| p.zone == Measure::Known(*zone)).map(|p| &p.party).collect();
            let said = args! {"zone": speech.term(*zone), "parties": speech.parties(here.iter().copied())};
            (!here.is_empty()).then(|| Item::from(speech.say(&format!("influence-{zone}"), said)))
        });
        let facts = facts(speech, direct, indirect);
        page.list(Order::Bulleted, zones.chain(facts).collect());
    }
    let without: Vec<&PartyId> = direct
        .omitted
        .iter()
        .filter_map(|o| match &o.subject {
            Element::Party(p) => Some(p),
            _ => None,
        })
        .collect();
    if !without.is_empty() {
        let n = without.len();
        page.paragraph(speech.say("influence-without", args! {"parties": speech.parties(without), "n": n}));
    }
    let cells = direct.omitted.iter().filter(|o| !matches!(o.subject, Element::Party(_)));
    super::list_left_out(page, speech, "influence-left-out", cells);
}

/// By relative force; who has none by influence.
fn table(page: &mut Page, speech: &Speech<'_>, direct: &Influence, indirect: &IndirectInfluence) {
    let ranks: BTreeMap<&PartyId, &IndirectSide> = indirect.parties.iter().map(|p| (&p.party, &p.influence)).collect();
    let mut all: Vec<&PartyInfluence> = direct.parties.iter().collect();
    let key = |p: &PartyInfluence| (p.relative_force.value().unwrap_or(-1.0), p.influence);
    all.sort_by(|x, y| {
        let ((rx, ix), (ry, iy)) = (key(x), key(y));
        ry.total_cmp(&rx).then(iy.total_cmp(&ix)).then_with(|| x.party.cmp(&y.party))
    });
    let columns = vec![
        (speech.words("column-party"), Align::Left),
        (speech.words("column-influence"), Align::Right),
        (speech.words("column-dependence"), Align::Right),
        (speech.words("column-zone"), Align::Left),
        (speech.words("column-r"), Align::Right),
        (speech.words("column-q"), Align::Right),
        (speech.words("column-indirect-rank"), Align::Left),
    ];
    let force = |measure: Measure| match measure {
        Measure::Known(x) => word(speech.hundredths(x)),
        Measure::Undefined(_) => speech.words("unknown-cell"),
    };
    let rank = |party: &PartyId| -> Inlines {
        let Some(side) = ranks.get(party) else { return speech.words("unknown-cell") };
        if side.rank == side.direct_rank {
            return word(side.rank.to_string());
        }
        speech.say("influence-rank", args! {"rank": side.rank.to_string(), "direct": side.direct_rank.to_string()})
    };
    let (grounds, of_indirect) = (Grounds::of(&direct.findings), Grounds::of(&indirect.findings));
    let row = |p: &PartyInfluence| {
        let cells = vec![
            speech.party(&p.party),
            word(speech.number(p.influence)),
            word(speech.number(p.dependence)),
            p.zone.as_ref().value().map_or_else(|| speech.words("unknown-cell"), |zone| speech.term(*zone)),
            force(p.relative_force),
            force(p.strongest_force),
            rank(&p.party),
        ];
        let me = [Element::from(&p.party)];
        let [given, taken, r, q, through] =
            ["column-influence", "column-dependence", "column-r", "column-q", "column-indirect-rank"]
                .map(|key| speech.words(key));
        let rules =
            [(given, "influence-sum"), (taken, "dependence-sum"), (r, "relative-force"), (q, "strongest-force")];
        let rests = grounds.all(speech, &me, rules).into_iter();
        Row::on(cells, rests.chain(of_indirect.told(speech, through, "indirect-influence", &me)))
    };
    page.table(columns, all.into_iter().map(row).collect());
}

fn facts(speech: &Speech<'_>, direct: &Influence, indirect: &IndirectInfluence) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::new();
    let undefined = |m: Measure| match m {
        Measure::Known(_) => None,
        Measure::Undefined(reason) => Some(reason),
    };
    if let Some(reason) = direct.parties.iter().find_map(|p| undefined(p.relative_force)) {
        out.push(speech.say("influence-no-force", args! {"undefined": speech.undefined(reason)}).into());
    }
    let stability = speech.measure(direct.stability, |x| word(speech.hundredths(x)));
    let said = Item::from(speech.say("influence-stability", args! {"stability": stability}));
    let grounds = Grounds::of(&direct.findings);
    let what = speech.words("grounds-stability");
    out.push(said.on(grounds.told(speech, what, "influence-stability", &[Element::Project])));
    let apart = &direct.disagreements;
    if !apart.is_empty() {
        let one = |parties: &[PartyId; 2]| {
            let [a, b] = parties;
            speech.say("influence-disagree-one", args! {"a": speech.party(a), "b": speech.party(b)})
        };
        let all = speech.few(apart.iter().map(|d| one(&d.parties)).collect(), PAIRS);
        out.push(speech.say("influence-disagree", args! {"n": apart.len(), "all": all}).into());
    }
    out.push(match &indirect.case {
        Measure::Known(case) => speech.words(&format!("influence-case-{case}")).into(),
        Measure::Undefined(reason) => {
            speech.say("influence-case-undefined", args! {"undefined": speech.undefined(*reason)}).into()
        }
    });
    match indirect.influence.holds_from {
        Measure::Known(from) => out.push(speech.say("influence-holds", args! {"n": from}).into()),
        Measure::Undefined(reason) => {
            out.push(speech.say("influence-holds-undefined", args! {"undefined": speech.undefined(reason)}).into());
        }
    }
    let shares = indirect.parties.iter().find_map(|p| undefined(p.influence.share));
    let no_share = |reason| speech.say("influence-no-share", args! {"undefined": speech.undefined(reason)}).into();
    out.extend(shares.map(no_share));
    out
}
