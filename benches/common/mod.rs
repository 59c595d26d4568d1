//! Large models from a seed: the same on every machine, as `ChaCha8` is.
#![allow(dead_code, missing_docs, unreachable_pub, clippy::unwrap_used, clippy::cast_possible_truncation)]

use std::collections::BTreeSet;

use polder::id::{BeliefId, ClaimId, FlowId, ForceId, InterestId, PartyId, Slug, ValueId};
use polder::model::{
    Attribute, Belief, Claim, Dependence, Element, Flow, Force, Interest, Model, Party, PartyRings, Project, Remarks,
    Stake, Value,
};
use polder::rating::Rating;
use polder::vocabulary::schwartz::SchwartzValue;
use polder::vocabulary::{Benefit, ClaimKind, PartyKind, RINGS, Side, Supply, Vocabulary};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

const VALUES: usize = 20;
const IMPORTANCES: usize = 5;
const STAKES: usize = 10;
const CLAIMS: usize = 2;
const RELATIONS: usize = 3;
const INFLUENCES: usize = 20;
const FORCES: usize = 8;

/// Parties over interests in the proportion of a small project: a tenth as many interests as parties, at least ten.
pub fn uniform(parties: usize) -> Model {
    project(parties, (parties / 10).max(10), 1)
}

/// However many parties, twenty interests: every interest has half of the parties.
pub fn skewed(parties: usize) -> Model {
    project(parties, 20, 2)
}

struct Dice(ChaCha8Rng);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        // u64: what is drawn must not hang on the width of `usize`.
        self.0.random_range(0..n.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        of.get(self.below(of.len())).unwrap()
    }

    fn distinct<T: Clone + Ord>(&mut self, of: &[T], n: usize) -> BTreeSet<T> {
        let mut out = BTreeSet::new();
        while out.len() < n.min(of.len()) {
            out.insert(self.pick(of).clone());
        }
        out
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// 1 … 5
    fn rating(&mut self) -> Rating {
        Rating::number(self.below(5) as f64 + 1.0).unwrap()
    }

    /// −2 … +2
    fn signed(&mut self) -> Rating {
        Rating::number(self.below(5) as f64 - 2.0).unwrap()
    }

    /// −2 … +2, and 0 once in ten times.
    fn stance(&mut self) -> Rating {
        let x = if self.one_in(10) { 0.0 } else { *self.pick(&[-2.0, -1.0, 1.0, 2.0]) };
        Rating::number(x).unwrap()
    }

    /// 0 … 4
    fn influence(&mut self) -> Rating {
        Rating::number(self.below(5) as f64).unwrap()
    }

    /// A rating that is unknown once in twenty times.
    fn mostly(&mut self, rating: fn(&mut Self) -> Rating) -> Option<Rating> {
        (!self.one_in(20)).then(|| rating(self))
    }
}

/// A project of so many parties and interests: 10 different stakes (as far as there are interests), 5 importances and 2 claims
/// per party, about 3 ties and 3 trusts, influence on up to 20 others and said positions on half of the stakes, a belief, a dependence and three rings per party, every interest serving one, 20 values, 8 forces. About one power, interest level or attitude in twenty is
/// unknown.
pub fn project(parties: usize, interests: usize, seed: u64) -> Model {
    let mut dice = Dice(ChaCha8Rng::seed_from_u64(seed));
    let d = &mut dice;
    let mut m = Model::new();
    let party_ids: Vec<PartyId> = (0..parties).map(|i| PartyId::new(&format!("party-{i}")).unwrap()).collect();
    let interest_ids: Vec<InterestId> =
        (0..interests).map(|i| InterestId::new(&format!("interest-{i}")).unwrap()).collect();
    let value_ids: Vec<ValueId> = (0..VALUES).map(|i| ValueId::new(&format!("value-{i}")).unwrap()).collect();

    for (i, id) in interest_ids.iter().enumerate() {
        let interest = Interest { name: Some(format!("Interest {i}")), ..Interest::default() };
        m.insert_interest(id.clone(), interest).unwrap();
    }
    for (i, id) in value_ids.iter().enumerate() {
        // Half of them on the circle.
        let schwartz = SchwartzValue::ALL.get(i).map(|s| (*s, d.rating())).into_iter().collect();
        m.insert_value(id.clone(), Value { name: Some(format!("Value {i}")), schwartz, ..Value::default() }).unwrap();
    }
    for (i, id) in party_ids.iter().enumerate() {
        let party = Party {
            name: Some(format!("Party {i}")),
            kind: Some(*d.pick(PartyKind::ALL)),
            power: d.mostly(Dice::rating),
            interest_level: d.mostly(Dice::rating),
            attitude: d.mostly(Dice::signed),
            partner: Some(d.one_in(4)),
            ..Party::default()
        };
        m.insert_party(id.clone(), party).unwrap();
    }
    for (n, party) in party_ids.iter().enumerate() {
        for interest in d.distinct(&interest_ids, STAKES) {
            let stake = Stake { salience: Some(d.rating()), ..Stake::of(d.stance()) };
            m.set_stake(party.clone(), interest, stake).unwrap();
        }
        for value in d.distinct(&value_ids, IMPORTANCES) {
            m.set_importance(party.clone(), value, d.rating()).unwrap();
        }
        for c in 0..CLAIMS {
            let claim = Claim {
                party: party.clone(),
                kind: *d.pick(ClaimKind::ALL),
                value: Some(d.pick(&value_ids).clone()),
                importance: Some(d.rating()),
                statement: None,
                remarks: Remarks::default(),
            };
            m.insert_claim(ClaimId::new(&format!("claim-{}", n * CLAIMS + c)).unwrap(), claim).unwrap();
        }
        for _ in 0..RELATIONS {
            let (friend, trusted) = (d.pick(&party_ids).clone(), d.pick(&party_ids).clone());
            if friend != *party {
                m.set_tie(party.clone(), friend, d.signed()).unwrap();
            }
            if trusted != *party {
                m.set_trust(party.clone(), trusted, d.rating()).unwrap();
            }
        }
    }
    for _ in 0..interests / 2 {
        let (a, b) = (d.pick(&interest_ids).clone(), d.pick(&interest_ids).clone());
        if a != b {
            m.set_opposes(a, b, d.rating()).unwrap();
        }
    }
    for _ in 0..VALUES / 2 {
        let (a, b) = (d.pick(&value_ids).clone(), d.pick(&value_ids).clone());
        if a != b {
            m.set_tension(a, b, d.rating()).unwrap();
        }
    }
    for i in 0..FORCES {
        let force = Force {
            name: format!("Force {i}"),
            side: *d.pick(Side::ALL),
            strength: d.mostly(Dice::rating),
            changeability: d.mostly(Dice::rating),
            party: None,
            remarks: Remarks::default(),
        };
        m.insert_force(ForceId::new(&format!("force-{i}")).unwrap(), force).unwrap();
    }
    relate(d, &mut m, &party_ids, &interest_ids, &value_ids);
    influence(d, &mut m, &party_ids);
    let focal = party_ids.first().cloned();
    let shared_goal = interest_ids.iter().take(2).cloned().collect();
    m.set_project(Project { name: Some("Bench".into()), focal, shared_goal, ..Project::default() }).unwrap();
    m
}

