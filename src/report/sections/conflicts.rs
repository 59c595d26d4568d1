//! Conflicts, strongest first, with their grounds and what could bridge them.

use super::super::page::{Inlines, Item, Order, Page, capital};
use super::super::picture;
use super::super::speech::{Arg, Speech, args, strong, view};
use super::{Results, left_out, told, without_matter};
use crate::analysis::Conflict;
use crate::analysis::conflicts::{Bridges, SupraInterest, Trade, Voicing};
use crate::analysis::rings::RingView;
use crate::evidence::{Measure, Omission};
use crate::id::{InterestId, MemberId, PartyId, Slug};
use crate::model::{Attribute, Element};
use crate::rating::Aggregate;
use crate::scale::Strength;
use crate::vocabulary::ConflictKind;

/// How many bridges of one sort are written out.
const BRIDGES: usize = 3;
/// On how many dimensions two cultures are said to differ.
const CULTURE: usize = 2;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results, most: usize) {
    page.heading(3, speech.words("conflicts"));
    if without_matter(page, speech, "conflicts") {
        return;
    }
    let all = &found.conflicts;
    let (about_leading, ranked): (Vec<&Conflict>, Vec<&Conflict>) =
        all.conflicts.iter().partition(|c| is_about_leading(c));
    let shown: Vec<&Conflict> = ranked.iter().copied().take(most).collect();
    if all.conflicts.is_empty() && all.inner.is_empty() {
        page.paragraph(speech.words("conflicts-none"));
        return;
    }
    if !shown.is_empty() || !all.inner.is_empty() {
        page.paragraph(speech.words("conflicts-how"));
    }
    if most > 0
        && let Some(picture) = picture::conflicts::draw(speech, all)
    {
        page.picture(picture);
    }
    let latent = |c: &Conflict| c.voicing == Voicing::Latent || bridges_hide(speech, c);
    if shown.iter().copied().chain(&all.inner).any(latent) {
        page.paragraph(speech.words("conflicts-with-care"));
    }
    page.list(Order::Numbered, shown.iter().map(|c| item(speech, c)).collect());
    if all.more || ranked.len() > shown.len() {
        page.paragraph(speech.say("conflicts-more", args! {"n": shown.len()}));
    }
    if !all.inner.is_empty() {
        page.heading(4, speech.words("conflicts-inner"));
        page.paragraph(speech.words("conflicts-inner-how"));
        page.list(Order::Numbered, all.inner.iter().map(|c| item(speech, c)).collect());
    }
    leading(page, speech, about_leading, most);
}

/// Whether it is about who leads. It then names people, for what they prefer: it has no place in a row of conflicts by strength.
pub(in crate::report) fn is_about_leading(conflict: &Conflict) -> bool {
    conflict.kind == ConflictKind::Leadership
}

/// What there is to talk about in who leads, by the names in it: without strengths, which would be scores of people.
fn leading(page: &mut Page, speech: &Speech<'_>, mut all: Vec<&Conflict>, most: usize) {
    if all.is_empty() || most == 0 {
        return;
    }
    page.heading(4, speech.words("conflicts-leading"));
    page.paragraph(speech.words("conflicts-leading-how"));
    all.sort_by(|a, b| a.subject.cmp(&b.subject));
    let most = told(all.len(), most);
    let of_kind = |c: &&Conflict| Item { kind: Some(speech.kind(c.kind)), ..Item::from(with_full_stop(speech, c)) };
    let mut items: Vec<Item> = all.iter().take(most).map(of_kind).collect();
    if all.len() > most {
        items.push(speech.say("list-more", args! {"n": all.len() - most}).into());
    }
    page.list(Order::Bulleted, items);
}

fn with_full_stop(speech: &Speech<'_>, conflict: &Conflict) -> Inlines {
    let mut text = capital(sentence(speech, conflict));
    text.extend(speech.words("full-stop"));
    text
}

