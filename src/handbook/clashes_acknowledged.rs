//! Clashing interests are acknowledged.
//!
//! Met when every conflict over an interest, and of interests that oppose each other, is acknowledged in the file; those of one party
//! with itself count as well. Without such a conflict on record there is nothing to judge: perhaps nobody asked.

use super::Context;
use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::analysis::Conflict;
use crate::id::PartyId;
use crate::model::{Attribute, Element};

pub(super) const RULE: Shipped = Shipped {
    id: "clashes-acknowledged",
    topic: Topic::Interests,
    severity: Severity::High,
    phases: &[],
    asks: [
        "Botsende belangen liggen op tafel: partijen erkennen dat ze verschillen.",
        "Clashing interests lie on the table: parties acknowledge that they differ.",
    ],
    advice: [
        "Bespreek de sterkste botsingen met de betrokkenen samen. Benoem het verschil zonder het op te lossen, zoek dan pas naar een brug, en leg vast dat het verschil erkend is.",
        "Discuss the strongest clashes with those concerned together. Name the difference without solving it, only then look for a bridge, and record that the difference is acknowledged.",
    ],
    in_file: [
        "voor elk paar dat botst een regel in “acknowledged” onder “[handbook]”, met “kind”, “parties” en “over”.",
        "for each pair that clashes an entry in “acknowledged” under “[handbook]”, with “kind”, “parties” and “over”.",
    ],
    facts: &[
        ("acknowledged", "erkende botsingen", "acknowledged clashes"),
        ("not-acknowledged", "nog niet erkend", "not acknowledged yet"),
        ("no-clash", "er staan geen botsende belangen in het bestand", "there are no clashing interests in the file"),
        ("stance-unknown", "houding tegenover een belang onbekend", "stance on an interest unknown"),
        ("more-clashes", "er zijn meer botsingen dan bekeken", "there are more clashes than were looked at"),
    ],
    source: Source::Handbook,
    judge: |context| {
        let found = context.clashes();
        let all = || found.conflicts.iter().chain(&found.inner);
        if all().next().is_none() && !found.more {
            return Judgement::new().missing("no-clash", []);
        }
        let mut out = Judgement::new();
        let acknowledged = all().filter(|c| c.acknowledged).count();
        if acknowledged > 0 {
            out = out.in_favour("acknowledged", []).number(f64::from(u32::try_from(acknowledged).unwrap_or(u32::MAX)));
        }
        for conflict in all().filter(|c| !c.acknowledged) {
            let (one, other): (Vec<&PartyId>, Vec<&PartyId>) =
                conflict.parties.iter().partition(|party| is_for_first(context, party, conflict));
            // Two that clash stand on two sides, however their stakes are read.
            let (one, other) = match (one.as_slice(), other.as_slice()) {
                ([a, b], []) | ([], [a, b]) => (vec![*a], vec![*b]),
                ([], _) => (other, one),
                _ => (one, other),
            };
            let [one, other] = [one, other].map(|side| side.into_iter().map(Element::from).collect::<Vec<_>>());
            out = out.against("not-acknowledged", one).facing(other).over(conflict.subject.iter().cloned());
        }
        let unknown = found.omitted.iter().filter(|o| o.missing == Attribute::Stance).map(|o| o.subject.clone());
        out = out.missing_of("stance-unknown", unknown.collect());
        if found.more { out.missing("more-clashes", []) } else { out }
    },
};

/// Whether a party stands for the interest that a clash is over; of two interests that oppose each other, whether it is its stake in
/// the first that clashes.
fn is_for_first(context: &Context<'_>, party: &PartyId, conflict: &Conflict) -> bool {
    let Some(Element::Interest(interest)) = conflict.subject.first() else { return true };
    let stake = Element::Stake(party.clone(), interest.clone());
    if conflict.subject.len() > 1 {
        return conflict.because.iter().any(|ground| ground.source == stake);
    }
    context.model().read(&stake, Attribute::Stance, context.aggregate()).is_some_and(|r| r.raw > 0.0)
}
