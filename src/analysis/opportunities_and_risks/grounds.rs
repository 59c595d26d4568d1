//! The conditions of the rules, what they are judged over, and the grounds that judging gathers.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::cut::{Drawn, cited, cut_again, height};
use super::super::grid::sign;
use super::super::rings::{RingsOptions, place_again, strength, word_of};
use super::OpportunityRiskOptions;
use crate::evidence::{Contribution, Finding, Omission, OmissionReason};
use crate::id::{ClaimId, InterestId, PartyId};
use crate::model::{Attribute, Claim, Element, Model, Party, Table};
use crate::rating::{Aggregate, Reading};
use crate::scale::ScaleKind;
use crate::vocabulary::{ClaimKind, Engagement, Height, PartyKind, Vocabulary};

/// What a rule is judged over; each case at most once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    /// Every party but the focal one.
    Party,
    /// Such a party with an interest in which the focal party has a stake too.
    Interest,
    /// Such a party with a claim of one of these kinds.
    Claim(&'static [ClaimKind]),
    /// Such a party with another one that has a trust rating for it.
    Trust,
    /// Such a party with a resource for which the focal party depends on it.
    Resource,
    /// Two such parties with a tie.
    Tie,
}

/// Which of the parties of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Subject,
    Other,
}

/// What must hold for a rule to apply. All conditions of a rule must.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Condition {
    /// Attitude above 0.
    Supporter(Who),
    /// Attitude exactly 0.
    Doubter,
    /// Attitude below 0.
    Opponent(Who),
    /// Attitude at or below 0.
    NotSupporter,
    /// The rating of the subject is at or above its cut.
    High(Attribute),
    /// The rating of the subject is below its cut.
    Low(Attribute),
    /// The other's trust in the subject is at or above the cut.
    Trusted,
    /// The focal party and the subject have stances of one sign, not 0, on the interest.
    Shared,
    /// The importance of the claim is at or above the cut; where it has none, that of its value for the party.
    ImportantClaim,
    /// The importance of the resource is at or above the cut.
    ImportantResource,
    /// The substitutability of the resource is below the cut.
    ScarceResource,
    /// The first ring lies further inside than the second.
    RingAbove(Attribute, Attribute),
    /// We depend on nobody else for a resource of the same name.
    OnlySource,
    /// Not the environment nor society at large, which nobody can speak to.
    Addressable,
    /// Not of one organisation with the focal party: no unit of it, nor a whole that it is a unit of.
    Apart,
    /// No partner, nobody with whom contact is on record, and nobody who has a tie above 0 with one of our organisation.
    Stranger,
    /// No tie with the focal party, where that would have been written down; or a tie of 0.
    NoTie,
    /// A tie above 0 between the two.
    Tied,
    /// It does not know of the project.
    Unaware,
    /// Its attitude is judged to lie on both sides of 0.
    Divided,
}

/// The thing that a case is about, beside its parties.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject<'m> {
    Nothing,
    Interest(&'m InterestId),
    Claim(&'m ClaimId, &'m Claim),
    Trust,
    Resource(&'m str),
    Tie,
}

/// One thing to be judged by a rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case<'m> {
    pub(super) party: &'m PartyId,
    pub(super) other: Option<&'m PartyId>,
    over: Subject<'m>,
}

impl<'m> Case<'m> {
    fn of(party: &'m PartyId, over: Subject<'m>) -> Self {
        Self { party, other: None, over }
    }

    fn pair(party: &'m PartyId, other: &'m PartyId, over: Subject<'m>) -> Self {
        Self { party, other: Some(other), over }
    }

    pub(super) fn parties(&self) -> Vec<PartyId> {
        std::iter::once(self.party).chain(self.other).cloned().collect()
    }

    pub(super) fn subject(&self, focal: Option<&PartyId>) -> Vec<Element> {
        let element = match (self.over, self.other, focal) {
            (Subject::Interest(interest), ..) => Some(interest.into()),
            (Subject::Claim(claim, _), ..) => Some(claim.into()),
            (Subject::Trust, Some(other), _) => Some(Element::Trusts(other.clone(), self.party.clone())),
            (Subject::Resource(resource), _, Some(focal)) => {
                Some(Element::DependsOn(focal.clone(), self.party.clone(), resource.into()))
            }
            (Subject::Tie, Some(other), _) => Some(tie_between(self.party, other)),
            _ => None,
        };
        element.into_iter().collect()
    }
}