/// The conflict that a summary names: of the strongest ones that are not latent, or else of all of the strongest, the first with
/// the largest strength weighted by power. With it, whether others are as strong. Who leads is not summed up so: it is about people.
pub(super) fn foremost(found: &Results) -> Option<(&Conflict, bool)> {
    let all = found.conflicts.conflicts.iter().filter(|c| !is_about_leading(c));
    let strongest = all.clone().next()?;
    let as_strong = all.filter(|c| c.strength == strongest.strength);
    let rank = |c: &Conflict| (c.voicing == Voicing::Latent, c.weighted.value().map_or(1.0, |x| -x));
    let best = as_strong.clone().min_by(|a, b| {
        let (a, b) = (rank(a), rank(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    })?;
    Some((best, as_strong.count() > 1))
}

/// Who clashes over what, without a full stop.
pub(in crate::report) fn sentence(speech: &Speech<'_>, conflict: &Conflict) -> Inlines {
    of_parties(speech, conflict, speech.parties(&conflict.parties))
}

/// What two parties that are known clash over, without a full stop.
pub(super) fn between_both(speech: &Speech<'_>, conflict: &Conflict) -> Inlines {
    of_parties(speech, conflict, speech.words("both-parties"))
}

fn of_parties(speech: &Speech<'_>, conflict: &Conflict, parties: Inlines) -> Inlines {
    let mut subject = conflict.subject.iter().map(|element| speech.name(element));
    let (x, y) = (subject.next().unwrap_or_default(), subject.next().unwrap_or_default());
    let special = match conflict.kind {
        ConflictKind::Misperception => misperception(speech, conflict),
        ConflictKind::Relation => relation(speech, conflict),
        ConflictKind::Culture => culture(speech, conflict, &parties),
        ConflictKind::Role => role(speech, conflict),
        ConflictKind::Leadership => leadership(speech, conflict),
        _ => None,
    };
    if let Some(sentence) = special {
        return sentence;
    }
    let key = match (conflict.kind, conflict.parties.len()) {
        (ConflictKind::OpposedInterests, 1) => "conflict-inner",
        (ConflictKind::Interest, _) => "conflict-interest",
        (ConflictKind::OpposedInterests, _) => "conflict-opposed-interests",
        (ConflictKind::Fate, _) => "conflict-fate",
        (ConflictKind::Value, _) => "conflict-value",
        (ConflictKind::ValuePriority, _) => "conflict-value-priority",
        (kind, _) => {
            let over = speech.and(conflict.subject.iter().map(|element| speech.thing(element)));
            return speech.say("conflict-other", args! {"parties": parties, "kind": speech.term(kind), "x": over});
        }
    };
    if y.is_empty() {
        speech.say(key, args! {"parties": parties, "x": x})
    } else {
        speech.say(key, args! {"parties": parties, "x": x, "y": y})
    }
}

/// Who misjudges whom in what.
fn misperception(speech: &Speech<'_>, conflict: &Conflict) -> Option<Inlines> {
    let [Element::Believes(id, value)] = conflict.subject.as_slice() else { return None };
    let belief = speech.model.belief(id)?;
    let named = args! {
        "a": speech.party(&belief.by), "b": speech.party(&belief.about), "x": speech.name(&value.into()),
    };
    let mut raw = conflict.because.iter().filter_map(|c| c.reading).map(|r| r.raw);
    let key = if raw.next()? < raw.next()? { "conflict-misperception-less" } else { "conflict-misperception-more" };
    Some(speech.say(key, named))
}

/// What is wrong between two parties, and which of them it weighs on.
fn relation(speech: &Speech<'_>, conflict: &Conflict) -> Option<Inlines> {
    let pair = |a: &PartyId, b: &PartyId| args_of(speech, a, b);
    let [first, rest @ ..] = conflict.subject.as_slice() else { return None };
    match (first, rest) {
        (Element::Tie(a, b), []) => Some(speech.say("conflict-tie", &pair(a, b))),
        (Element::Trusts(a, b), []) => Some(speech.say("conflict-trust", &pair(a, b))),
        (Element::Trusts(a, b), [Element::Trusts(..)]) => {
            let mut raw = conflict.because.iter().filter_map(|c| c.reading).map(|r| r.raw);
            let (a, b) = if raw.next()? < raw.next()? { (b, a) } else { (a, b) };
            Some(speech.say("conflict-trust-one-sided", &pair(a, b)))
        }
        (Element::DependsOn(..), _) => {
            let most = conflict.because.iter().max_by(|x, y| x.amount.total_cmp(&y.amount))?;
            let Element::DependsOn(a, b, _) = &most.source else { return None };
            Some(speech.say("conflict-dependence", &pair(a, b)))
        }
        _ => None,
    }
}

fn args_of(speech: &Speech<'_>, a: &PartyId, b: &PartyId) -> [(&'static str, Arg); 2] {
    [("a", speech.party(a).into()), ("b", speech.party(b).into())]
}

/// On which dimensions two cultures differ most.
fn culture(speech: &Speech<'_>, conflict: &Conflict, parties: &Inlines) -> Option<Inlines> {
    let [Element::Culture(a), Element::Culture(_)] = conflict.subject.as_slice() else { return None };
    let model = speech.model.culture(a)?.model;
    let mut apart: Vec<(f64, &Slug)> = Vec::new();
    for two in conflict.because.chunks(2) {
        if let [x, y] = two
            && let Element::Dimension(_, dimension) = &x.source
        {
            apart.push(((x.amount - y.amount).abs(), dimension));
        }
    }
    apart.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| x.1.cmp(y.1)));
    let most = apart.into_iter().filter(|(by, _)| *by > 0.0).take(CULTURE);
    let most = speech.and(most.map(|(_, d)| super::cultures::dimension(speech, model, d)));
    Some(speech.say("conflict-culture", args! {"parties": parties.clone(), "most": most}))
}

