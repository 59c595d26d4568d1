//! Findings of the iceberg, and making them again. Withheld notes stand in them by layer and number alone.

use std::collections::BTreeMap;

use super::chains::{Walker, deepest_chain};
use super::notes::Sight;
use super::options::AtLeastTwo;
use super::sounded::{Sounded, Story, are_disjoint};
use crate::analysis::replay::{Rule, as_cited};
use crate::evidence::{Amount, Contribution, Finding, Law, Measure, Undefined};
use crate::id::PartyId;
use crate::model::{Element, Model};
use crate::rating::Aggregate;
use crate::vocabulary::{Layer, Vocabulary};

const ANONYMITY: &str = "anonymity";
const UNSPOKEN_FROM: &str = "unspoken-from";
const ROOTS: &str = "roots-below";
const DEPTH: &str = "iceberg-depth";
const CHAINS: &str = "iceberg-chains";
const SUPPORT: &str = "iceberg-root-support";
const SHARED: &str = "iceberg-shared-root";
const FEWEST: &str = "iceberg-fewest-roots";
const MIRROR: &str = "iceberg-mirror";
const UNSPOKEN: &str = "iceberg-unspoken";

/// Withheld notes of a layer, as evidence names them.
fn withheld(layer: Layer) -> Element {
    Element::Setting(match layer {
        Layer::Event => "withheld-event",
        Layer::Pattern => "withheld-pattern",
        Layer::Structure => "withheld-structure",
        Layer::MentalModel => "withheld-mental-model",
    })
}

#[expect(clippy::cast_precision_loss, reason = "shown as a number; the count itself is whole")]
fn number(n: u64) -> f64 {
    n as f64
}

fn count(n: usize) -> f64 {
    number(u64::try_from(n).unwrap_or(u64::MAX))
}

/// The findings of one iceberg.
pub(super) struct Grounds<'s, 'a> {
    pub(super) sounded: &'s Sounded<'a>,
    pub(super) anonymity: AtLeastTwo,
    pub(super) unspoken_from: AtLeastTwo,
}

