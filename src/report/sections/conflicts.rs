//! Conflicts, strongest first, with their grounds and what could bridge them.

use super::super::page::{Inlines, Item, Order, Page, capital};
use super::super::speech::{Speech, args, strong};
use super::{Results, left_out, without_matter};
use crate::analysis::Conflict;
use crate::analysis::conflicts::{Bridges, Voicing};
use crate::evidence::{Measure, Omission};
use crate::model::{Attribute, Element};
use crate::rating::Aggregate;
use crate::vocabulary::ConflictKind;

/// How many bridges of one sort are written out.
const BRIDGES: usize = 3;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results, most: usize) {
    page.heading(2, speech.words("conflicts"));
    if without_matter(page, speech, "conflicts") {
        return;
    }
    let all = &found.conflicts;
    let shown: Vec<&Conflict> = all.conflicts.iter().take(most).collect();
    if all.conflicts.is_empty() && all.inner.is_empty() {
        page.paragraph(speech.words("conflicts-none"));
        return;
    }
    if !shown.is_empty() || !all.inner.is_empty() {
        page.paragraph(speech.words("conflicts-how"));
    }
    if shown.iter().copied().chain(&all.inner).any(|c| c.voicing == Voicing::Latent) {
        page.paragraph(speech.words("conflicts-with-care"));
    }
    page.list(Order::Numbered, shown.iter().map(|c| item(speech, c)).collect());
    if all.more || all.conflicts.len() > shown.len() {
        page.paragraph(speech.say("conflicts-more", args! {"n": shown.len()}));
    }
    if !all.inner.is_empty() {
        page.heading(3, speech.words("conflicts-inner"));
        page.paragraph(speech.words("conflicts-inner-how"));
        page.list(Order::Numbered, all.inner.iter().map(|c| item(speech, c)).collect());
    }
}

/// The conflict that a summary names: of the strongest ones that are not latent, or else of all of the strongest, the first with
/// the largest strength weighted by power. With it, whether others are as strong.
pub(super) fn foremost(found: &Results) -> Option<(&Conflict, bool)> {
    let all = &found.conflicts.conflicts;
    let strongest = all.first()?;
    let as_strong = all.iter().filter(|c| c.strength == strongest.strength);
    let rank = |c: &Conflict| (c.voicing == Voicing::Latent, c.weighted.value().map_or(1.0, |x| -x));
    let best = as_strong.clone().min_by(|a, b| {
        let (a, b) = (rank(a), rank(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    })?;
    Some((best, as_strong.count() > 1))
}

/// Who clashes over what, without a full stop.
pub(super) fn sentence(speech: &Speech<'_>, conflict: &Conflict) -> Inlines {
    let parties = speech.parties(&conflict.parties);
    let mut subject = conflict.subject.iter().map(|element| speech.name(element));
    let (x, y) = (subject.next().unwrap_or_default(), subject.next().unwrap_or_default());
    let key = match (conflict.kind, conflict.parties.len()) {
        (ConflictKind::OpposedInterests, 1) => "conflict-inner",
        (ConflictKind::Interest, _) => "conflict-interest",
        (ConflictKind::OpposedInterests, _) => "conflict-opposed-interests",
        (ConflictKind::Fate, _) => "conflict-fate",
        (ConflictKind::Value, _) => "conflict-value",
        (ConflictKind::ValuePriority, _) => "conflict-value-priority",
        (kind, _) => {
            let over = speech.and(conflict.subject.iter().map(|element| speech.name(element)));
            return speech.say("conflict-other", args! {"parties": parties, "kind": speech.term(kind), "x": over});
        }
    };
    if y.is_empty() {
        speech.say(key, args! {"parties": parties, "x": x})
    } else {
        speech.say(key, args! {"parties": parties, "x": x, "y": y})
    }
}

/// How strong: a number and a word, by thirds.
pub(super) fn strength(speech: &Speech<'_>, conflict: &Conflict) -> Inlines {
    speech.measure(conflict.strength, |x| {
        let level = if x < 1.0 / 3.0 {
            "strength-low"
        } else if x < 2.0 / 3.0 {
            "strength-medium"
        } else {
            "strength-high"
        };
        speech.say("strength", args! {"number": speech.hundredths(x), "level": speech.words(level)})
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
    let mut under = vec![speech.say("conflict-facts", facts).into()];
    let mut because: Vec<Item> = conflict.because.iter().map(|ground| speech.ground(ground).into()).collect();
    because.extend(left_out(speech, &conflict.missing));
    if conflict.strength.value().is_some() && conflict.weighted.value().is_none() {
        because.extend(left_out(speech, &powerless(speech, conflict)));
    }
    under.push(Item { text: speech.words("because"), under: because });
    if conflict.parties.len() > 1 {
        under.push(bridges(speech, conflict));
    }
    Item { text, under }
}

/// The powers that are missing for the weighted strength.
fn powerless(speech: &Speech<'_>, conflict: &Conflict) -> Vec<Omission> {
    let subjects = conflict.parties.iter().map(Element::from);
    let unknown = subjects.filter(|e| speech.model.read(e, Attribute::Power, Aggregate::Median).is_none());
    unknown.map(|subject| Omission::unknown(subject, Attribute::Power)).collect()
}

/// What could bridge a conflict, other than what it is about.
fn bridges(speech: &Speech<'_>, conflict: &Conflict) -> Item {
    let bridges: &Bridges = &conflict.bridges;
    let another = |over: &Element| !conflict.subject.contains(over);
    let with = |name: Inlines, strength: f64| {
        speech.say("bridge-one", args! {"name": name, "strength": speech.hundredths(strength)})
    };
    let interests = bridges.shared_interests.iter().map(|s| (Element::from(&s.over), s.strength));
    let interests = interests.filter(|(over, _)| another(over)).map(|(over, s)| with(speech.name(&over), s));
    let values = bridges.shared_values.iter().map(|s| (Element::from(&s.over), s.strength));
    let values = values.filter(|(over, _)| another(over)).map(|(over, s)| with(speech.name(&over), s));
    let brokers = bridges.brokers.iter().map(|b| with(speech.party(&b.party), b.weaker));
    let sorts: [(&str, Vec<Inlines>); 3] = [
        ("bridge-interests", interests.collect()),
        ("bridge-values", values.collect()),
        ("bridge-brokers", brokers.collect()),
    ];
    if sorts.iter().all(|(_, all)| all.is_empty()) {
        return speech.words("bridge-none").into();
    }
    let under = sorts.into_iter().filter(|(_, all)| !all.is_empty()).map(|(key, all)| {
        let n = all.len();
        Item::from(speech.say(key, args! {"all": speech.few(all, BRIDGES), "n": n}))
    });
    Item { text: speech.words("bridges"), under: under.collect() }
}
