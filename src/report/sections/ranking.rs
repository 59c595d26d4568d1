//! The order of values for all together, and how much values weigh for those who compared them.

use std::collections::BTreeMap;

use itertools::Itertools;

use super::super::page::{Align, Inline, Inlines, Item, Order, Page, Row};
use super::super::speech::{Speech, args, word};
use super::grounds::{Grounds, because, listed};
use super::relations::semicolons;
use super::{Results, not_run};
use crate::analysis::rank_values::{PartyDistance, Place, RankMethod, RankedValue, ValuePair};
use crate::analysis::value_priorities::{ComparedPair, ComparedValues, PartyPriorities, ValuePriority, ValueTriad};
use crate::analysis::{RankValues, ValuePriorities};
use crate::evidence::{Law, Measure};
use crate::id::{ComparisonId, PartyId, ValueId};
use crate::vocabulary::Vocabulary;

/// How many close pairs, parties and turned pairs are told.
const SHOWN: usize = 3;
/// How many values the table has, and how many parties their priorities are told of.
const ROWS: usize = 20;
const PARTIES: usize = 5;
/// The consistency ratio up to which Saaty calls comparisons consistent enough.
const CONSISTENT: f64 = 0.1;
/// Above which ratio a party's priorities make those of all unreliable (own rule), and above which consistency index where there is no
/// ratio.
const UNRELIABLE: f64 = 0.2;
const UNRELIABLE_INDEX: f64 = 0.1;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if not_run(speech, "rank_values").is_none() && !found.ranking.values.is_empty() {
        ranking(page, speech, &found.ranking);
    }
    if not_run(speech, "value_priorities").is_none() {
        priorities(page, speech, &found.priorities);
    }
}

fn values<'v>(speech: &Speech<'_>, all: impl IntoIterator<Item = &'v ValueId>) -> Vec<Inlines> {
    all.into_iter().map(|v| speech.name(&v.into())).collect()
}

fn ranking(page: &mut Page, speech: &Speech<'_>, found: &RankValues) {
    page.heading(4, speech.words("rank"));
    // A rule without an order for want of time has no column.
    let placed = |method: &RankMethod| found.values.iter().any(|v| v.place(*method).value().is_some());
    let methods: Vec<RankMethod> = RankMethod::ALL.iter().copied().filter(placed).collect();
    let named = speech.and(methods.iter().map(|m| speech.term(*m)));
    page.paragraph(speech.say("rank-how", args! {"methods": named}));
    let mut columns = vec![(speech.words("column-value"), Align::Left)];
    columns.extend(methods.iter().map(|m| (speech.term(*m), Align::Right)));
    columns.push((speech.words("column-rated-by"), Align::Right));
    let mut sorted: Vec<&RankedValue> = found.values.iter().collect();
    let at = |v: &RankedValue| match &found.kemeny {
        Measure::Known(best) => best.order.iter().position(|x| *x == v.value).unwrap_or(usize::MAX),
        Measure::Undefined(_) => v.borda_place.first,
    };
    sorted.sort_by_key(|v| (at(v), &v.value));
    let more = sorted.len().saturating_sub(ROWS);
    let grounds = Grounds::of(&found.findings);
    let row = |v: &RankedValue| {
        let mut row = vec![speech.name(&(&v.value).into())];
        row.extend(methods.iter().map(|m| speech.measure(v.place(*m), |p| place(speech, p))));
        row.push(word(v.rated_by.to_string()));
        Row::on(row, grounds.told(speech, speech.term(RankMethod::Borda), "value-borda", &[(&v.value).into()]))
    };
    page.table(columns, sorted.into_iter().take(ROWS).map(row).collect());
    if more > 0 {
        page.paragraph(speech.say("rank-more-values", args! {"n": more}));
    }
    let mut items = certainty(speech, found);
    if let Some(first) = items.first_mut() {
        let best = found.findings.iter().find(|f| f.rule == "value-kemeny");
        let what = speech.term(RankMethod::Kemeny);
        first.grounds.extend(best.and_then(|finding| because(speech, what, finding)));
    }
    items.push(moved(speech, found));
    let judges = found.ballots.len();
    let few = found.values.iter().filter(|v| 2 * v.rated_by < judges).map(|v| &v.value);
    let few = values(speech, few);
    if !few.is_empty() {
        let said = args! {"all": judges, "values": speech.few(few, SHOWN)};
        items.push(speech.say("rank-few", said).into());
    }
    if !found.unplaced.is_empty() {
        let all = speech.few(values(speech, &found.unplaced), SHOWN);
        items.push(speech.say("rank-unplaced", args! {"values": all}).into());
    }
    items.extend(furthest(speech, found));
    page.list(Order::Bulleted, items);
}

