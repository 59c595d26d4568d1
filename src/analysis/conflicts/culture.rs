//! Culture: the profiles of two parties, of one model, lie at or above the cut apart as they are now (0.25 by default: 25 points to
//! move of competing values, or a mean difference of 0.25 in unit). See [`crate::analysis::culture_distance()`].
//!
//! Strength = points to move/100, or the mean absolute difference in unit. Equal profiles are no conflict, whatever the cut. Profiles
//! of different models, and those without a dimension in common, make none. The grounds are the scores, dimension by dimension.

use std::collections::BTreeMap;

use super::super::culture_distance::{Scored, Sides, differs, grounds as scores, share_of, unknown as unknown_of};
use super::{Context, Grounds, Kind, pairs};
use crate::evidence::{Contribution, Omission};
use crate::id::{CultureId, PartyId};
use crate::model::{Attribute, Element};
use crate::scale::ScaleKind;
use crate::vocabulary::{ConflictKind, CultureModel};

pub(super) const KIND: Kind = Kind { kind: ConflictKind::Culture, fields, grounds, alone: |_| Vec::new() };

/// Who has each profile, in order.
fn holders<'a>(context: &Context<'a>) -> BTreeMap<&'a CultureId, Vec<u32>> {
    let mut out: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for (party, place) in context.parties.iter().zip(0..) {
        if let Some(culture) = context.model.party(party).and_then(|p| p.culture.as_ref()) {
            out.entry(culture).or_default().push(place);
        }
    }
    out
}

/// Two profiles that differ: how much, the first two parties that have them, and which they are.
struct Apart {
    share: f64,
    first: [u32; 2],
    cultures: [usize; 2],
}

fn fields(context: &Context<'_>) -> Vec<pairs::Field> {
    let mut numbers = BTreeMap::new();
    let mut held: Vec<(&CultureId, Vec<u32>, Scored)> = Vec::new();
    for (id, parties) in holders(context) {
        if let Some(culture) = context.model.culture(id) {
            let (model, by) = (context.model, context.aggregate);
            held.push((id, parties, Scored::new(model, culture, by, &mut numbers)));
        }
    }
    let mut found: Vec<Apart> = Vec::new();
    for (i, (_, of_a, a)) in held.iter().enumerate() {
        for (j, (_, of_b, b)) in held.iter().enumerate().skip(i + 1) {
            let Some(share) = a.share(b).value().filter(|share| differs(share, context.culture_cut)) else { continue };
            let share = share.to_f64();
            let (Some(x), Some(y)) = (of_a.first(), of_b.first()) else { continue };
            found.push(Apart { share, first: [*x.min(y), *x.max(y)], cultures: [i, j] });
            // Every two profiles make a conflict at least, so that of many only the first can be told.
            if let Some(most) =
                context.strongest.filter(|most| found.len() > most.saturating_mul(2).saturating_add(1_024))
            {
                foremost(&mut found, most.saturating_add(1));
            }
        }
    }
    if let Some(most) = context.strongest {
        foremost(&mut found, most.saturating_add(1));
    }
    let field = |apart: Apart| {
        let [a, b] = apart.cultures.map(|i| held.get(i));
        let ((a, left, _), (b, right, _)) = (a?, b?);
        let share = apart.share;
        let side = |all: &[u32]| pairs::levels(all.iter().map(|p| (*p, Some(share))).collect(), pairs::falling);
        let subject = vec![Element::from(*a), Element::from(*b)];
        Some(pairs::Field::new(
            ConflictKind::Culture,
            subject,
            [side(left), side(right)],
            Box::new(|share, _| Some(share)),
        ))
    };
    found.into_iter().filter_map(field).collect()
}

/// Keeps the profiles that make the first conflicts: by strength, then by party.
fn foremost(found: &mut Vec<Apart>, most: usize) {
    found.sort_by(|x, y| y.share.total_cmp(&x.share).then_with(|| (x.first, x.cultures).cmp(&(y.first, y.cultures))));
    found.truncate(most);
}

fn grounds(context: &Context<'_>, subject: &[Element], _: &PartyId, _: &PartyId) -> Grounds {
    let [Element::Culture(a), Element::Culture(b)] = subject else { return Grounds::default() };
    Grounds { because: scores(context.model, &Sides::now(a, b), context.aggregate), missing: Vec::new() }
}

/// The share that the cited scores make.
pub(super) fn strength(because: &[Contribution]) -> Option<f64> {
    let points = because.first()?.reading?.scale.kind() == ScaleKind::Points;
    let model = if points { CultureModel::CompetingValues } else { CultureModel::Free };
    share_of(model, because).value().map(|share| share.to_f64())
}

/// Scores now that are not known, of profiles that somebody has.
pub(super) fn unknown(context: &Context<'_>) -> Vec<Omission> {
    let of = |id: &CultureId| unknown_of(context.model, id, Attribute::CultureNow, context.aggregate);
    holders(context).into_keys().flat_map(of).collect()
}