fn tie_between(a: &PartyId, b: &PartyId) -> Element {
    Element::Tie(a.min(b).clone(), a.max(b).clone())
}

/// What the rules read.
pub(super) struct Context<'m> {
    pub(super) model: &'m Model,
    pub(super) focal: Option<&'m PartyId>,
    pub(super) aggregate: Aggregate,
    /// The cuts as they are cited.
    cuts: BTreeMap<Attribute, Contribution>,
    rings: RingWords<'m>,
    /// The ratings of all parties, when all are to be judged.
    ratings: Option<HashMap<&'m PartyId, Vec<(Attribute, Reading)>>>,
    tied: OnceCell<BTreeSet<&'m PartyId>>,
    ours: OnceCell<Vec<&'m PartyId>>,
}

/// Where the vocabulary of rings is from.
enum RingWords<'m> {
    Given(&'m RingsOptions),
    Cited(&'m Finding),
}

impl RingWords<'_> {
    /// The vocabulary as it is cited.
    fn cited(&self, model: &Model) -> Option<Contribution> {
        match self {
            Self::Given(options) => Some(options.cited()),
            Self::Cited(finding) => {
                let is_ours = |c: &&Contribution| {
                    c.attribute.is_none()
                        && matches!(c.source, Element::Setting(_))
                        && place_again(model, finding, c).is_some()
                };
                finding.because.iter().find(is_ours).cloned()
            }
        }
    }

    /// The place of a party's ring from the outside, from 1; `None` within where its word is not in the vocabulary.
    fn place(&self, model: &Model, party: &PartyId, attribute: Attribute) -> Option<Option<f64>> {
        let word = word_of(model.party(party)?, attribute)?;
        let place = match self {
            Self::Given(options) => options.place(word),
            Self::Cited(finding) => {
                let is_this = |c: &&Contribution| c.source == Element::from(party) && c.attribute == Some(attribute);
                let cited = finding.because.iter().find(is_this);
                let place = cited.and_then(|c| place_again(model, finding, c));
                // What is taken as cited must at least be a place.
                place.filter(|at| *at >= 1.0 && at.fract() == 0.0)
            }
        };
        Some(place)
    }
}

/// Under which setting a cut without a population is cited.
const FIXED: [(Attribute, &str, &str); 2] = [
    (Attribute::Importance, "cut-importance-midpoint", "cut-importance-at"),
    (Attribute::Substitutability, "cut-substitutability-midpoint", "cut-substitutability-at"),
];