/// The values whose place depends most on the rule: by at least two places.
fn moved(speech: &Speech<'_>, found: &RankValues) -> Item {
    if found.moved.is_empty() {
        return speech.words("rank-agreed").into();
    }
    let gap = |v: &RankedValue| {
        let places = || RankMethod::ALL.iter().filter_map(|m| v.place(*m).value());
        let (from, to) = (places().map(|p| p.last).min()?, places().map(|p| p.first).max()?);
        (to > from + 1).then(|| (to - from, from, to))
    };
    let mut far: Vec<_> = found.values.iter().filter_map(|v| Some((gap(v)?, &v.value))).collect();
    far.sort_by(|((x, ..), a), ((y, ..), b)| y.cmp(x).then(a.cmp(b)));
    if far.is_empty() {
        return speech.words("rank-moved-little").into();
    }
    let one = |((_, from, to), value): ((usize, usize, usize), &ValueId)| {
        let said = args! {"value": speech.name(&value.into()), "from": from.to_string(), "to": to.to_string()};
        speech.say("rank-moved-one", said)
    };
    let all = speech.few(far.into_iter().map(one).collect(), SHOWN);
    speech.say("rank-moved", args! {"values": all}).into()
}

fn place(speech: &Speech<'_>, place: Place) -> Inlines {
    let (first, last) = (place.first.to_string(), place.last.to_string());
    if first == last { word(first) } else { speech.say("rank-place", args! {"first": first, "last": last}) }
}

/// How many orders are as good, how near the next is, and which neighbours could change places.
fn certainty(speech: &Speech<'_>, found: &RankValues) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::new();
    let best = match (&found.kemeny, &found.bounds) {
        (Measure::Known(best), _) => best,
        (Measure::Undefined(reason), Measure::Known(bounds)) => {
            let said = args! {
                "undefined": speech.undefined(*reason), "least": speech.number(bounds.at_least),
                "most": speech.number(bounds.at_most), "method": speech.term(bounds.at_most_by),
            };
            return vec![speech.say("rank-undefined", said).into()];
        }
        (Measure::Undefined(_), Measure::Undefined(_)) => return out,
    };
    let (against, all) = (speech.number(best.disagreements), speech.number(best.disagreements + best.agreements));
    if best.disagreements + best.agreements <= 0.0 {
        return vec![speech.words("rank-indifferent").into()];
    }
    if best.optima > 1 {
        out.push(speech.say("rank-several", args! {"n": best.optima, "against": against, "all": all}).into());
    } else {
        let mut line = speech.say("rank-one", args! {"against": against, "all": all});
        if let Measure::Known(next) = best.next {
            line.push(Inline::Word(" ".into()));
            line.extend(if next > 1.0 {
                speech.say("rank-next", args! {"more": speech.number(next)})
            } else {
                speech.words("rank-next-one")
            });
        }
        out.push(line.into());
    }
    let (mut open, mut close) = (Vec::new(), Vec::new());
    for (a, b) in best.order.iter().zip(best.order.iter().skip(1)) {
        let same = |p: &&ValuePair| p.values == [a.clone(), b.clone()] || p.values == [b.clone(), a.clone()];
        let Some(pair) = found.pairs.iter().find(same) else { continue };
        let Measure::Known(more) = pair.turning else { continue };
        let as_listed = pair.values.first() == Some(a);
        let (ahead, behind) = if as_listed { (pair.first, pair.second) } else { (pair.second, pair.first) };
        let (a, b) = (speech.name(&a.into()), speech.name(&b.into()));
        let said = args! {"a": a, "b": b, "for": ahead.to_string(), "against": behind.to_string()};
        match more {
            // Nobody tells these two apart.
            _ if ahead == 0 && behind == 0 => {}
            0.0 if ahead == behind => open.push(speech.say("rank-close-one", said)),
            0.0 => open.push(speech.say("rank-open-one", said)),
            x if x <= 1.0 => close.push(speech.say("rank-close-one", said)),
            _ => {}
        }
    }
    for (key, all) in [("rank-open", open), ("rank-close", close)] {
        if !all.is_empty() {
            out.push(speech.say(key, args! {"all": speech.few(all, SHOWN)}).into());
        }
    }
    out
}

