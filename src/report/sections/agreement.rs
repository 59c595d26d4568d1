//! How far the parties agree on the values: all together, value by value, two by two, and without one of them.

use super::super::page::{Inlines, Item, Order, Page};
use super::super::speech::{Speech, args, word};
use super::relations::semicolons;
use super::{Results, not_run};
use crate::analysis::Agreement;
use crate::analysis::agreement::{PairAgreement, PartyLeftOut, ValueAgreement};
use crate::evidence::Measure;

/// How many values are named as most and as least agreed on.
const VALUES: usize = 3;
/// How many pairs are named as most alike and as furthest apart, and how many parties as changing the picture.
const NAMED: usize = 2;
/// How many parties that do not count are named.
const DROPPED: usize = 10;
/// From where agreement by W is moderate, and strong: R. Schmidt's rule of thumb (Decision Sciences 28, 1997).
const MODERATE: f64 = 0.5;
const STRONG: f64 = 0.7;
/// From where Krippendorff takes α to allow tentative conclusions.
const HIGH: f64 = 0.667;
/// A smaller change than this is not seen in two decimals.
const SEEN: f64 = 0.005;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    let of = &found.agreement;
    if not_run(speech, "agreement").is_some() || of.parties.len() < 2 {
        return;
    }
    page.heading(3, speech.words("agreement"));
    page.paragraph(speech.words("agreement-how"));
    let mut items = vec![order(speech, of), ratings(speech, of)];
    items.extend(values(speech, &of.of_values));
    items.extend(pairs(speech, of));
    items.extend(without(speech, of));
    page.list(Order::Bulleted, items);
}

fn order(speech: &Speech<'_>, of: &Agreement) -> Item {
    let found = &of.concordance;
    let text = match found.w {
        Measure::Known(w) => {
            let key = if w >= STRONG {
                "agreement-order-strong"
            } else if w >= MODERATE {
                "agreement-order-moderate"
            } else {
                "agreement-order-weak"
            };
            speech.say(key, args! {"w": speech.hundredths(w), "m": found.parties, "n": found.values})
        }
        Measure::Undefined(reason) => {
            speech.say("agreement-order-undefined", args! {"undefined": speech.undefined(reason)})
        }
    };
    let n = found.dropped.len();
    let dropped = (n > 0 && found.w.value().is_some()).then(|| {
        let parties = speech.few(found.dropped.iter().map(|p| speech.party(p)).collect(), DROPPED);
        speech.say("agreement-dropped", args! {"n": n, "parties": parties}).into()
    });
    Item { text, under: dropped.into_iter().collect() }
}

fn ratings(speech: &Speech<'_>, of: &Agreement) -> Item {
    match of.alpha.alpha {
        Measure::Known(alpha) => {
            let key = if alpha >= HIGH {
                "agreement-alpha-high"
            } else if alpha > 0.0 {
                "agreement-alpha-some"
            } else {
                "agreement-alpha-none"
            };
            let n = usize::try_from(of.alpha.ratings).unwrap_or(usize::MAX);
            speech.say(key, args! {"alpha": speech.hundredths(alpha), "n": n})
        }
        Measure::Undefined(reason) => {
            speech.say("agreement-alpha-undefined", args! {"undefined": speech.undefined(reason)})
        }
    }
    .into()
}

/// The values that two parties or more rated, most and least agreed on.
fn values(speech: &Speech<'_>, of: &[ValueAgreement]) -> Vec<Item> {
    let mut sorted: Vec<(f64, f64, &ValueAgreement)> = of
        .iter()
        .filter(|v| v.parties >= 2)
        .filter_map(|v| Some((v.agreement.value()?, v.consensus.value()?, v)))
        .collect();
    sorted.sort_by(|x, y| y.0.total_cmp(&x.0).then(y.1.total_cmp(&x.1)).then_with(|| x.2.value.cmp(&y.2.value)));
    let one = |(a, consensus, v): &(f64, f64, &ValueAgreement)| {
        let (a, consensus) = (speech.hundredths(*a), speech.hundredths(*consensus));
        speech.say("agreement-value", args! {"value": speech.name(&(&v.value).into()), "a": a, "consensus": consensus})
    };
    let most = VALUES.min(sorted.len().div_ceil(2));
    let least = VALUES.min(sorted.len() - most);
    let mut items: Vec<Item> = Vec::new();
    if most > 0 {
        let all = semicolons(speech, sorted.iter().take(most).map(one).collect());
        items.push(Item {
            text: speech.say("agreement-most", args! {"all": all}),
            under: vec![speech.words("agreement-values-how").into()],
        });
    }
    if least > 0 {
        let all = semicolons(speech, sorted.iter().rev().take(least).map(one).collect());
        items.push(speech.say("agreement-least", args! {"all": all}).into());
    }
    items
}

fn pairs(speech: &Speech<'_>, of: &Agreement) -> Vec<Item> {
    if let Measure::Undefined(reason) = of.pairs.compared {
        return vec![speech.say("agreement-pairs-undefined", args! {"undefined": speech.undefined(reason)}).into()];
    }
    let one = |pair: &PairAgreement| {
        let [a, b] = &pair.parties;
        let tau = speech.measure(pair.tau_x, |x| word(speech.hundredths(x)));
        let named = args! {"a": speech.party(a), "b": speech.party(b), "tau": tau, "n": pair.values};
        speech.say("agreement-pair", named)
    };
    let alike: Vec<&PairAgreement> = of.pairs.alike.iter().take(NAMED).collect();
    let opposed = of.pairs.opposed.iter().filter(|pair| !alike.contains(pair)).take(NAMED);
    let opposed: Vec<Inlines> = opposed.map(one).collect();
    let mut items: Vec<Item> = Vec::new();
    if !alike.is_empty() {
        let all = semicolons(speech, alike.into_iter().map(one).collect());
        items.push(Item {
            text: speech.say("agreement-alike", args! {"all": all}),
            under: vec![speech.words("agreement-pairs-how").into()],
        });
    }
    if !opposed.is_empty() {
        items.push(speech.say("agreement-opposed", args! {"all": semicolons(speech, opposed)}).into());
    }
    items
}

/// Who changes W or α most when left out.
fn without(speech: &Speech<'_>, of: &Agreement) -> Vec<Item> {
    let changes = |party: &PartyLeftOut| -> Vec<Inlines> {
        let both = [("W", of.concordance.w, party.w), ("α", of.alpha.alpha, party.alpha)];
        let told = both.into_iter().filter_map(|(measure, before, after)| match (before, after) {
            (Measure::Known(before), Measure::Known(after)) if (after - before).abs() >= SEEN => {
                let (before, after) = (speech.hundredths(before), speech.hundredths(after));
                let said = args! {"measure": word(measure.into()), "before": before, "after": after};
                Some(speech.say("agreement-from-to", said))
            }
            _ => None,
        });
        told.collect()
    };
    let all = of.left_out.most.iter().map(|party| (party, changes(party))).filter(|(_, told)| !told.is_empty());
    all.take(NAMED)
        .enumerate()
        .map(|(place, (party, told))| {
            let key = if place == 0 { "agreement-without" } else { "agreement-without-next" };
            speech.say(key, args! {"party": speech.party(&party.party), "all": speech.and(told)}).into()
        })
        .collect()
}