/// Which two rings of a party differ.
fn role(speech: &Speech<'_>, conflict: &Conflict) -> Option<Inlines> {
    let [Element::Setting(first), Element::Setting(second)] = conflict.subject.as_slice() else { return None };
    let party = conflict.parties.first()?;
    let rings = &speech.model.party(party)?.rings;
    let ring = |view: RingView| {
        let word = match view {
            RingView::Actual => &rings.actual,
            RingView::Wished => &rings.wished,
            RingView::Desired => &rings.desired,
        };
        word.as_ref().map(|w| speech.own_word("ring", w))
    };
    let (first, second) = (view(first)?, view(second)?);
    let named = args! {
        "party": speech.party(party), "first": speech.term(first), "firstring": ring(first)?,
        "second": speech.term(second), "secondring": ring(second)?,
    };
    Some(speech.say("conflict-role", named))
}

/// Who leads what that does not fit, who lead the same phase, or which role nobody covers.
fn leadership(speech: &Speech<'_>, conflict: &Conflict) -> Option<Inlines> {
    let person = |id: &MemberId| {
        let name = speech.name(&id.into());
        match speech.model.member(id).and_then(|m| m.party.as_ref()) {
            Some(party) => speech.say("member-of", args! {"member": name, "party": speech.party(party)}),
            None => name,
        }
    };
    match conflict.subject.as_slice() {
        [Element::Does(member, task)] => {
            let named = args! {"member": person(member), "task": speech.name(&task.into())};
            Some(speech.say("conflict-leadership-task", named))
        }
        [Element::Leads(member, phase)] => {
            let named = args! {"member": person(member), "phase": speech.term(*phase)};
            Some(speech.say("conflict-leadership-phase", named))
        }
        [Element::Leads(a, phase), Element::Leads(b, _)] => {
            let named = args! {"a": person(a), "b": person(b), "phase": speech.term(*phase)};
            Some(speech.say("conflict-leadership-both", named))
        }
        [phase, role] => {
            let named = args! {"phase": speech.thing(phase), "role": speech.thing(role)};
            Some(speech.say("conflict-leadership-role", named))
        }
        _ => None,
    }
}

/// The words for how strong a conflict is, by [`level`].
pub(in crate::report) const LEVELS: [&str; 3] = ["strength-low", "strength-medium", "strength-high"];

/// In which third of the range a strength lies, from 0.
pub(in crate::report) fn level(strength: f64) -> usize {
    [1.0 / 3.0, 2.0 / 3.0].iter().filter(|bound| strength >= **bound).count()
}

/// How strong: a number and a word, by thirds.
pub(in crate::report) fn strength(speech: &Speech<'_>, conflict: &Conflict) -> Inlines {
    speech.measure(conflict.strength, |x| {
        let level = LEVELS.get(level(x)).map(|key| speech.words(key)).unwrap_or_default();
        speech.say("strength", args! {"number": speech.hundredths(x), "level": level})
    })
}