impl<'m> Context<'m> {
    /// For judging everything.
    pub(super) fn new(model: &'m Model, options: &'m OpportunityRiskOptions) -> Self {
        let aggregate = options.aggregate;
        let drawn = super::CUT.iter().filter_map(|attribute| {
            Some((*attribute, Drawn::of(model, *attribute, &options.cuts, aggregate).cited()?))
        });
        let fixed = FIXED.into_iter().map(|(attribute, midpoint, at)| {
            let cut = options.fixed_cut(attribute);
            let setting = if matches!(cut, super::Cut::At(_)) { at } else { midpoint };
            (attribute, cited(setting, cut.fixed(&model.scales().of(ScaleKind::OneSided))))
        });
        let cuts = drawn.chain(fixed).collect();
        let read = |id: &'m PartyId| {
            let subject = Element::from(id);
            let rated = Party::RATED.iter().filter_map(|a| Some((*a, model.read(&subject, *a, aggregate)?)));
            (id, rated.collect())
        };
        let ratings = model.parties().map(|(id, _)| read(id)).collect();
        let focal = model.project().focal.as_ref();
        let rings = RingWords::Given(&options.rings);
        Self {
            model,
            focal,
            aggregate,
            cuts,
            rings,
            ratings: Some(ratings),
            tied: OnceCell::new(),
            ours: OnceCell::new(),
        }
    }

    /// For judging one case again, by the cuts and rings that a finding cites.
    pub(super) fn again(model: &'m Model, finding: &'m Finding) -> Self {
        let cut = |c: &Contribution| Some((cut_cited(model, c, finding.aggregate)?.0, c.clone()));
        let cuts = finding.because.iter().filter_map(cut).collect();
        let (focal, aggregate) = (model.project().focal.as_ref(), finding.aggregate);
        let rings = RingWords::Cited(finding);
        Self { model, focal, aggregate, cuts, rings, ratings: None, tied: OnceCell::new(), ours: OnceCell::new() }
    }

    /// Every party but the focal one.
    fn others(&self) -> impl Iterator<Item = &'m PartyId> {
        self.model.parties().map(|(id, _)| id).filter(|id| self.is_other(id))
    }

    fn is_other(&self, party: &PartyId) -> bool {
        self.focal != Some(party)
    }

    /// A rating of a party.
    pub(super) fn rating(&self, party: &PartyId, attribute: Attribute) -> Option<Reading> {
        match &self.ratings {
            Some(all) => all.get(party)?.iter().find(|(a, _)| *a == attribute).map(|(_, reading)| *reading),
            None => self.model.read(&party.into(), attribute, self.aggregate),
        }
    }

    pub(super) fn cut(&self, attribute: Attribute) -> Option<&Contribution> {
        self.cuts.get(&attribute)
    }

    fn is_tied(&self, party: &PartyId) -> bool {
        let ends = || self.model.ties().iter().flat_map(|(a, b, _)| [a, b]).collect();
        self.tied.get_or_init(ends).contains(party)
    }

    /// Whether a tie between the two would have been written down: our ties are on record, or the party is said to have
    /// none. Of a tie the model does not keep which of its ends wrote it, so that a tie of the party with a third one
    /// does not say that anybody looked for one with us.
    fn has_told_ties(&self, focal: &PartyId, party: &PartyId) -> bool {
        let wrote = |party| self.model.wrote(party, Table::Ties);
        wrote(focal) || self.is_tied(focal) || (wrote(party) && !self.is_tied(party))
    }

    /// Whether one of the two is a unit of the other, at whatever depth.
    fn is_of_one_organisation(&self, a: &PartyId, b: &PartyId) -> bool {
        self.is_unit(a, b) || self.is_unit(b, a)
    }

    /// The units of the focal party and the wholes that it is a unit of.
    fn of_our_organisation(&self, focal: &PartyId) -> impl Iterator<Item = &'m PartyId> {
        let all = self.model.parties().map(|(id, _)| id);
        let ours = || all.filter(|id| self.is_of_one_organisation(id, focal)).collect();
        self.ours.get_or_init(ours).iter().copied()
    }

    fn is_unit(&self, unit: &PartyId, whole: &PartyId) -> bool {
        let above = |id: &&'m PartyId| self.model.party(id).and_then(|p| p.part_of.as_ref());
        let first = self.model.party(unit).and_then(|p| p.part_of.as_ref());
        std::iter::successors(first, above).any(|id| id == whole)
    }

    /// Whether nothing was ever said of the stakes of a party.
    fn is_unasked(&self, party: &PartyId) -> bool {
        self.model.stakes().of(party).next().is_none() && !self.model.wrote(party, Table::Stakes)
    }

    /// Everything that a rule is judged over.
    pub(super) fn cases(&self, over: Over) -> Vec<Case<'m>> {
        let model = self.model;
        match over {
            Over::Party => self.others().map(|p| Case::of(p, Subject::Nothing)).collect(),
            Over::Interest => {
                let Some(focal) = self.focal else { return Vec::new() };
                let ours: BTreeSet<&InterestId> = model.stakes().of(focal).map(|(interest, _)| interest).collect();
                let open = self.is_unasked(focal);
                let of = |party: &'m PartyId| {
                    let common = model.stakes().of(party).map(|(interest, _)| interest).filter(|i| ours.contains(i));
                    let mut cases: Vec<_> = common.map(|i| Case::of(party, Subject::Interest(i))).collect();
                    if open || self.is_unasked(party) {
                        cases.push(Case::of(party, Subject::Nothing));
                    }
                    cases
                };
                self.others().flat_map(of).collect()
            }
            Over::Claim(kinds) => {
                let claims = model.claims().filter(|(_, c)| kinds.contains(&c.kind) && self.is_other(&c.party));
                claims.map(|(id, claim)| Case::of(&claim.party, Subject::Claim(id, claim))).collect()
            }
            Over::Trust => {
                let trusts = model.trusts().iter().filter(|(from, to, _)| self.is_other(from) && self.is_other(to));
                let mut cases: Vec<_> = trusts.map(|(from, to, _)| Case::pair(to, from, Subject::Trust)).collect();
                let is_for = |p: &&'m PartyId| self.rating(p, Attribute::Attitude).is_some_and(|r| r.raw > 0.0);
                if let Some(somebody) = self.others().find(is_for) {
                    let silent = |p: &&'m PartyId| {
                        model.trusts().of(p).next().is_none() && !model.wrote(p, Table::Trusts) && *p != somebody
                    };
                    cases.extend(self.others().filter(silent).map(|p| Case::pair(somebody, p, Subject::Nothing)));
                }
                cases
            }
            Over::Resource => {
                let needs = self.focal.into_iter().flat_map(|focal| model.dependences().of(focal));
                needs.flat_map(|(p, all)| all.keys().map(move |r| Case::of(p, Subject::Resource(r)))).collect()
            }
            Over::Tie => {
                let ties = model.ties().iter().filter(|(a, b, _)| self.is_other(a) && self.is_other(b));
                ties.map(|(a, b, _)| Case::pair(a, b, Subject::Tie)).collect()
            }
        }
    }

    /// The case that a finding is about, if there still is such a one.
    pub(super) fn case(&self, over: Over, subject: &'m [Element]) -> Option<Case<'m>> {
        use Element::{Claim, DependsOn, Interest, Party, Tie, Trusts};
        let case = match (over, subject) {
            (Over::Party, [Party(p)]) => Case::of(p, Subject::Nothing),
            (Over::Interest, [Party(p), Interest(i)]) => Case::of(p, Subject::Interest(i)),
            (Over::Claim(kinds), [Party(p), Claim(id)]) => {
                let claim = self.model.claim(id).filter(|c| c.party == *p && kinds.contains(&c.kind))?;
                Case::of(p, Subject::Claim(id, claim))
            }
            (Over::Trust, [Party(s), Party(o), Trusts(from, to)]) if from == o && to == s => {
                Case::pair(s, o, Subject::Trust)
            }
            (Over::Resource, [Party(p), DependsOn(from, to, resource)]) if self.focal == Some(from) && to == p => {
                Case::of(p, Subject::Resource(resource))
            }
            (Over::Tie, [Party(a), Party(b), Tie(x, y)]) if a == x && b == y => Case::pair(a, b, Subject::Tie),
            _ => return None,
        };
        let there = |p: &PartyId| self.model.party(p).is_some() && self.is_other(p);
        (there(case.party) && case.other.is_none_or(there)).then_some(case)
    }
}