/// The parties that are furthest from every best order, with the pairs that all of these have the other way round.
fn furthest(speech: &Speech<'_>, found: &RankValues) -> Option<Item> {
    let Measure::Known(best) = &found.kemeny else { return None };
    let shares = |p: &PartyDistance| [p.lowest_share, p.highest_share];
    let far = |p| -> Option<(f64, f64, &PartyDistance)> {
        let p: &PartyDistance = p;
        let (low, high) = (p.lowest_share.value()?, p.highest_share.value()?);
        (low > 0.0).then_some((low, high, p))
    };
    if best.disagreements + best.agreements <= 0.0 || found.parties.iter().map(shares).all_equal() {
        return None;
    }
    let mut parties: Vec<_> = found.parties.iter().filter_map(far).collect();
    parties.sort_by(|x, y| y.0.total_cmp(&x.0).then(y.1.total_cmp(&x.1)).then_with(|| x.2.party.cmp(&y.2.party)));
    parties.truncate(SHOWN);
    let line = |(low, high, p): &(f64, f64, &PartyDistance)| -> Item {
        let (low, high) = (speech.hundredths(*low), speech.hundredths(*high));
        let share = if low == high { word(low) } else { speech.say("rank-place", args! {"first": low, "last": high}) };
        let pair = |[a, b]: &[ValueId; 2]| {
            speech.say("rank-turned-one", args! {"a": speech.name(&b.into()), "b": speech.name(&a.into())})
        };
        let all = speech.few(p.turned.iter().map(pair).collect(), SHOWN);
        let key = match (p.turned.is_empty(), best.optima) {
            (false, _) => "rank-party-turned",
            (true, 1) => "rank-party-tied",
            (true, _) => "rank-party-each",
        };
        let said = args! {"party": speech.party(&p.party), "share": share, "all": all};
        let rests = found
            .findings
            .iter()
            .find(|f| f.rule == "value-order-distance" && f.subject.first() == Some(&(&p.party).into()));
        let rests = rests.and_then(|finding| because(speech, speech.words("grounds-rank-distance"), finding));
        Item::from(speech.say(key, said)).on(rests)
    };
    (!parties.is_empty()).then(|| Item {
        text: speech.say("rank-furthest", args! {"n": best.optima}),
        under: parties.iter().map(line).collect(),
        ..Item::default()
    })
}

fn priorities(page: &mut Page, speech: &Speech<'_>, found: &ValuePriorities) {
    page.heading(4, speech.words("priorities"));
    page.paragraph(speech.words("priorities-how"));
    let mut parties: Vec<_> = found.parties.iter().collect();
    parties.sort_by(|a, b| speech.place(&a.party).cmp(&speech.place(&b.party)));
    let shown = parties.iter().take(PARTIES);
    let of_party = |p: &&PartyPriorities| {
        let item = of_matrix(speech, speech.party(&p.party), &p.compared);
        let mut item = item.on(comparisons(speech, &p.comparisons));
        item.under.extend(compared_against(speech, &p.party));
        item
    };
    let mut items: Vec<Item> = shown.map(of_party).collect();
    if parties.len() > PARTIES {
        items.push(speech.say("priorities-more", args! {"n": parties.len() - PARTIES}).into());
    }
    if parties.len() > 1 {
        let all = of_matrix(speech, speech.words("priorities-group"), &found.group.compared);
        let every: Vec<ComparisonId> = found.parties.iter().flat_map(|p| p.comparisons.iter().cloned()).collect();
        let mut all = all.on(comparisons(speech, &every));
        if let Measure::Known(consensus) = found.group.consensus {
            let said = args! {"consensus": speech.hundredths(consensus)};
            all.under.push(speech.say("priorities-consensus", said).into());
        }
        let wild = parties.iter().filter(|p| contradicts(&p.compared)).map(|p| speech.party(&p.party));
        let wild: Vec<Inlines> = wild.collect();
        if !wild.is_empty() && found.group.compared.priorities.as_ref().value().is_some() {
            let said = args! {"n": wild.len(), "all": speech.few(wild, PARTIES)};
            all.under.insert(0, speech.say("priorities-unreliable", said).into());
        }
        items.push(all);
    }
    page.list(Order::Bulleted, items);
}

/// The comparisons that priorities are computed from.
fn comparisons(speech: &Speech<'_>, all: &[ComparisonId]) -> Option<Item> {
    let one = |id: &ComparisonId| {
        let found = speech.model.comparison(id)?;
        let (a, b) = (speech.name(&(&found.a).into()), speech.name(&(&found.b).into()));
        let said = args! {"a": a, "b": b, "ratio": speech.number(found.ratio.get())};
        Some(speech.say("ground-comparison", said))
    };
    let what = speech.words("grounds-priorities");
    listed(speech, what, Law::Statistic, all.iter().filter_map(one).collect())
}

/// Whether comparisons contradict each other so much that nothing should rest on them.
fn contradicts(compared: &ComparedValues) -> bool {
    match compared.consistency_ratio {
        Measure::Known(ratio) => ratio > UNRELIABLE,
        Measure::Undefined(_) => compared.consistency_index.value().is_some_and(|index| index > UNRELIABLE_INDEX),
    }
}

