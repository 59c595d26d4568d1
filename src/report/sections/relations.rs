//! Relations: trust, dependence, camps, who stands between them, reciprocity, distances.

use super::super::page::{Inlines, Item, Order, Page, capital};
use super::super::picture;
use super::super::speech::{Speech, args, word};
use super::grounds::{Grounds, listed, told};
use super::{Results, not_run, too_many};
use crate::analysis::Relations;
use crate::analysis::relations::{CampBroker, DependencePair, Proof, Reciprocity, TrustPair};
use crate::evidence::{Contribution, Law, Measure};
use crate::id::PartyId;
use crate::model::{Attribute, Element, RelationKind};
use crate::rating::Reading;

/// How many trusts, dependences, ties, brokers and splits are told.
const SHOWN: usize = 5;
/// How many parties of a camp are named.
const MEMBERS: usize = 40;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if not_run(speech, "relations").is_some() {
        return;
    }
    page.heading(3, speech.words("relations"));
    let Some(relations) = &found.relations else { return too_many(page, speech) };
    if let Some(picture) = picture::relations::draw(speech, relations) {
        page.picture(picture);
    }
    let grounds = Grounds::of(&relations.findings);
    let unequal = relations.dependence.iter().filter_map(|d| dependence(speech, d, &grounds));
    page.list(Order::Bulleted, trust(speech, relations, &grounds).into_iter().chain(unequal).collect());
    camps(page, speech, relations, &grounds);
    let answered: Vec<Inlines> = relations.reciprocity.iter().filter_map(|r| reciprocity(speech, r)).collect();
    if !answered.is_empty() {
        page.paragraph(speech.say("reciprocity", args! {"all": speech.and(answered)}));
        let measured = relations.reciprocity.iter().filter(|r| r.raw.value().is_some());
        page.grounds(measured.filter_map(|r| {
            let what = capital(speech.words(&format!("reciprocity-{}", r.relation)));
            grounds.told(speech, what, &format!("reciprocity-{}", r.relation), &[Element::Project])
        }));
    }
    distances(page, speech, relations);
    let known = |pair: &&TrustPair| pair.levels.iter().filter(|level| level.value().is_some()).count() == 1;
    let one_way = relations.trust.iter().filter(known).count();
    if one_way > 0 {
        page.paragraph(speech.say("trust-one-way", args! {"n": one_way}));
    }
}

/// Low trust, lowest first, and one-sided trust.
fn trust(speech: &Speech<'_>, relations: &Relations, grounds: &Grounds<'_>) -> Vec<Item> {
    let cut = relations.reciprocity.iter().find(|r| r.relation == RelationKind::Trusts).and_then(|r| r.cut.value());
    let mut low: Vec<(Reading, &PartyId, &PartyId)> = Vec::new();
    for pair in &relations.trust {
        let [a, b] = &pair.parties;
        for (level, from, to) in pair.levels.iter().zip([(a, b), (b, a)]).map(|(level, (from, to))| (level, from, to)) {
            low.extend(level.as_ref().value().filter(|r| cut.is_some_and(|cut| r.raw < cut)).map(|r| (*r, from, to)));
        }
    }
    low.sort_by(|x, y| x.0.raw.total_cmp(&y.0.raw).then_with(|| (x.1, x.2).cmp(&(y.1, y.2))));
    let mut out = Vec::new();
    if !low.is_empty() {
        let cited = |(reading, from, to): &(Reading, &PartyId, &PartyId)| {
            let trusts = Element::Trusts((*from).clone(), (*to).clone());
            Contribution::read(trusts, Attribute::Trust, *reading, reading.raw)
        };
        let because: Vec<Contribution> = low.iter().map(cited).collect();
        let rests = told(speech, speech.words("grounds-trust"), Law::Class, &[], &because);
        let one = |(_, from, to): (Reading, &PartyId, &PartyId)| {
            speech.say("trust-low-one", args! {"a": speech.party(from), "b": speech.party(to)})
        };
        let all = speech.few(low.into_iter().map(one).collect(), SHOWN);
        out.push(Item::from(speech.say("trust-low", args! {"all": all})).on(rests));
    }
    let mut one_sided: Vec<&TrustPair> =
        relations.trust.iter().filter(|t| t.one_sided == Measure::Known(true)).collect();
    let apart = |t: &TrustPair| t.asymmetry.value().map_or(0.0, f64::abs);
    one_sided.sort_by(|x, y| apart(y).total_cmp(&apart(x)).then_with(|| x.parties.cmp(&y.parties)));
    let more = one_sided.len().saturating_sub(SHOWN);
    for pair in one_sided.into_iter().take(SHOWN) {
        let ([a, b], [Measure::Known(x), Measure::Known(y)]) = (&pair.parties, &pair.levels) else { continue };
        let (a, b, x, y) = if x.raw < y.raw { (b, a, y, x) } else { (a, b, x, y) };
        let show = |r: Reading| speech.cell(Some(r));
        let said = args! {"a": speech.party(a), "b": speech.party(b), "there": show(*x), "back": show(*y)};
        let pair = pair.parties.each_ref().map(Element::from);
        let rests = grounds.told(speech, speech.words("grounds-asymmetry"), "trust-asymmetry", &pair);
        out.push(Item::from(speech.say("trust-one-sided", said)).on(rests));
    }
    if more > 0 {
        out.push(speech.say("trust-one-sided-more", args! {"n": more}).into());
    }
    out
}

