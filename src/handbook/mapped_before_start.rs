//! Interests, values and ways of working of every partner are mapped.
//!
//! Met when of each partner at least one stance, the importance of at least one value and a score of its culture profile are known.
//! An empty table of stakes or values maps nothing.

use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use super::{Context, rule};
use crate::id::PartyId;

pub(super) const RULE: Shipped = Shipped {
    id: "mapped-before-start",
    topic: Topic::Field,
    severity: Severity::High,
    phases: &[],
    asks: [
        "Van elke partner zijn de belangen, de waarden en de manier van werken in kaart, het liefst voor de start.",
        "The interests, values and ways of working of every partner are mapped, best before the start.",
    ],
    advice: [
        "Voer met elke partner een gesprek over drie vragen: wat wil je bereiken, wat vind je belangrijk, en hoe werken jullie? Leg de antwoorden vast.",
        "Talk with every partner about three questions: what do you want to achieve, what do you hold dear, and how do you work? Write down the answers.",
    ],
    in_file: [
        "“stakes”, “values” en “culture” bij elke partner. Partner is wie “partner = true” heeft; heeft niemand dat, dan iedereen behalve wijzelf, onze afdelingen, milieu, samenleving en media.",
        "“stakes”, “values” and “culture” at each partner. A partner has “partner = true”; where nobody has, it is everybody but ourselves, our units, environment, society and media.",
    ],
    facts: &[
        ("mapped", "in kaart", "mapped"),
        ("no-stakes", "geen belangen vastgelegd", "no interests on record"),
        ("no-values", "geen waarden vastgelegd", "no values on record"),
        ("no-culture", "geen manier van werken vastgelegd", "no way of working on record"),
        rule::NO_PARTNERS,
    ],
    source: Source::Handbook,
    judge: |context| {
        if context.partners().is_empty() {
            return rule::no_partners();
        }
        let lacking = [
            ("no-stakes", lacking(context, Context::has_stake)),
            ("no-values", lacking(context, Context::has_value)),
            ("no-culture", lacking(context, Context::has_culture)),
        ];
        let whole = |id: &&PartyId| !lacking.iter().any(|(_, all)| all.contains(id));
        let mapped: Vec<&PartyId> = context.partners().iter().copied().filter(whole).collect();
        let mut out = Judgement::new();
        if !mapped.is_empty() {
            out = out.in_favour("mapped", Context::elements(mapped));
        }
        for (fact, parties) in lacking {
            if !parties.is_empty() {
                out = out.against(fact, Context::elements(parties));
            }
        }
        out
    },
};

fn lacking<'a>(context: &Context<'a>, has: impl Fn(&Context<'a>, &PartyId) -> bool) -> Vec<&'a PartyId> {
    context.partners().iter().copied().filter(|id| !has(context, id)).collect()
}