/// A cited cut, taken again: of which attribute, and at which level.
pub(super) fn cut_cited(model: &Model, part: &Contribution, aggregate: Aggregate) -> Option<(Attribute, f64)> {
    let Element::Setting(name) = part.source else { return None };
    let midpoint = || model.scales().of(ScaleKind::OneSided).midpoint();
    let fixed = FIXED.iter().find_map(|(attribute, middle, at)| match name {
        name if name == *middle => Some((*attribute, midpoint())),
        name if name == *at => Some((*attribute, part.amount)),
        _ => None,
    });
    fixed.or_else(|| cut_again(model, part, aggregate))
}

/// What judging a case has come to.
pub(super) struct Grounds<'c, 'm> {
    context: &'c Context<'m>,
    case: Case<'m>,
    pub(super) because: Vec<Contribution>,
    /// The smallest degree so far.
    pub(super) strength: f64,
    /// What is unknown and decides.
    pub(super) missing: BTreeSet<Omission>,
    pub(super) fails: bool,
}

impl<'c, 'm> Grounds<'c, 'm> {
    /// Judges a case; stops at the first condition that fails.
    pub(super) fn of(context: &'c Context<'m>, case: Case<'m>, conditions: &[Condition]) -> Self {
        let (because, missing) = (Vec::new(), BTreeSet::new());
        let mut out = Self { context, case, because, strength: 1.0, missing, fails: false };
        for condition in conditions {
            out.meet(*condition);
            if out.fails {
                break;
            }
        }
        out
    }