/// A dependence that is out of balance.
fn dependence(speech: &Speech<'_>, pair: &DependencePair, grounds: &Grounds<'_>) -> Option<Item> {
    let ([a, b], [Measure::Known(x), Measure::Known(y)]) = (&pair.parties, &pair.dependence) else { return None };
    if pair.out_of_balance != Measure::Known(true) {
        return None;
    }
    let (a, b, x, y) = if x < y { (b, a, y, x) } else { (a, b, x, y) };
    let named = args! {
        "a": speech.party(a), "b": speech.party(b), "there": speech.hundredths(*x), "back": speech.hundredths(*y),
    };
    let rests = [[a, b], [b, a]].into_iter().filter_map(|[a, b]| {
        let what = speech.say("grounds-dependence", args! {"a": speech.name(&a.into()), "b": speech.name(&b.into())});
        grounds.told(speech, what, "dependence", &[a.into(), b.into()])
    });
    Some(Item::from(speech.say("dependence-unequal", named)).on(rests))
}

fn camps(page: &mut Page, speech: &Speech<'_>, relations: &Relations, grounds: &Grounds<'_>) {
    let camps = &relations.camps;
    let (Measure::Known(frustration), Some(split)) = (camps.frustration, camps.splits.first()) else { return };
    page.heading(4, speech.words("camps"));
    let [first, second] = &split.camps;
    if second.is_empty() || first.is_empty() {
        page.paragraph(speech.words("camps-one"));
    } else {
        page.paragraph(speech.words("camps-how"));
        let side =
            |parties: &[PartyId]| Item::from(speech.few(parties.iter().map(|p| speech.party(p)).collect(), MEMBERS));
        page.list(Order::Numbered, vec![side(first), side(second)]);
    }
    let mut items: Vec<Item> = Vec::new();
    let frustrated = split.frustrated.iter().map(|tie| speech.parties(&tie.parties));
    let (of, said) = (split.frustrated.len(), speech.number(frustration));
    let fits: Item = if of == 0 {
        speech.words("camps-smooth").into()
    } else {
        let all = semicolons(speech, frustrated.collect());
        speech.say("camps-frustrated", args! {"n": of, "number": said, "all": all}).into()
    };
    // The sides stand above it; what was weighed is the ties.
    let ties = relations.findings.iter().find(|f| f.rule == "frustration").map_or(&[][..], |f| &f.because);
    let ties: Vec<Contribution> = ties.iter().filter(|c| c.attribute == Some(Attribute::Tie)).cloned().collect();
    items.push(fits.on(told(speech, speech.words("grounds-camps"), Law::Optimum, &[], &ties)));
    if camps.status == Proof::NotProven {
        let least = speech.measure(camps.at_least, |x| word(speech.number(x)));
        items.push(speech.say("camps-not-proven", args! {"least": least}).into());
    }
    items.push(match camps.optima {
        Measure::Known(1) => speech.words("camps-only").into(),
        Measure::Known(n) => speech.say("camps-others", args! {"n": n - 1}).into(),
        Measure::Undefined(reason) => {
            speech.say("camps-uncounted", args! {"undefined": speech.undefined(reason)}).into()
        }
    });
    let strain = &relations.balance.strain;
    if !strain.ties.is_empty() {
        let ties = semicolons(speech, strain.ties.iter().map(|tie| speech.parties(&tie.parties)).collect());
        let rests =
            grounds.told(speech, speech.words("grounds-triangles"), "unbalanced-triangles", &[Element::Project]);
        items.push(Item::from(speech.say("camps-strain", args! {"ties": ties, "n": strain.triangles})).on(rests));
    }
    if let Measure::Known(brokers) = &relations.brokers.parties
        && !brokers.is_empty()
    {
        let all = speech.few(brokers.iter().map(|b| speech.party(&b.party)).collect(), SHOWN);
        let between = |b: &CampBroker| {
            let said = args! {"of": speech.name(&(&b.party).into()), "amount": speech.number(b.betweenness)};
            speech.say("ground-plain", said)
        };
        let rests = brokers.iter().map(between).collect();
        let rests = listed(speech, speech.words("grounds-between"), Law::Statistic, rests);
        items.push(Item::from(speech.say("camps-brokers", args! {"parties": all, "n": brokers.len()})).on(rests));
    }
    if !camps.untied.is_empty() {
        let (n, untied) = (camps.untied.len(), speech.parties(&camps.untied));
        items.push(speech.say("camps-untied", args! {"parties": untied, "n": n}).into());
    }
    page.list(Order::Bulleted, items);
}

