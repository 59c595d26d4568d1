//! The ways of working of every partner are mapped.
//!
//! Met when each partner has a culture profile, and so has each of its units where it has two or more.

use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use super::{Context, rule};
use crate::id::PartyId;
use crate::model::Element;

pub(super) const RULE: Shipped = Shipped {
    id: "cultures-mapped",
    topic: Topic::Culture,
    severity: Severity::Medium,
    phases: &[],
    asks: [
        "Van elke partner, en van elke afdeling waar er meer dan één meedoet, is de cultuur in kaart.",
        "The culture of every partner, and of every unit where more than one takes part, is mapped.",
    ],
    advice: [
        "Laat elke partner en elke afdeling zelf een cultuurprofiel invullen, nu en gewenst, en leg de profielen naast elkaar.",
        "Let every partner and every unit fill in a culture profile, now and as desired, and lay the profiles side by side.",
    ],
    in_file: [
        "“culture” bij elke partner, en bij elke afdeling (“part-of”) van een partner die er twee of meer heeft.",
        "“culture” at each partner, and at each unit (“part-of”) of a partner that has two or more.",
    ],
    facts: &[
        ("has-culture", "cultuur in kaart", "culture mapped"),
        ("no-culture", "geen cultuurprofiel", "no culture profile"),
        rule::NO_PARTNERS,
    ],
    source: Source::Handbook,
    judge: |context| {
        if context.partners().is_empty() {
            return rule::no_partners();
        }
        let units = |id: &PartyId| Some(context.units(id)).filter(|units| units.len() >= 2).unwrap_or_default();
        let partners = context.partners().iter().copied();
        let all: std::collections::BTreeSet<&PartyId> =
            partners.flat_map(|id| std::iter::once(id).chain(units(id))).collect();
        let judged = all.into_iter().map(|id| (Element::from(id), Context::has_culture(context, id))).collect();
        Judgement::new().split("has-culture", "no-culture", judged)
    },
};
