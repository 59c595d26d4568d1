//! How far the parties agree on the values: all together, value by value, two by two, and without one of them.

use super::super::page::{Inlines, Item, Order, Page};
use super::super::speech::{Speech, args, word};
use super::grounds::Grounds;
use super::relations::semicolons;
use super::{Results, not_run};
use crate::analysis::Agreement;
use crate::analysis::agreement::{PairAgreement, PartyLeftOut, ValueAgreement};
use crate::evidence::{Measure, Undefined};
use crate::model::Element;

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
/// From which mean rank correlation these words are used beside W, which is high by itself with few parties (own rule).
const SOME: f64 = 0.3;
const CLOSE: f64 = 0.5;
/// What lies nearer to 0 than this is told as no more and no less than by chance (own rule).
const CHANCE: f64 = 0.1;
/// Below which p the order is told to be no work of chance.
const SIGNIFICANT: f64 = 0.05;
/// A smaller change than this is not seen in two decimals.
const SEEN: f64 = 0.005;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    let of = &found.agreement;
    if not_run(speech, "agreement").is_some() || of.parties.len() < 2 {
        return;
    }
    page.heading(4, speech.words("agreement"));
    page.paragraph(speech.words("agreement-how"));
    let grounds = Grounds::of(&of.findings);
    let rests = |rule: &str, what: &str| {
        let cells = args! {
            "n": of.cells, "parties": of.parties.len(), "values": of.values.len(), "missing": of.missing,
        };
        let cells = Item::from(speech.say("grounds-cells", cells));
        std::iter::once(cells).chain(grounds.told(speech, speech.words(what), rule, &[Element::Project]))
    };
    let mut items = vec![
        order(speech, of).on(rests("agreement-w", "grounds-order")),
        ratings(speech, of).on(rests("agreement-alpha-ordinal", "grounds-ratings")),
    ];
    items.extend(values(speech, &of.of_values, &grounds));
    items.extend(pairs(speech, of, &grounds));
    items.extend(without(speech, of));
    page.list(Order::Bulleted, items);
}