impl Grounds<'_, '_> {
    pub(super) fn all(&self, mirrors: &[(usize, [Story<'_>; 2])]) -> Vec<Finding> {
        let s = self.sounded;
        let mut out = Vec::new();
        for (at, _) in &s.bottlenecks {
            out.extend(self.depth(*at));
            out.extend(self.chains(*at));
        }
        let above = s.above_roots();
        for at in &s.roots {
            out.extend(self.support(*at));
            out.extend(self.shared(*at, above.get(at).map_or(&[], Vec::as_slice)));
        }
        out.extend(self.fewest());
        let mirror =
            |(at, [a, b]): &(usize, [Story<'_>; 2])| self.mirror(*at, (a.party, &a.roots), (b.party, &b.roots));
        out.extend(mirrors.iter().filter_map(mirror));
        out.extend((0..s.notes.all.len()).filter_map(|at| self.unspoken(at)));
        out
    }

    /// The reference to a note that may be shown.
    fn shown(&self, at: usize) -> Option<Element> {
        let note = self.sounded.notes.all.get(at)?;
        (note.sight != Sight::Withheld).then(|| note.id.into())
    }

    fn find(
        &self,
        subject: Vec<Element>,
        rule: &'static str,
        law: Law,
        amount: Amount,
        grounds: Vec<Contribution>,
    ) -> Finding {
        let mut because = vec![Contribution::of(Element::Setting(ANONYMITY), count(self.anonymity.get()))];
        because.extend(grounds);
        Finding { subject, rule, law, amount, aggregate: Aggregate::Median, because }
    }

    /// Notes as grounds: those that are shown with an amount each, withheld ones with the sum of theirs, by layer.
    fn grounds(&self, notes: impl IntoIterator<Item = (usize, u64)>) -> Vec<Contribution> {
        let mut out = Vec::new();
        let mut hidden: BTreeMap<Layer, u64> = BTreeMap::new();
        for (at, amount) in notes {
            match self.shown(at) {
                Some(element) => out.push(Contribution::of(element, number(amount))),
                None => {
                    let sum = hidden.entry(self.sounded.notes.layer(at)).or_default();
                    *sum = sum.saturating_add(amount);
                }
            }
        }
        out.extend(hidden.into_iter().map(|(layer, amount)| Contribution::of(withheld(layer), number(amount))));
        out
    }

    /// How deep a bottleneck goes: how many roots its chains end in, and the notes of one of the deepest chains.
    fn depth(&self, at: usize) -> Option<Finding> {
        let s = self.sounded;
        let mut grounds = vec![Contribution::of(Element::Setting(ROOTS), count(s.roots_of(at).len()))];
        grounds.extend(self.grounds(deepest_chain(&s.notes, &s.depths, at).into_iter().map(|note| (note, 1))));
        let amount = Amount::Class(s.depths.depth(at).word());
        Some(self.find(vec![self.shown(at)?], DEPTH, Law::Class, amount, grounds))
    }

    /// How many chains a bottleneck has, by the explanation that they begin with.
    fn chains(&self, at: usize) -> Option<Finding> {
        let Element::Observation(from) = self.shown(at)? else { return None };
        let s = self.sounded;
        let mut grounds = Vec::new();
        let mut hidden: BTreeMap<Layer, u64> = BTreeMap::new();
        for arc in s.notes.arcs(at) {
            // Of too many the number is not known; the total then is not, either.
            let through = s.depths.chains(arc.to).unwrap_or(u64::MAX);
            match self.shown(arc.to) {
                Some(Element::Observation(to)) => {
                    grounds.push(Contribution::of(Element::Because(from.clone(), to), number(through)));
                }
                _ => {
                    let sum = hidden.entry(s.notes.layer(arc.to)).or_default();
                    *sum = sum.saturating_add(through);
                }
            }
        }
        grounds.extend(hidden.into_iter().map(|(layer, n)| Contribution::of(withheld(layer), number(n))));
        let amount = Measure::or(s.depths.chains(at).map(number), Undefined::TooMany);
        Some(self.find(vec![(&from).into()], CHAINS, Law::Statistic, amount.into(), grounds))
    }

    /// How many say that a root is one.
    fn support(&self, at: usize) -> Option<Finding> {
        let supporters = self.sounded.notes.supporters(at)?;
        let grounds: Vec<Contribution> = supporters.into_iter().map(|p| Contribution::of(p.into(), 1.0)).collect();
        let amount = Amount::Number(count(grounds.len()));
        Some(self.find(vec![self.shown(at)?], SUPPORT, Law::Statistic, amount, grounds))
    }

    /// Whom the bottlenecks above a root are about, where they are two or more.
    fn shared(&self, at: usize, above: &[usize]) -> Option<Finding> {
        let about = self.sounded.about(above);
        if about.len() < 2 {
            return None;
        }
        let amount = Amount::Number(count(about.len()));
        let grounds = about.into_iter().map(|p| Contribution::of(p.into(), 1.0)).collect();
        Some(self.find(vec![self.shown(at)?], SHARED, Law::Statistic, amount, grounds))
    }

    /// How many roots the smallest sets have, with how many roots each bottleneck has to choose from. Which of equally small sets it
    /// would be is nothing to find: no set comes before another.
    fn fewest(&self) -> Option<Finding> {
        let s = self.sounded;
        let covers = s.covers(1).filter(|covers| covers.exact)?;
        let [_, size] = covers.cost;
        let covered = s.bottlenecks.iter().filter(|(_, roots)| !roots.is_empty());
        let roots = |roots: &[usize]| u64::try_from(roots.len()).unwrap_or(u64::MAX);
        let grounds = self.grounds(covered.map(|(at, below)| (*at, roots(below))));
        Some(self.find(vec![Element::Project], FEWEST, Law::Optimum, Amount::Number(number(size)), grounds))
    }

    /// The roots of two stories about one bottleneck: 1 for those of the one party, 2 for those of the other.
    fn mirror(
        &self,
        at: usize,
        (a, first): (&PartyId, &[usize]),
        (b, second): (&PartyId, &[usize]),
    ) -> Option<Finding> {
        if first.is_empty() || second.is_empty() || !are_disjoint(first, second) {
            return None;
        }
        let sides = first.iter().map(|root| (*root, 1)).chain(second.iter().map(|root| (*root, 2)));
        let subject = vec![self.shown(at)?, a.into(), b.into()];
        Some(self.find(subject, MIRROR, Law::Class, Amount::Class("mirror"), self.grounds(sides)))
    }

    /// A note that several noted and nobody spoke of; by whom, where that may be told.
    fn unspoken(&self, at: usize) -> Option<Finding> {
        if !self.sounded.is_unspoken(at, self.unspoken_from) {
            return None;
        }
        let mut grounds = vec![Contribution::of(Element::Setting(UNSPOKEN_FROM), count(self.unspoken_from.get()))];
        let open = self.sounded.notes.all.get(at).filter(|note| note.sight == Sight::Open);
        grounds.extend(open.iter().flat_map(|note| &note.it.by).map(|p| Contribution::of(p.into(), 1.0)));
        Some(self.find(vec![self.shown(at)?], UNSPOKEN, Law::Class, Amount::Class("unspoken"), grounds))
    }
}

/// A setting as a finding cites it.
fn cited(finding: &Finding, name: &'static str) -> Option<AtLeastTwo> {
    let setting = finding.because.iter().find(|c| c.source == Element::Setting(name))?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number that is not whole is another one"
    )]
    let number = AtLeastTwo::new(setting.amount as usize).ok()?;
    (count(number.get()).to_bits() == setting.amount.to_bits()).then_some(number)
}

/// Makes a finding again, if its subject is still there and may be shown.
fn again(model: &Model, finding: &Finding) -> Amount {
    let now = || {
        let anonymity = cited(finding, ANONYMITY)?;
        let unspoken_from = cited(finding, UNSPOKEN_FROM).unwrap_or(AtLeastTwo::TWO);
        let sounded = Sounded::of(model, anonymity);
        let grounds = Grounds { sounded: &sounded, anonymity, unspoken_from };
        if finding.rule == FEWEST {
            return grounds.fewest();
        }
        let Some(Element::Observation(id)) = finding.subject.first() else { return None };
        let at = sounded.notes.place(id)?;
        match (finding.rule, finding.subject.as_slice()) {
            (DEPTH, [_]) => grounds.depth(at),
            (CHAINS, [_]) => grounds.chains(at),
            (SUPPORT, [_]) => grounds.support(at).filter(|_| sounded.roots.contains(&at)),
            (SHARED, [_]) => grounds.shared(at, sounded.above_roots().get(&at)?),
            (MIRROR, [_, Element::Party(a), Element::Party(b)]) => {
                let mut walker = Walker::new(&sounded.notes);
                let [first, second] = [a, b].map(|party| Sounded::story(at, party, &mut walker));
                grounds.mirror(at, (a, &first), (b, &second))
            }
            (UNSPOKEN, [_]) => grounds.unspoken(at),
            _ => None,
        }
    };
    as_cited(now().filter(|f| f.subject == finding.subject), finding)
}

pub(in crate::analysis) const RULES: &[Rule] = &[
    Rule { id: DEPTH, law: Law::Class, part: Rule::WHOLE, whole: Some(again) },
    Rule { id: CHAINS, law: Law::Statistic, part: Rule::WHOLE, whole: Some(again) },
    Rule { id: SUPPORT, law: Law::Statistic, part: Rule::WHOLE, whole: Some(again) },
    Rule { id: SHARED, law: Law::Statistic, part: Rule::WHOLE, whole: Some(again) },
    Rule { id: FEWEST, law: Law::Optimum, part: Rule::WHOLE, whole: Some(again) },
    Rule { id: MIRROR, law: Law::Class, part: Rule::WHOLE, whole: Some(again) },
    Rule { id: UNSPOKEN, law: Law::Class, part: Rule::WHOLE, whole: Some(again) },
];
