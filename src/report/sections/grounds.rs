//! What a computed statement rests on, in a line for each number or class of it.
//!
//! The line says by which law the grounds make the statement, and names them in few words, the largest first where they add up. A
//! stake that a party has not disclosed is counted and never named, and so are those of others in the same interest, without a word
//! of which is which; but the interests by which two parties agree or not stand in the sentence itself, under its warning. Settings of a method stand in it where they are a number that
//! was compared with, not where they only say how was searched.

use std::collections::{BTreeSet, HashMap};

use super::super::page::{Inlines, Item};
use super::super::speech::{Speech, args, user, word};
use crate::analysis::Cuts;
use crate::evidence::{Contribution, Finding, Law};
use crate::id::InterestId;
use crate::model::{Attribute, Element};
use crate::vocabulary::Vocabulary as _;

/// How many grounds of one statement are named.
const NAMED: usize = 8;
/// How many where there are [many](super::are_many) parties.
const NAMED_OF_MANY: usize = 2;

/// Findings by their rule and what they are about.
pub(super) struct Grounds<'r>(HashMap<(&'r str, &'r [Element]), &'r Finding>);

impl<'r> Grounds<'r> {
    pub(super) fn of(findings: impl IntoIterator<Item = &'r Finding>) -> Self {
        Self(findings.into_iter().map(|finding| ((finding.rule, finding.subject.as_slice()), finding)).collect())
    }

    /// The grounds of what a rule says of something, if it says anything.
    pub(super) fn told(&self, speech: &Speech<'_>, what: Inlines, rule: &str, subject: &[Element]) -> Option<Item> {
        because(speech, what, self.0.get(&(rule, subject))?)
    }

    /// The grounds of all that the rules say of something.
    pub(super) fn all<const N: usize>(
        &self,
        speech: &Speech<'_>,
        subject: &[Element],
        statements: [(Inlines, &str); N],
    ) -> Vec<Item> {
        statements.into_iter().filter_map(|(what, rule)| self.told(speech, what, rule, subject)).collect()
    }
}

/// The grounds of a finding; `what`: what the finding is called where it stands.
pub(super) fn because(speech: &Speech<'_>, what: Inlines, finding: &Finding) -> Option<Item> {
    told(speech, what, finding.law, &finding.subject, &finding.because)
}

/// Contributions that make a statement about something by a law.
pub(super) fn told(
    speech: &Speech<'_>,
    what: Inlines,
    law: Law,
    subject: &[Element],
    because: &[Contribution],
) -> Option<Item> {
    let secret: BTreeSet<&InterestId> = because.iter().filter_map(|ground| secret(speech, subject, ground)).collect();
    // That another has the same interest would tell of the one that has not disclosed it.
    let hides = |ground: &&Contribution| match &ground.source {
        Element::Stake(_, interest) => speech.hides(&ground.source) || secret.contains(interest),
        _ => false,
    };
    let (hidden, shown): (Vec<&Contribution>, Vec<&Contribution>) = because.iter().partition(hides);
    let mut shown: Vec<&Contribution> = shown.into_iter().filter(|ground| has_words(speech, ground)).collect();
    once(&mut shown);
    // A line that says "1 more" is no shorter than that one.
    let most = named(speech, law, shown.len());
    let more = shown.len().saturating_sub(most);
    if adds_up(law) && more > 0 {
        shown.sort_by(|x, y| y.amount.abs().total_cmp(&x.amount.abs()));
    }
    shown.truncate(most);
    let parts = shown.iter().map(|ground| {
        let again = |other: &&Contribution| other.source == ground.source && other.attribute != ground.attribute;
        let of = Part { subject, law, beside: shown.iter().any(again) };
        of.told(speech, ground)
    });
    line(speech, what, law, parts.collect(), more, hidden.len())
}

