//! Replay: a conflict is looked for again between the parties that a finding names, and must be found whole.

use super::super::cut::Cut;
use super::super::replay::{Rule, as_cited};
use super::leadership::PhaseScope;
use super::{Bridging, Conflict, ConflictOptions, Context, describe, detect, role};
use crate::evidence::{Finding, Law};
use crate::id::PartyId;
use crate::model::{Attribute, Element, Model};
use crate::scale::{Raw, ScaleKind, Strength};
use crate::vocabulary::ConflictKind;

macro_rules! rules {
    ($($kind:ident = $id:literal, $weighted:literal);+ $(;)?) => {
        pub(super) fn rule_of(kind: ConflictKind) -> &'static str {
            match kind { $(ConflictKind::$kind => $id),+ }
        }

        pub(super) fn weighted_rule_of(kind: ConflictKind) -> &'static str {
            match kind { $(ConflictKind::$kind => $weighted),+ }
        }

        pub(in crate::analysis) const RULES: &[Rule] = &[
            $(Rule {
                id: $id,
                law: Law::Statistic,
                part: Rule::WHOLE,
                whole: Some(|m, f| as_cited(again(m, f, ConflictKind::$kind), f)),
            },
            Rule {
                id: $weighted,
                law: Law::Statistic,
                part: Rule::WHOLE,
                whole: Some(|m, f| as_cited(again(m, f, ConflictKind::$kind), f)),
            }),+
        ];
    };
}
rules! {
    Interest = "conflict-interest", "conflict-interest-weighted";
    OpposedInterests = "conflict-opposed-interests", "conflict-opposed-interests-weighted";
    Fate = "conflict-fate", "conflict-fate-weighted";
    Value = "conflict-value", "conflict-value-weighted";
    ValuePriority = "conflict-value-priority", "conflict-value-priority-weighted";
    Misperception = "conflict-misperception", "conflict-misperception-weighted";
    Culture = "conflict-culture", "conflict-culture-weighted";
    Relation = "conflict-relation", "conflict-relation-weighted";
    Role = "conflict-role", "conflict-role-weighted";
    Leadership = "conflict-leadership", "conflict-leadership-weighted";
}

/// The finding of the same rule over the same subject that the model gives now, under options as wide as it may have been found.
fn again(model: &Model, finding: &Finding, kind: ConflictKind) -> Option<Finding> {
    let parties = |element: &Element| match element {
        Element::Party(party) => Some(party.clone()),
        _ => None,
    };
    let parties: Vec<PartyId> = finding.subject.iter().map_while(parties).collect();
    let only = match parties.as_slice() {
        [one] => [one, one],
        [a, b] => [a, b],
        _ => return None,
    };
    let options = as_wide(model, finding, kind);
    let context = Context::new(model, &options, Some(only));
    let own = role::of_own_rings(model, finding).filter(|_| kind == ConflictKind::Role);
    let found: Vec<Conflict> = if let Some(own) = own {
        vec![describe(&context, kind, &[&own.party], own.subject, own.grounds)]
    } else {
        let found = detect(&context, &options);
        found.conflicts.into_iter().chain(found.inner).collect()
    };
    found.iter().flat_map(Conflict::findings).find(|f| f.rule == finding.rule && f.subject == finding.subject)
}

/// Options under which the conflict is found if there are any: a finding does not say by which cuts and gaps it was. Where two
/// values may clash both ways round the cut decides which is told, so it lies at the lower of the importances that are cited.
fn as_wide(model: &Model, finding: &Finding, kind: ConflictKind) -> ConflictOptions {
    let scale = model.scales().of(ScaleKind::OneSided);
    let importances = finding.because.iter().filter(|c| c.attribute == Some(Attribute::Importance));
    let lowest = importances.filter_map(|c| c.reading).map(|r| r.raw).reduce(f64::min).unwrap_or(scale.min());
    let at = |level: f64| Raw::new(level).map_or(Cut::Midpoint, Cut::At);
    ConflictOptions::new()
        .aggregate(finding.aggregate)
        .kinds([kind])
        .value_cut(at(lowest))
        .trust_cut(at(scale.max() + 1.0))
        .priority_gap(Strength::ZERO)
        .belief_gap(Strength::ZERO)
        .one_sided_gap(Strength::ZERO)
        .dependence_ratio(Strength::ZERO)
        .culture_cut(Strength::ZERO)
        .phases(PhaseScope::All)
        .bridges(Bridging::Omitted)
}