/// The pairs of which a party put now the one above and now the other.
fn compared_against(speech: &Speech<'_>, party: &PartyId) -> Option<Item> {
    let mut said: BTreeMap<[&ValueId; 2], [bool; 2]> = BTreeMap::new();
    for (_, comparison) in speech.model.comparisons().filter(|(_, c)| c.by == *party) {
        let (a, b, ratio) = (&comparison.a, &comparison.b, comparison.ratio.get());
        let [first, second] = said.entry(if a < b { [a, b] } else { [b, a] }).or_default();
        *first |= (a < b && ratio > 1.0) || (b < a && ratio < 1.0);
        *second |= (a < b && ratio < 1.0) || (b < a && ratio > 1.0);
    }
    let both = said.into_iter().filter(|(_, said)| *said == [true, true]);
    let pairs: Vec<Inlines> = both.map(|(pair, _)| speech.and(values(speech, pair))).collect();
    let n = pairs.len();
    (n > 0).then(|| speech.say("priorities-twice", args! {"n": n, "all": semicolons(speech, pairs)}).into())
}

/// The priorities of one matrix, highest first, and what is to be asked.
fn of_matrix(speech: &Speech<'_>, party: Inlines, compared: &ComparedValues) -> Item {
    let mut under: Vec<Item> = Vec::new();
    let text = match &compared.priorities {
        Measure::Undefined(reason) => {
            if compared.groups.len() > 1 {
                let group = |g: &Vec<ValueId>| speech.and(values(speech, g));
                let groups: Vec<Inlines> = compared.groups.iter().take(PARTIES).map(group).collect();
                let between = speech.words("list-semicolon");
                let groups: Inlines = itertools::intersperse(groups, between).flatten().collect();
                under.push(speech.say("priorities-groups", args! {"groups": groups}).into());
            }
            speech.say("priorities-undefined", args! {"party": party, "undefined": speech.undefined(*reason)})
        }
        Measure::Known(all) => {
            let mut sorted: Vec<_> = all.iter().collect();
            sorted.sort_by(|x, y| y.priority.total_cmp(&x.priority).then_with(|| x.value.cmp(&y.value)));
            let one = |p: &&ValuePriority| {
                let said = args! {"value": speech.name(&(&p.value).into()), "priority": speech.hundredths(p.priority)};
                speech.say("priorities-one", said)
            };
            let all = speech.few(sorted.iter().map(one).collect(), ROWS);
            speech.say("priorities-party", args! {"party": party, "all": all})
        }
    };
    if compared.priorities.as_ref().value().is_some() {
        if compared.missing > 0 {
            under.push(speech.say("priorities-missing", args! {"n": compared.missing}).into());
        }
        // Two values cannot contradict each other, and so there is nothing to say.
        if compared.ratios.rows().len() > 2 {
            let key = match compared.consistency_ratio {
                Measure::Known(ratio) if ratio > CONSISTENT => "priorities-ratio-high",
                _ => "priorities-ratio",
            };
            let ratio = speech.measure(compared.consistency_ratio, |x| word(speech.hundredths(x)));
            under.push(speech.say(key, args! {"ratio": ratio}).into());
        }
    }
    // What is consistent enough by Saaty's measure asks for no second look.
    let consistent = compared.consistency_ratio.value().is_some_and(|ratio| ratio <= CONSISTENT);
    if let (Measure::Known(triad), false) = (&compared.worst_triad, consistent) {
        under.extend(question(speech, triad));
    }
    Item { text, under, ..Item::default() }
}

/// Three comparisons that contradict each other, as a question.
fn question(speech: &Speech<'_>, triad: &ValueTriad) -> Option<Item> {
    let [x, y, z] = triad.pairs.as_slice() else { return None };
    let name = |pair: &ComparedPair| {
        let [a, b] = &pair.values;
        (speech.name(&a.into()), speech.name(&b.into()))
    };
    let ((a, b), (c, d), (e, f)) = (name(x), name(y), name(z));
    let times = |ratio: f64| match speech.number(ratio) {
        one if one == "1" => speech.words("priorities-even"),
        ratio => speech.say("priorities-times", args! {"ratio": ratio}),
    };
    // What would count less than the other is told the other way round: 20 times as much, not 0.05 times.
    let (key, implied) =
        if z.implied < 1.0 { ("priorities-ask-turned", 1.0 / z.implied) } else { ("priorities-ask", z.implied) };
    let said = args! {
        "a": a, "ab": times(x.ratio), "b": b, "c": c, "cd": times(y.ratio), "d": d,
        "e": e, "implied": times(implied), "f": f, "given": times(z.ratio),
    };
    (triad.inconsistency > 0.0).then(|| speech.say(key, said).into())
}