/// A cut follows the rating that is compared with it. Where the next rating has the same, it is said once, after the last of them;
/// that of a rating that is no ground itself is left out.
fn once(grounds: &mut Vec<&Contribution>) {
    let rated: BTreeSet<Attribute> =
        grounds.iter().filter(|g| g.reading.is_some()).filter_map(|g| g.attribute).collect();
    grounds.retain(|ground| cut_of(ground).is_none_or(|attribute| rated.contains(&attribute)));
    let again = |cut: &Contribution, rest: &[&Contribution]| match rest {
        [rating, next, ..] => {
            cut_of(next).is_some() && cut_of(next) == rating.attribute && next.amount.total_cmp(&cut.amount).is_eq()
        }
        _ => false,
    };
    let mut kept = Vec::new();
    let mut rest = grounds.as_slice();
    while let Some((ground, after)) = rest.split_first() {
        rest = after;
        if cut_of(ground).is_none() || !again(ground, rest) {
            kept.push(*ground);
        }
    }
    *grounds = kept;
}

/// Of which rating of a party a ground is the cut.
fn cut_of(ground: &Contribution) -> Option<Attribute> {
    let Element::Setting(name) = &ground.source else { return None };
    let rating = name.strip_prefix("cut-")?;
    let rating = ["-midpoint", "-median", "-at"].iter().find_map(|kind| rating.strip_suffix(kind))?;
    Cuts::ATTRIBUTES.iter().copied().find(|attribute| attribute.word() == rating)
}

/// How many of all grounds are named. What a class or a product follows from is not cut: one that is left out may decide it.
fn named(speech: &Speech<'_>, law: Law, all: usize) -> usize {
    let cut = adds_up(law) && super::are_many(speech);
    super::told(all, if cut { NAMED_OF_MANY } else { NAMED })
}

/// Whether a law weighs all grounds together, so that the largest say most.
fn adds_up(law: Law) -> bool {
    matches!(law, Law::Sum | Law::Mean | Law::Max | Law::Statistic)
}

/// The interest of a stake that is not disclosed, unless it is what the statement is about.
fn secret<'c>(speech: &Speech<'_>, subject: &[Element], ground: &'c Contribution) -> Option<&'c InterestId> {
    let Element::Stake(_, interest) = &ground.source else { return None };
    (speech.hides(&ground.source) && !subject.contains(&interest.into())).then_some(interest)
}

/// A statement with its grounds as they are named already: the one that says most first.
pub(super) fn listed(speech: &Speech<'_>, what: Inlines, law: Law, mut grounds: Vec<Inlines>) -> Option<Item> {
    let most = named(speech, law, grounds.len());
    let more = grounds.len().saturating_sub(most);
    grounds.truncate(most);
    line(speech, what, law, grounds, more, 0)
}

fn line(
    speech: &Speech<'_>,
    what: Inlines,
    law: Law,
    mut all: Vec<Inlines>,
    more: usize,
    hidden: usize,
) -> Option<Item> {
    all.extend((more > 0).then(|| speech.say("list-more", args! {"n": more})));
    all.extend((hidden > 0).then(|| speech.say("grounds-hidden", args! {"n": hidden})));
    if all.is_empty() {
        return None;
    }
    let all: Inlines = itertools::intersperse(all, speech.words("list-semicolon")).flatten().collect();
    Some(speech.say(&format!("grounds-{law}"), args! {"what": what, "all": all}).into())
}

/// Whether a ground can be named: what only says how was searched cannot.
fn has_words(speech: &Speech<'_>, ground: &Contribution) -> bool {
    match (&ground.source, ground.attribute) {
        (Element::Setting(_), Some(Attribute::Cut)) => true,
        (Element::Setting(name), _) => name.starts_with("cut-") || name.starts_with("rings-"),
        (source, Some(attribute)) if ground.reading.is_none() => {
            speech.chosen(source, attribute).is_some() || attribute == Attribute::Schwartz
        }
        _ => true,
    }
}