fn item(speech: &Speech<'_>, conflict: &Conflict) -> Item {
    let mut text = strong(capital(sentence(speech, conflict)));
    text.extend(speech.words("full-stop"));
    let number = |m: Measure| speech.measure(m, |x| super::super::speech::word(speech.hundredths(x)));
    let acknowledged = if conflict.acknowledged { "acknowledged-yes" } else { "acknowledged-no" };
    let facts = args! {
        "kind": speech.term(conflict.kind), "strength": strength(speech, conflict),
        "weighted": number(conflict.weighted), "voicing": speech.words(&format!("conflict-{}", conflict.voicing)),
        "acknowledged": speech.words(acknowledged),
    };
    let mut under: Vec<Item> = vec![speech.say("conflict-facts", facts).into()];
    under.extend(conflict.mutual_gain.map(|gain| Item::from(speech.words(&format!("conflict-gain-{gain}")))));
    under.extend(misjudged(speech, conflict).map(Item::from));
    let mut because: Vec<Item> = conflict.because.iter().map(|ground| speech.ground(ground).into()).collect();
    because.extend(left_out(speech, &conflict.missing));
    if conflict.strength.value().is_some() && conflict.weighted.value().is_none() {
        because.extend(left_out(speech, &powerless(speech, conflict)));
    }
    under.push(Item { text: speech.words("because"), under: because, ..Item::default() });
    if conflict.parties.len() > 1 {
        under.push(bridges(speech, conflict));
    }
    Item { text, under, kind: Some(speech.kind(conflict.kind)), ..Item::default() }
}

/// What a misperception makes of the two.
fn misjudged(speech: &Speech<'_>, conflict: &Conflict) -> Option<Inlines> {
    let misjudgement = conflict.misjudgement?;
    let [Element::Believes(id, _)] = conflict.subject.as_slice() else { return None };
    let belief = speech.model.belief(id)?;
    Some(speech.say(&format!("conflict-{misjudgement}"), &args_of(speech, &belief.by, &belief.about)))
}

/// The powers that are missing for the weighted strength.
fn powerless(speech: &Speech<'_>, conflict: &Conflict) -> Vec<Omission> {
    let subjects = conflict.parties.iter().map(Element::from);
    let unknown = subjects.filter(|e| speech.model.read(e, Attribute::Power, Aggregate::Median).is_none());
    unknown.map(|subject| Omission::unknown(subject, Attribute::Power)).collect()
}

/// What could bridge a conflict, other than what it is about.
fn bridges(speech: &Speech<'_>, conflict: &Conflict) -> Item {
    let clash = |over: &Element| conflict.subject.contains(over) || divides(speech, &conflict.parties, over);
    let under = bridging(speech, &conflict.parties, &conflict.bridges, clash);
    if under.is_empty() {
        return speech.words("bridge-none").into();
    }
    Item { text: speech.words("bridges"), under, ..Item::default() }
}

/// Whether two parties that both hold a value lie as far apart in it as makes a conflict of priority by default: what divides them
/// is not told as what they share.
fn divides(speech: &Speech<'_>, parties: &[PartyId], over: &Element) -> bool {
    let (Element::Value(value), [a, b]) = (over, parties) else { return false };
    let read = |party: &PartyId| {
        let importance = Element::Importance(party.clone(), value.clone());
        speech.model.read(&importance, Attribute::Importance, Aggregate::Median)
    };
    read(a).zip(read(b)).is_some_and(|(a, b)| a.scale.apart(a.raw, b.raw) >= Strength::HALF.get())
}