/// What the kinds of conflict of misperception, relation and role are found in, and what interests serve.
fn relate(d: &mut Dice, m: &mut Model, parties: &[PartyId], interests: &[InterestId], values: &[ValueId]) {
    for (n, party) in parties.iter().enumerate() {
        let (other, needed) = (d.pick(parties).clone(), d.pick(parties).clone());
        if other != *party {
            let belief = Belief {
                by: party.clone(),
                about: other,
                values: d.distinct(values, IMPORTANCES).into_iter().map(|v| (v, d.rating())).collect(),
                remarks: Remarks::default(),
            };
            m.insert_belief(BeliefId::new(&format!("belief-{n}")).unwrap(), belief).unwrap();
        }
        if needed != *party {
            let dependence = Dependence { importance: Some(d.rating()), substitutability: Some(d.rating()) };
            m.set_dependence(party.clone(), needed, "land", dependence).unwrap();
        }
        let mut ring = || Slug::new(d.pick::<&str>(RINGS)).ok();
        let rings = PartyRings { actual: ring(), wished: ring(), desired: ring() };
        m.update_party(party, |party| party.rings = rings).unwrap();
    }
    for interest in interests {
        let end = d.pick(interests).clone();
        if end != *interest {
            m.set_serves(interest.clone(), end, ()).unwrap();
        }
    }
}

/// So many value flows between so many parties, one in ten from or to the focal party.
pub fn network(parties: usize, flows: usize) -> Model {
    let mut dice = Dice(ChaCha8Rng::seed_from_u64(3));
    let d = &mut dice;
    let mut m = Model::new();
    let ids: Vec<PartyId> = (0..parties).map(|i| PartyId::new(&format!("party-{i}")).unwrap()).collect();
    ids.iter().for_each(|id| m.insert_party(id.clone(), Party::default()).unwrap());
    for i in 0..flows {
        let focal = ids.first().unwrap();
        let (mut from, mut to) = (d.pick(&ids).clone(), d.pick(&ids).clone());
        match d.below(20) {
            0 => from = focal.clone(),
            1 => to = focal.clone(),
            _ => {}
        }
        if from == to {
            continue;
        }
        let (benefit, supply) = (Some(*d.pick(Benefit::ALL)), Some(*d.pick(Supply::ALL)));
        let flow = Flow { from, to, name: None, benefit, supply, remarks: Remarks::default() };
        m.insert_flow(FlowId::new(&format!("flow-{i}")).unwrap(), flow).unwrap();
    }
    m.set_project(Project { focal: ids.first().cloned(), ..Project::default() }).unwrap();
    m
}

/// Who influences whom, all of it known: a party with an unknown influence would be in no matrix. And the positions that parties take
/// on half of their stakes, a few of which are not what their stances are.
fn influence(d: &mut Dice, m: &mut Model, parties: &[PartyId]) {
    for party in parties {
        for other in d.distinct(parties, INFLUENCES).into_iter().filter(|other| other != party) {
            m.set_influence(party.clone(), other, d.influence()).unwrap();
        }
        let stakes: Vec<_> = m.stakes().of(party).map(|(interest, _)| interest.clone()).collect();
        for interest in stakes.into_iter().step_by(2) {
            let stake = Element::Stake(party.clone(), interest);
            m.set_rating(&stake, Attribute::Position, Some(d.stance())).unwrap();
        }
    }
}