/// How one ground is told in few words: without what the statement is about, and without the scale.
struct Part<'a> {
    subject: &'a [Element],
    law: Law,
    /// Whether another rating of the same relation stands beside it.
    beside: bool,
}

impl Part<'_> {
    fn told(&self, speech: &Speech<'_>, ground: &Contribution) -> Inlines {
        if let Element::Setting(name) = &ground.source {
            let key = if name.starts_with("rings-") { "ground-rings" } else { "ground-cut" };
            return speech.say(key, args! {"n": speech.number(ground.amount)});
        }
        let chosen = ground.attribute.and_then(|attribute| speech.chosen(&ground.source, attribute));
        let value = match (ground.reading, chosen) {
            // An attitude that does not count as it is, counts by a weight.
            (Some(reading), _) if self.law == Law::Statistic && ground.attribute == Some(Attribute::Attitude) => {
                let weight = speech.number(ground.amount);
                speech.say("ground-weighted", args! {"value": speech.cell(Some(reading)), "weight": weight})
            }
            (Some(reading), _) => speech.cell(Some(reading)),
            (None, Some(chosen)) => chosen,
            (None, None) => word(speech.number(ground.amount)),
        };
        let plain = |attribute: &Attribute| !self.beside && is_plain(&ground.source, *attribute);
        let rating = ground.attribute.filter(|attribute| !plain(attribute)).map(|attribute| speech.term(attribute));
        match (self.whose(speech, &ground.source), rating) {
            (Some(of), Some(rating)) => speech.say("ground-of", args! {"of": of, "rating": rating, "value": value}),
            (Some(of), None) => speech.say("ground-plain", args! {"of": of, "amount": value}),
            (None, Some(rating)) => speech.say("ground-own", args! {"rating": rating, "value": value}),
            (None, None) => speech.say("ground-itself", args! {"n": value}),
        }
    }

    /// Whose ground it is, as far as what the statement is about does not say so.
    fn whose(&self, speech: &Speech<'_>, source: &Element) -> Option<Inlines> {
        let known = |element: &Element| self.subject.contains(element);
        // One of several that a statement is about has to be named.
        let only = |element: &Element| {
            known(element) && self.subject.iter().filter(|other| other.kind() == element.kind()).count() == 1
        };
        let quoted = |node: &Element| speech.say("quoted", args! {"x": speech.name(node)});
        let (party, other): (Element, Element) = match source {
            source if known(source) => return None,
            Element::Project => return Some(speech.words("ground-together")),
            Element::Flow(id) => return Some(super::flows::flow(speech, id)),
            Element::DependsOn(a, b, resource) if known(&a.into()) && known(&b.into()) => {
                return Some(speech.say("quoted", args! {"x": user(resource)}));
            }
            Element::Claim(id) if speech.model.claim(id).is_some_and(|claim| only(&(&claim.party).into())) => {
                return Some(quoted(source));
            }
            Element::Influences(a, b) if only(&a.into()) && !known(&b.into()) => return Some(speech.name(&b.into())),
            Element::Stake(p, i) => (p.into(), i.into()),
            Element::Importance(p, v) => (p.into(), v.into()),
            _ => return Some(speech.thing(source)),
        };
        Some(if only(&other) {
            speech.name(&party)
        } else if only(&party) {
            quoted(&other)
        } else {
            speech.thing(source)
        })
    }
}

/// Whether a relation carries the one rating that it is named for.
fn is_plain(source: &Element, attribute: Attribute) -> bool {
    matches!(
        (source, attribute),
        (Element::Stake(..), Attribute::Stance)
            | (Element::Importance(..), Attribute::Importance)
            | (Element::Trusts(..), Attribute::Trust)
            | (Element::Influences(..), Attribute::Influence)
            | (Element::Tie(..), Attribute::Tie)
            | (Element::Tension(..), Attribute::Tension)
            | (Element::Claim(_), Attribute::Importance)
            | (Element::Dimension(..), Attribute::CultureNow)
    )
}
