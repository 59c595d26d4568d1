//! The field is neither too narrow nor too wide.
//!
//! Met with 8 to 22 parties, units of other parties not counted.

use super::rule::{Judgement, Severity, Shipped, Source, Topic};

/// The least and the most parties of a workable field.
const WORKABLE: std::ops::RangeInclusive<u32> = 8..=22;

pub(super) const RULE: Shipped = Shipped {
    id: "field-size",
    topic: Topic::Field,
    severity: Severity::Low,
    phases: &[],
    asks: [
        "Het krachtenveld telt 8 tot 22 partijen, afdelingen niet meegeteld.",
        "The field counts 8 to 22 parties, units not counted.",
    ],
    advice: [
        "Te weinig partijen: vraag iedereen wie er nog ontbreekt. Te veel: maak per fase een eigen kaart, of neem partijen met dezelfde belangen samen.",
        "Too few parties: ask everybody who is missing. Too many: draw a map for each phase, or take parties with the same interests together.",
    ],
    in_file: ["het aantal partijen zonder `part-of`.", "the number of parties without `part-of`."],
    facts: &[
        ("workable", "aantal partijen", "number of parties"),
        ("too-narrow", "minder dan 8 partijen: kijk breder", "fewer than 8 parties: look wider"),
        ("too-wide", "meer dan 22 partijen: splits per fase", "more than 22 parties: split by phase"),
        ("no-parties", "er staan geen partijen in het bestand", "there are no parties in the file"),
    ],
    source: Source::Published,
    judge: |context| {
        let count = context.model().parties().filter(|(_, p)| p.part_of.is_none()).count();
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let out = Judgement::new();
        let out = match count {
            0 => return out.missing("no-parties", []),
            n if n < *WORKABLE.start() => out.against("too-narrow", []),
            n if n > *WORKABLE.end() => out.against("too-wide", []),
            _ => out.in_favour("workable", []),
        };
        out.number(f64::from(count))
    },
};