    /// Cites a ground, once.
    pub(super) fn cite(&mut self, part: Contribution) {
        let cited = |c: &&Contribution| c.source == part.source && c.attribute == part.attribute;
        if !self.because.iter().any(|c| cited(&c)) {
            self.because.push(part);
        }
    }

    fn degree(&mut self, degree: f64) {
        self.strength = self.strength.min(degree);
    }

    fn lacks(&mut self, subject: Element, missing: Attribute, reason: OmissionReason) {
        self.missing.insert(Omission { subject, missing, reason });
    }

    fn holds_if(&mut self, holds: bool) {
        self.fails |= !holds;
    }

    fn meet(&mut self, condition: Condition) {
        let party = self.case.party;
        match condition {
            Condition::Supporter(who) => self.side(who, |s| s == Height::High),
            Condition::Doubter => self.side(Who::Subject, |s| s == Height::Undecided),
            Condition::Opponent(who) => self.side(who, |s| s == Height::Low),
            Condition::NotSupporter => self.side(Who::Subject, |s| s != Height::High),
            Condition::High(attribute) => {
                self.cut(party.into(), attribute, self.context.rating(party, attribute), Height::High);
            }
            Condition::Low(attribute) => {
                self.cut(party.into(), attribute, self.context.rating(party, attribute), Height::Low);
            }
            Condition::Trusted => self.trusted(),
            Condition::Shared => self.shared(),
            Condition::ImportantClaim => self.important_claim(),
            Condition::ImportantResource => self.resource(Attribute::Importance, Height::High),
            Condition::ScarceResource => self.resource(Attribute::Substitutability, Height::Low),
            Condition::RingAbove(inner, outer) => self.ring_above(inner, outer),
            Condition::OnlySource => self.only_source(),
            Condition::Addressable => {
                let kind = self.context.model.party(party).and_then(|p| p.kind);
                self.holds_if(!matches!(kind, Some(PartyKind::Environment | PartyKind::Society)));
            }
            Condition::Apart => {
                let Some(focal) = self.context.focal else { return self.holds_if(false) };
                self.holds_if(!self.context.is_of_one_organisation(party, focal));
            }
            Condition::Stranger => self.stranger(),
            Condition::NoTie => self.no_tie(),
            Condition::Tied => self.tied(),
            Condition::Unaware => {
                let current = self.context.model.party(party).and_then(|p| p.engagement.current);
                match current {
                    Some(Engagement::Unaware) => self.cite(fact(party, Attribute::EngagementCurrent, 0.0)),
                    Some(_) => self.fails = true,
                    None => self.lacks(party.into(), Attribute::EngagementCurrent, OmissionReason::Unknown),
                }
            }
            Condition::Divided => match self.context.rating(party, Attribute::Attitude) {
                Some(r) if r.low < 0.0 && 0.0 < r.high => {
                    self.cite(Contribution::read(party.into(), Attribute::Attitude, r, r.raw));
                    self.degree(r.scale.weight(r.low.abs().min(r.high)));
                }
                Some(_) => self.fails = true,
                None => self.lacks(party.into(), Attribute::Attitude, OmissionReason::Unknown),
            },
        }
    }