/// Pairs in a row: each has an "and" of its own.
pub(super) fn semicolons(speech: &Speech<'_>, mut all: Vec<Inlines>) -> Inlines {
    let more = all.len().saturating_sub(SHOWN);
    all.truncate(SHOWN);
    if more > 0 {
        all.push(speech.say("list-more", args! {"n": more}));
    }
    let between = speech.words("list-semicolon");
    itertools::intersperse(all, between).flatten().collect()
}

fn reciprocity(speech: &Speech<'_>, found: &Reciprocity) -> Option<Inlines> {
    let raw = found.raw.value()?;
    let relation = speech.words(&format!("reciprocity-{}", found.relation));
    Some(
        speech.say(
            "reciprocity-one",
            args! {"relation": relation, "share": speech.hundredths(raw), "edges": found.edges},
        ),
    )
}

/// How far each party is from the project, or else from us, nearest first.
fn distances(page: &mut Page, speech: &Speech<'_>, relations: &Relations) {
    let places = &relations.nearness.parties;
    let project = places.iter().any(|p| p.to_project_km.value().is_some());
    let mut near: Vec<(f64, &PartyId)> = places
        .iter()
        .filter_map(|p| Some((if project { p.to_project_km } else { p.to_focal_km }.value()?, &p.party)))
        .collect();
    if near.is_empty() {
        return;
    }
    near.sort_by(|x, y| x.0.total_cmp(&y.0).then_with(|| x.1.cmp(y.1)));
    let one = |(km, party): &(f64, &PartyId)| {
        speech.say("distance-one", args! {"party": speech.party(party), "km": kilometres(speech, *km)})
    };
    let all = speech.and(near.iter().map(one));
    let unknown = speech.model.parties().len() - places.len();
    let key = if project { "distances-project" } else { "distances-focal" };
    page.paragraph(speech.say(key, args! {"all": all, "unknown": unknown}));
}

/// Kilometres, whole ones from ten on.
pub(super) fn kilometres(speech: &Speech<'_>, km: f64) -> String {
    speech.number(if km < 10.0 { (km * 10.0).round() / 10.0 } else { km.round() })
}
