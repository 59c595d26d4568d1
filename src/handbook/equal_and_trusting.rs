//! The collaboration is equal and trusting.
//!
//! Met when no trust between partners lies below the cut and no dependence between them is out of balance. Every partner has to say
//! how far it trusts each of the others and on whom it depends; an empty table of dependences is an answer.

use std::collections::BTreeSet;

use super::rule;
use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::id::PartyId;
use crate::model::{Attribute, Element, Table};

pub(super) const RULE: Shipped = Shipped {
    id: "equal-and-trusting",
    topic: Topic::Relations,
    severity: Severity::High,
    phases: &[],
    asks: [
        "Partners vertrouwen elkaar, en geen van hen is veel afhankelijker dan de ander.",
        "Partners trust each other, and none depends much more on another than the other way round.",
    ],
    advice: [
        "Waar vertrouwen laag is: begin met een kleine afspraak die je zichtbaar nakomt. Waar de afhankelijkheid scheef is: zoek een tweede bron, of iets waarin de ander jou nodig heeft.",
        "Where trust is low: begin with a small promise and keep it visibly. Where dependence is uneven: find a second source, or something in which the other needs you.",
    ],
    in_file: [
        "“trusts” van elke partner in elke andere, en “depends-on”; “depends-on = {}” zegt dat een partner van niemand afhangt.",
        "“trusts” of each partner in each other one, and “depends-on”; “depends-on = {}” says that a partner depends on nobody.",
    ],
    facts: &[
        ("trusting", "vertrouwen elkaar en zijn in evenwicht", "trust each other and are in balance"),
        ("low-trust", "vertrouwen onder de grens", "trust below the cut"),
        ("uneven", "afhankelijkheid uit balans", "dependence out of balance"),
        (
            "trust-unknown",
            "zeiden nog niet van elke partner hoeveel zij die vertrouwen",
            "did not say of every partner how much they trust it",
        ),
        ("dependence-unknown", "zeiden nog niet van wie zij afhangen", "did not say on whom they depend"),
        ("one-partner", "er zijn geen twee partners", "there are no two partners"),
        ("more-frictions", "er zijn meer conflicten dan bekeken", "there are more conflicts than were looked at"),
    ],
    source: Source::Handbook,
    judge: |context| {
        let model = context.model();
        let partners: BTreeSet<&PartyId> = context.partners().iter().copied().collect();
        if partners.len() < 2 {
            return Judgement::new().missing("one-partner", []);
        }
        let mut out = Judgement::new();
        let found = context.frictions();
        for conflict in found.conflicts.iter().filter(|c| c.parties.iter().all(|p| partners.contains(p))) {
            match conflict.subject.as_slice() {
                [trust @ Element::Trusts(..)] => out = out.against("low-trust", [trust.clone()]),
                [Element::DependsOn(..), ..] => out = out.against("uneven", conflict.parties.iter().map(Element::from)),
                _ => {}
            }
        }
        let trusts = |a: &PartyId, b: &PartyId| {
            let trust = Element::Trusts(a.clone(), b.clone());
            model.read(&trust, Attribute::Trust, context.aggregate()).is_some()
        };
        let all_known = |a: &PartyId| partners.iter().all(|b| *b == a || trusts(a, b));
        let silent = partners.iter().filter(|a| !all_known(a)).map(|a| Element::from(*a)).collect();
        let unwritten =
            partners.iter().filter(|a| !model.wrote(a, Table::DependsOn)).map(|a| Element::from(*a)).collect();
        let unrated = found.omitted.iter().filter(|o| rule::is_dependence_among(&o.subject, &partners));
        let unrated = unrated.map(|o| o.subject.clone()).collect::<BTreeSet<_>>();
        out = out.missing_of("trust-unknown", silent).missing_of("dependence-unknown", unwritten);
        out = out.missing_of("dependence-unknown", unrated.into_iter().collect());
        if found.more {
            out = out.missing("more-frictions", []);
        }
        if out == Judgement::new() { out.in_favour("trusting", partners.into_iter().map(Element::from)) } else { out }
    },
};