    fn who(&self, who: Who) -> Option<&'m PartyId> {
        match who {
            Who::Subject => Some(self.case.party),
            Who::Other => self.case.other,
        }
    }

    /// A side of the attitude. To be for or against is a matter of degree, to be undecided or not in favour is not.
    fn side(&mut self, who: Who, is: fn(Height) -> bool) {
        let Some(party) = self.who(who) else { return self.holds_if(false) };
        let Some(r) = self.context.rating(party, Attribute::Attitude) else {
            return self.lacks(party.into(), Attribute::Attitude, OmissionReason::Unknown);
        };
        if !is(sign(r.raw)) {
            return self.holds_if(false);
        }
        self.cite(Contribution::read(party.into(), Attribute::Attitude, r, r.raw));
        if !is(Height::Undecided) {
            self.degree(r.scale.weight(r.raw.abs()));
        }
    }

    /// A one-sided rating on a side of its cut.
    fn cut(&mut self, rated: Element, attribute: Attribute, reading: Option<Reading>, side: Height) {
        let Some(r) = reading else { return self.lacks(rated, attribute, OmissionReason::Unknown) };
        let Some(cut) = self.context.cut(attribute) else {
            return self.lacks(rated, attribute, OmissionReason::NoCut);
        };
        if height(r.raw, cut.amount) != side {
            return self.holds_if(false);
        }
        self.cite(Contribution::read(rated, attribute, r, r.raw));
        self.because.push(cut.clone());
        self.degree(match side {
            Height::High => r.scale.weight(r.raw),
            _ => r.scale.apart(r.scale.max(), r.raw),
        });
    }

    fn read(&self, element: &Element, attribute: Attribute) -> Option<Reading> {
        self.context.model.read(element, attribute, self.context.aggregate)
    }

    fn trusted(&mut self) {
        let Some(other) = self.case.other else { return self.holds_if(false) };
        if matches!(self.case.over, Subject::Nothing) {
            return self.lacks(other.into(), Attribute::Trust, OmissionReason::Unknown);
        }
        let trust = Element::Trusts(other.clone(), self.case.party.clone());
        // The model may have lost it since the finding was made.
        self.holds_if(self.context.model.trusts().get(other, self.case.party).is_some());
        let reading = self.read(&trust, Attribute::Trust);
        self.cut(trust, Attribute::Trust, reading, Height::High);
    }

    fn shared(&mut self) {
        let Some(focal) = self.context.focal else { return self.holds_if(false) };
        let Subject::Interest(interest) = self.case.over else {
            for who in [focal, self.case.party].into_iter().filter(|who| self.context.is_unasked(who)) {
                self.lacks(who.into(), Attribute::Stance, OmissionReason::Unknown);
            }
            return;
        };
        let stakes = [focal, self.case.party].map(|who| Element::Stake(who.clone(), interest.clone()));
        let stances = stakes.map(|stake| (self.read(&stake, Attribute::Stance), stake));
        let sides: BTreeSet<Height> = stances.iter().filter_map(|(r, _)| Some(sign(r.as_ref()?.raw))).collect();
        if sides.len() > 1 || sides.contains(&Height::Undecided) {
            return self.holds_if(false);
        }
        for (reading, stake) in stances {
            match reading {
                Some(r) => {
                    self.cite(Contribution::read(stake, Attribute::Stance, r, r.raw));
                    self.degree(r.scale.weight(r.raw.abs()));
                }
                None => self.lacks(stake, Attribute::Stance, OmissionReason::Unknown),
            }
        }
    }

    fn important_claim(&mut self) {
        let Subject::Claim(id, claim) = self.case.over else { return self.holds_if(false) };
        let own = claim.value.as_ref().map(|value| Element::Importance(claim.party.clone(), value.clone()));
        let stated = Element::from(id);
        let reading = self.read(&stated, Attribute::Importance);
        let fallback = own.filter(|_| reading.is_none());
        let fallback = fallback.and_then(|own| Some((self.read(&own, Attribute::Importance)?, own)));
        match fallback {
            Some((reading, own)) => self.cut(own, Attribute::Importance, Some(reading), Height::High),
            None => self.cut(stated, Attribute::Importance, reading, Height::High),
        }
    }

    fn resource(&mut self, attribute: Attribute, side: Height) {
        let (Some(focal), Subject::Resource(resource)) = (self.context.focal, self.case.over) else {
            return self.holds_if(false);
        };
        let need = Element::DependsOn(focal.clone(), self.case.party.clone(), resource.into());
        let reading = self.read(&need, attribute);
        self.cut(need, attribute, reading, side);
    }

    fn only_source(&mut self) {
        let (Some(focal), Subject::Resource(resource)) = (self.context.focal, self.case.over) else {
            return self.holds_if(false);
        };
        let mut others = self.context.model.dependences().of(focal).filter(|(from, _)| *from != self.case.party);
        self.holds_if(!others.any(|(_, all)| all.contains_key(resource)));
    }

    /// The place of a ring from the outside, when it is known.
    fn ring(&mut self, attribute: Attribute) -> Option<f64> {
        let party = self.case.party;
        let reason = match self.context.rings.place(self.context.model, party, attribute) {
            Some(Some(place)) => return Some(place),
            Some(None) => OmissionReason::NotInVocabulary,
            None => OmissionReason::Unknown,
        };
        self.lacks(party.into(), attribute, reason);
        None
    }

    fn ring_above(&mut self, inner: Attribute, outer: Attribute) {
        let party = self.case.party;
        let Some(vocabulary) = self.context.rings.cited(self.context.model) else { return self.holds_if(false) };
        let rings = vocabulary.amount;
        let (high, low) = (self.ring(inner), self.ring(outer));
        // A cited place must be one of the rings.
        self.holds_if([high, low].into_iter().flatten().all(|place| place <= rings));
        // Nothing lies outside the outermost ring, nor inside the innermost.
        self.holds_if(high.is_none_or(|place| place > 1.0) && low.is_none_or(|place| place < rings));
        for (attribute, place) in [(inner, high), (outer, low)] {
            if let Some(place) = place {
                self.cite(fact(party, attribute, place));
            }
        }
        self.cite(vocabulary);
        if let (Some(high), Some(low)) = (high, low) {
            self.holds_if(high > low);
            self.degree(strength(high - low, rings));
        }
    }

    fn stranger(&mut self) {
        let (party, context) = (self.case.party, self.context);
        let (Some(focal), Some(known)) = (context.focal, context.model.party(party)) else {
            return self.holds_if(false);
        };
        let contact = &known.contact;
        let spoken = [&contact.channel, &contact.frequency, &contact.owner].into_iter().any(Option::is_some);
        self.holds_if(known.partner != Some(true) && !spoken);
        for one in context.of_our_organisation(focal).filter(|one| context.model.tie(one, party).is_some()) {
            let tie = tie_between(one, party);
            match self.read(&tie, Attribute::Tie) {
                Some(r) => self.holds_if(r.raw <= 0.0),
                None => self.lacks(tie, Attribute::Tie, OmissionReason::Unknown),
            }
        }
    }

    fn no_tie(&mut self) {
        let (party, context) = (self.case.party, self.context);
        let Some(focal) = context.focal else { return self.holds_if(false) };
        let tie = tie_between(focal, party);
        match (context.model.tie(focal, party), self.read(&tie, Attribute::Tie)) {
            (Some(_), Some(r)) => {
                self.holds_if(r.raw == 0.0);
                self.cite(Contribution::read(tie, Attribute::Tie, r, r.raw));
            }
            (None, _) if context.has_told_ties(focal, party) => {
                self.cite(Contribution::of(tie, 0.0));
            }
            _ => self.lacks(tie, Attribute::Tie, OmissionReason::Unknown),
        }
    }

    fn tied(&mut self) {
        let Some(other) = self.case.other else { return self.holds_if(false) };
        let tie = tie_between(self.case.party, other);
        self.holds_if(self.context.model.tie(self.case.party, other).is_some());
        match self.read(&tie, Attribute::Tie) {
            Some(r) => {
                self.holds_if(r.raw > 0.0);
                self.degree(r.scale.weight(r.raw));
                self.cite(Contribution::read(tie, Attribute::Tie, r, r.raw));
            }
            None => self.lacks(tie, Attribute::Tie, OmissionReason::Unknown),
        }
    }
}

/// A ground that is a word, as its place in its list.
fn fact(party: &PartyId, attribute: Attribute, place: f64) -> Contribution {
    Contribution { source: party.into(), attribute: Some(attribute), reading: None, amount: place }
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(0.0, f64::from)
}

/// What a ground amounts to: the raw rating, the level of a cut, the place of a word, or 0 for a tie that is not there.
pub(super) fn part_again(model: &Model, finding: &Finding, part: &Contribution) -> Option<f64> {
    match (&part.source, part.attribute, part.reading) {
        (_, _, Some(reading)) => Some(reading.raw),
        (Element::Setting(_), ..) => {
            let cut = cut_cited(model, part, finding.aggregate).map(|(_, level)| level);
            cut.or_else(|| place_again(model, finding, part))
        }
        (Element::Party(party), Some(Attribute::EngagementCurrent), None) => {
            let current = model.party(party)?.engagement.current?;
            Engagement::ALL.iter().position(|e| *e == current).map(count)
        }
        (Element::Party(_), Some(_), None) => place_again(model, finding, part),
        (Element::Tie(a, b), None, None) => model.tie(a, b).is_none().then_some(0.0),
        _ => None,
    }
}