fn order(speech: &Speech<'_>, of: &Agreement) -> Item {
    let found = &of.concordance;
    let text = match found.w {
        // For two parties W is no more than (ρ + 1)/2: 0.5 of it is no agreement at all.
        Measure::Known(_) if found.parties == 2 => match found.mean_pairwise_spearman {
            Measure::Known(rho) => {
                speech.say("agreement-order-two", args! {"rho": speech.hundredths(rho), "n": found.values})
            }
            Measure::Undefined(reason) => {
                speech.say("agreement-order-undefined", args! {"undefined": speech.undefined(reason)})
            }
        },
        Measure::Known(w) => {
            let rho = match found.mean_pairwise_spearman {
                Measure::Undefined(_) => found.mean_spearman_from_w,
                known @ Measure::Known(_) => known,
            };
            let at_least = |least: f64| rho.value().is_some_and(|rho| rho >= least);
            let p = found.p_f.value().or(found.p_chi_squared.value());
            let chance = match (p, found.p_f) {
                (_, Measure::Undefined(Undefined::FullAgreement)) => false,
                (p, _) => p.is_none_or(|p| p >= SIGNIFICANT),
            };
            let key = match w {
                _ if !at_least(CHANCE) => "agreement-order-none",
                w if w >= MODERATE && chance => "agreement-order-unsure",
                w if w >= STRONG && at_least(CLOSE) => "agreement-order-strong",
                w if w >= MODERATE && at_least(SOME) => "agreement-order-moderate",
                _ => "agreement-order-weak",
            };
            let rho = speech.measure(rho, |x| word(speech.hundredths(x)));
            let said = args! {"w": speech.hundredths(w), "rho": rho, "m": found.parties, "n": found.values};
            let mut text = speech.say(key, said);
            if p.is_some_and(|p| p < SIGNIFICANT) {
                text.extend(speech.words("space"));
                text.extend(speech.words("agreement-order-significant"));
            }
            text
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
    Item { text, under: dropped.into_iter().collect(), ..Item::default() }
}

fn ratings(speech: &Speech<'_>, of: &Agreement) -> Item {
    match of.alpha.alpha {
        Measure::Known(alpha) => {
            let key = if alpha >= HIGH {
                "agreement-alpha-high"
            } else if alpha >= CHANCE {
                "agreement-alpha-some"
            } else if alpha > -CHANCE {
                "agreement-alpha-none"
            } else {
                "agreement-alpha-less"
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

/// A value with A and its consensus.
type Graded<'a> = (Option<f64>, f64, &'a ValueAgreement);

/// The values that two parties or more rated, most and least agreed on. On a scale without A, by consensus alone.
fn values(speech: &Speech<'_>, of: &[ValueAgreement], grounds: &Grounds<'_>) -> Vec<Item> {
    let mut sorted: Vec<Graded<'_>> = of
        .iter()
        .filter(|v| v.parties >= 2)
        .filter_map(|v| Some((v.agreement.value(), v.consensus.value()?, v)))
        .collect();
    let by_size =
        |x: &Graded<'_>, y: &Graded<'_>| y.0.unwrap_or(0.0).total_cmp(&x.0.unwrap_or(0.0)).then(y.1.total_cmp(&x.1));
    sorted.sort_by(|x, y| by_size(x, y).then_with(|| x.2.value.cmp(&y.2.value)));
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else { return Vec::new() };
    let one = |(a, consensus, v): &Graded<'_>| {
        let (a, consensus) = (a.map(|a| speech.hundredths(a)), speech.hundredths(*consensus));
        let key = if a.is_some() { "agreement-value" } else { "agreement-value-consensus" };
        let value = speech.name(&(&v.value).into());
        speech.say(key, args! {"value": value, "a": a.unwrap_or_default(), "consensus": consensus})
    };
    let rests = |all: &[&Graded<'_>]| -> Vec<Item> {
        let one = |(_, _, v): &&Graded<'_>| {
            grounds.told(speech, speech.name(&(&v.value).into()), "value-consensus", &[(&v.value).into()])
        };
        all.iter().filter_map(one).collect()
    };
    let how = if first.0.is_some() { "agreement-values-how" } else { "agreement-values-how-consensus" };
    let how = || vec![speech.words(how).into()];
    // Without a difference there is no most and no least.
    if by_size(first, last).is_eq() {
        let all = semicolons(speech, sorted.iter().map(one).collect());
        let key = if sorted.len() == 1 { "agreement-values-one" } else { "agreement-values-same" };
        let same: Vec<&Graded<'_>> = sorted.iter().take(VALUES).collect();
        let item = Item { text: speech.say(key, args! {"all": all}), under: how(), ..Item::default() };
        return vec![item.on(rests(&same))];
    }
    // A cut never falls between equals: those at it are left out, unless they are all that is first or last.
    let (most, least) = (VALUES.min(sorted.len().div_ceil(2)), VALUES.min(sorted.len() / 2));
    let told = |all: Vec<&'_ Graded<'_>>, cut: usize, end: &Graded<'_>| -> (Vec<Inlines>, Vec<Item>) {
        let inside = |v: &&&Graded<'_>| all.get(cut).is_none_or(|at| by_size(v, at).is_ne());
        let kept: Vec<&Graded<'_>> = all.iter().take(cut).filter(inside).copied().collect();
        let ends = || all.iter().filter(|v| by_size(v, end).is_eq()).copied().collect();
        let kept: Vec<&Graded<'_>> = if kept.is_empty() { ends() } else { kept };
        (kept.iter().map(|v| one(v)).collect(), rests(&kept))
    };
    let (most, behind_most) = told(sorted.iter().collect(), most, first);
    let (least, behind_least) = told(sorted.iter().rev().collect(), least, last);
    let most = speech.say("agreement-most", args! {"all": semicolons(speech, most)});
    let least = speech.say("agreement-least", args! {"all": semicolons(speech, least)});
    vec![Item { text: most, under: how(), ..Item::default() }.on(behind_most), Item::from(least).on(behind_least)]
}

fn pairs(speech: &Speech<'_>, of: &Agreement, grounds: &Grounds<'_>) -> Vec<Item> {
    if let Measure::Undefined(reason) = of.pairs.compared {
        return vec![speech.say("agreement-pairs-undefined", args! {"undefined": speech.undefined(reason)}).into()];
    }
    let one = |pair: &PairAgreement| {
        let [a, b] = &pair.parties;
        let tau = speech.measure(pair.tau_x, |x| word(speech.hundredths(x)));
        let named = args! {"a": speech.party(a), "b": speech.party(b), "tau": tau, "n": pair.values};
        speech.say("agreement-pair", named)
    };
    // Who is alike agrees more than not, and who is opposed less; between the two lies neither.
    let tau = |pair: &PairAgreement| pair.tau_x.value().unwrap_or(0.0);
    let alike: Vec<&PairAgreement> = of.pairs.alike.iter().filter(|p| tau(p) >= SEEN).take(NAMED).collect();
    let opposed: Vec<&PairAgreement> = of.pairs.opposed.iter().filter(|p| tau(p) <= -SEEN).take(NAMED).collect();
    let rests = |pair: &&PairAgreement| {
        let what = speech.and(pair.parties.iter().map(|p| speech.name(&p.into())));
        grounds.told(speech, what, "pair-agreement", &pair.parties.each_ref().map(Element::from))
    };
    let mut items: Vec<Item> = Vec::new();
    for (key, all) in [("agreement-alike", alike), ("agreement-opposed", opposed)] {
        if !all.is_empty() {
            let said = args! {"all": semicolons(speech, all.iter().copied().map(one).collect())};
            items.push(Item::from(speech.say(key, said)).on(all.iter().filter_map(rests)));
        }
    }
    if let Some(first) = items.first_mut() {
        first.under.push(speech.words("agreement-pairs-how").into());
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