/// What binds two parties, a line for each sort, without what they clash over. Only how far apart they are is no bridge: that is
/// told beside others.
pub(super) fn bridging(
    speech: &Speech<'_>,
    parties: &[PartyId],
    bridges: &Bridges,
    clash: impl Fn(&Element) -> bool,
) -> Vec<Item> {
    let [first, second] = parties else { return Vec::new() };
    let with = |name: Inlines, strength: f64| {
        speech.say("bridge-one", args! {"name": name, "strength": speech.hundredths(strength)})
    };
    // What one of them is against binds nobody, whatever serves it.
    let opposed = |interest: &InterestId| {
        let stake = |p: &PartyId| Element::Stake(p.clone(), interest.clone());
        let read = |p: &PartyId| speech.model.read(&stake(p), Attribute::Stance, Aggregate::Median);
        parties.iter().any(|p| read(p).is_some_and(|r| r.raw < 0.0))
    };
    let interests = bridges.shared_interests.iter().map(|s| (Element::from(&s.over), s.strength));
    let interests = interests.filter(|(over, _)| !clash(over)).map(|(over, s)| with(speech.name(&over), s));
    let supra = bridges.supra_interests.iter().filter(|s| !clash(&(&s.interest).into()) && !opposed(&s.interest));
    let values = bridges.shared_values.iter().map(|s| (Element::from(&s.over), s.strength));
    let values = values.filter(|(over, _)| !clash(over)).map(|(over, s)| with(speech.name(&over), s));
    let brokers = bridges.brokers.iter().map(|b| with(speech.party(&b.party), b.weaker));
    let quoted = |interest: &InterestId| speech.say("quoted", args! {"x": speech.name(&interest.into())});
    let by = |supra: &SupraInterest, interests: &[InterestId], party: &PartyId| {
        let itself = interests.contains(&supra.interest);
        let through: Vec<Inlines> = interests.iter().map(quoted).collect();
        let key = if itself { "bridge-supra-itself" } else { "bridge-supra-through" };
        speech.say(key, args! {"party": speech.party(party), "all": speech.few(through, 1)})
    };
    let supra = supra.map(|s| {
        let [x, y] = &s.by;
        let name = speech.name(&(&s.interest).into());
        if x == y {
            let through = speech.few(x.iter().map(quoted).collect(), BRIDGES);
            return speech.say("bridge-supra-both", args! {"name": name, "all": through});
        }
        speech.say("bridge-supra-one", args! {"name": name, "x": by(s, x, first), "y": by(s, y, second)})
    });
    let trade = |t: &Trade| {
        let (x, y) = (quoted(&t.for_second), quoted(&t.for_first));
        let named = args! {
            "a": speech.party(first), "x": x, "b": speech.party(second), "y": y,
            "strength": speech.hundredths(t.strength),
        };
        speech.say("bridge-trade-one", named)
    };
    let sorts: [(&str, Vec<Inlines>); 4] = [
        ("bridge-interests", interests.collect()),
        ("bridge-supra", supra.collect()),
        ("bridge-values", values.collect()),
        ("bridge-brokers", brokers.collect()),
    ];
    let mut out: Vec<Item> = sorts
        .into_iter()
        .filter(|(_, all)| !all.is_empty())
        .map(|(key, all)| {
            let n = all.len();
            Item::from(speech.say(key, args! {"all": speech.few(all, BRIDGES), "n": n}))
        })
        .collect();
    out.extend(bridges.log_rolling.iter().take(BRIDGES).map(|t| Item::from(trade(t))));
    if bridges.log_rolling.len() > BRIDGES {
        let n = bridges.log_rolling.len() - BRIDGES;
        out.push(speech.say("bridge-trade-more", args! {"n": n}).into());
    }
    out
}

/// Whether what could bridge a conflict names a stake that is not disclosed.
fn bridges_hide(speech: &Speech<'_>, conflict: &Conflict) -> bool {
    match conflict.parties.as_slice() {
        [first, second] => hide(speech, [first, second], &conflict.bridges),
        _ => false,
    }
}

/// Whether what binds two parties names a stake that is not disclosed.
pub(super) fn hide(speech: &Speech<'_>, parties: [&PartyId; 2], bridges: &Bridges) -> bool {
    let shared = bridges.shared_interests.iter().flat_map(|s| &s.because).map(|c| c.source.clone());
    let traded = bridges.log_rolling.iter().flat_map(|t| &t.because).map(|c| c.source.clone());
    let served = bridges.supra_interests.iter().flat_map(|s| {
        let sides = parties.into_iter().zip(&s.by);
        sides.flat_map(|(party, by)| by.iter().map(move |i| Element::Stake(party.clone(), i.clone())))
    });
    shared.chain(traded).chain(served).any(|stake| speech.hides(&stake))
}
