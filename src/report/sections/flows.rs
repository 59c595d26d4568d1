//! Value flows: the loops along which value comes back, who and what carries them, what does not come back, and who does not gain.

use std::collections::{BTreeMap, BTreeSet};

use super::super::page::{Inlines, Item, Order, Page};
use super::super::speech::{Speech, args, word};
use super::grounds::{Grounds, listed};
use super::{Results, not_run};
use crate::analysis::everyone_gains::{Exchange, NoGain, PartyGains};
use crate::analysis::value_network::{Basis, OffLoop, PartyPlace, Tally, ValueLoop};
use crate::analysis::{EveryoneGains, ValueNetwork};
use crate::evidence::{Law, Measure, Undefined};
use crate::id::{FlowId, PartyId};
use crate::model::Element;

/// How many loops, flows and parties are told.
const SHOWN: usize = 5;
/// How many parties and flows are said to carry most.
const MOST: usize = 3;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if speech.model.flows().len() == 0 {
        return;
    }
    page.heading(3, speech.words("flows"));
    match not_run(speech, "value_network") {
        Some(reason) => page.paragraph(speech.say("not-run", args! {"reason": speech.term(reason)})),
        None => network(page, speech, &found.network),
    }
    gains(page, speech, &found.everyone);
    let mut unscored: Vec<&FlowId> = found.network.omitted.iter().filter_map(|o| flow_of(&o.subject)).collect();
    unscored.dedup();
    // A report that names them as what the loops lack need not name them again.
    let told =
        found.network.loop_count == Measure::Known(0) && may_close(speech, &found.network).len() == unscored.len();
    if !unscored.is_empty() && !told {
        let (n, all) = (unscored.len(), flows(speech, unscored));
        page.paragraph(speech.say("flows-unscored", args! {"n": n, "all": all}));
    }
}

fn flow_of(element: &Element) -> Option<&FlowId> {
    match element {
        Element::Flow(id) => Some(id),
        _ => None,
    }
}

fn network(page: &mut Page, speech: &Speech<'_>, network: &ValueNetwork) {
    match network.loop_count {
        Measure::Known(n) if n > 0 => {
            page.paragraph(speech.words("flows-how"));
            page.paragraph(counted(speech, network, n));
            page.list(
                Order::Numbered,
                network.loops.iter().take(SHOWN).map(|l| one_loop(speech, network, l)).collect(),
            );
            page.list(Order::Bulleted, carriers(speech, network));
        }
        Measure::Undefined(Undefined::MissingRating) => {
            let open =
                network.flows.iter().filter(|f| f.off_loop == Some(OffLoop::NoScore) && f.score.value().is_none());
            let open: Vec<&FlowId> = open.map(|f| &f.flow).collect();
            page.paragraph(speech.say("flows-open", args! {"n": open.len(), "all": flows(speech, open)}));
        }
        _ if network.basis == Basis::Searched => page.paragraph(speech.words("flows-not-searched")),
        _ => {
            let may_close = may_close(speech, network);
            page.paragraph(if may_close.is_empty() {
                speech.words("flows-no-loop")
            } else {
                speech.say("flows-no-loop-known", args! {"n": may_close.len(), "all": flows(speech, may_close)})
            });
        }
    }
    // What we do is said of our own flows only.
    let ours = |party: &PartyId| network.focal.as_ref().value() == Some(party);
    let off = |wanted: OffLoop, own: bool| -> Vec<&FlowId> {
        let all = network.flows.iter().filter(|f| f.off_loop == Some(wanted));
        all.filter(|f| (ours(&f.from) || ours(&f.to)) == own).map(|f| &f.flow).collect()
    };
    let ends = [
        ("flows-dead-end", off(OffLoop::DeadEnd, true)),
        ("flows-dead-end-others", off(OffLoop::DeadEnd, false)),
        ("flows-source", off(OffLoop::Source, true)),
        ("flows-source-others", off(OffLoop::Source, false)),
    ];
    let said = ends.into_iter().filter(|(_, all)| !all.is_empty());
    let said = said.map(|(key, all)| speech.say(key, args! {"n": all.len(), "all": flows(speech, all)}).into());
    page.list(Order::Bulleted, said.collect());
}

/// The flows without a score on a way from the focal party back to it: a loop may only lack these scores.
fn may_close<'a>(speech: &Speech<'_>, network: &'a ValueNetwork) -> Vec<&'a FlowId> {
    let focal = network.focal.as_ref().value();
    let reached = |forth: bool| -> BTreeSet<&PartyId> {
        let mut steps: BTreeMap<&PartyId, Vec<&PartyId>> = BTreeMap::new();
        for (_, flow) in speech.model.flows() {
            let (from, to) = if forth { (&flow.from, &flow.to) } else { (&flow.to, &flow.from) };
            steps.entry(from).or_default().push(to);
        }
        let mut seen: BTreeSet<&PartyId> = BTreeSet::new();
        let mut open: Vec<&PartyId> =
            speech.model.parties().map(|(id, _)| id).filter(|id| Some(*id) == focal).collect();
        while let Some(party) = open.pop() {
            if seen.insert(party) {
                open.extend(steps.get(party).into_iter().flatten());
            }
        }
        seen
    };
    let (out, back) = (reached(true), reached(false));
    let between = network.flows.iter().filter(|f| f.score.value().is_none());
    between.filter(|f| out.contains(&f.from) && back.contains(&f.to)).map(|f| &f.flow).collect()
}

/// How many loops there are, and which were not counted.
fn counted(speech: &Speech<'_>, network: &ValueNetwork, n: u64) -> Inlines {
    let mut out = speech.say("flows-loops", args! {"n": n});
    let cut = network.cut;
    let mut more = |key: &str, tally: Tally| {
        if tally.at_least > 0 || !tally.exact {
            out.extend(speech.words("space"));
            let exact = if tally.at_least == 0 { 2 } else { usize::from(tally.exact) };
            out.extend(speech.say(key, args! {"n": tally.at_least, "exact": exact}));
        }
    };
    more("flows-cut-length", cut.length);
    more("flows-cut-threshold", cut.threshold);
    if let (Basis::Searched, Some(length)) = (network.basis, network.complete_to) {
        out.extend(speech.words("space"));
        out.extend(speech.say("flows-cut-budget", args! {"length": length, "n": cut.budget.at_least}));
    }
    out
}

fn one_loop(speech: &Speech<'_>, network: &ValueNetwork, found: &ValueLoop) -> Item {
    let steps = found.flows.iter().filter_map(|id| {
        let flow = speech.model.flow(id)?;
        let (a, b) = (speech.party(&flow.from), speech.party(&flow.to));
        Some(match &flow.name {
            Some(_) => speech.say("flow-step", args! {"a": a, "b": b, "flow": speech.name(&id.into())}),
            None => speech.say("flow-step-unnamed", args! {"a": a, "b": b}),
        })
    });
    let (steps, score) = (speech.and(steps), speech.hundredths(found.score));
    let said = Item::from(speech.say("flows-loop", args! {"steps": steps, "score": score}));
    let scored = found.flows.iter().filter_map(|id| {
        let score = network.flows.iter().find(|f| f.flow == *id)?.score.value()?;
        let named = args! {"of": flow(speech, id), "amount": speech.hundredths(score)};
        Some(speech.say("ground-plain", named))
    });
    said.on(listed(speech, speech.words("grounds-score"), Law::Product, scored.collect()))
}

/// A sentence, the carriers in it, and through how many loops each goes.
type Carriers = (&'static str, (Vec<Inlines>, Vec<Inlines>));

/// Who and what most of the loops run through.
fn carriers(speech: &Speech<'_>, network: &ValueNetwork) -> Vec<Item> {
    let ours = |p: &&PartyPlace| network.focal.as_ref().value() != Some(&p.party);
    let shares = network.parties.iter().filter(ours).filter_map(|p| Some((p.occurrence.value()?, &p.party)));
    let through = |name: Inlines, n: Option<u64>| {
        speech.say("ground-plain", args! {"of": name, "amount": n.unwrap_or(0).to_string()})
    };
    let parties = most(shares).into_iter().map(|(x, party)| {
        let loops = network.parties.iter().find(|p| p.party == *party).map(|p| p.loops);
        let said = args! {"name": speech.party(party), "share": speech.hundredths(x)};
        (speech.say("flows-carrier", said), through(speech.name(&party.into()), loops))
    });
    let shares = network.flows.iter().filter_map(|f| Some((f.occurrence.value()?, &f.flow)));
    let flows = most(shares).into_iter().map(|(x, id)| {
        let loops = network.flows.iter().find(|f| f.flow == *id).map(|f| f.loops);
        let said = args! {"name": flow(speech, id), "share": speech.hundredths(x)};
        (speech.say("flows-carrier", said), through(flow(speech, id), loops))
    });
    let said = [("flows-most-parties", parties.unzip()), ("flows-most-flows", flows.unzip())];
    let said = said.into_iter().filter(|(_, (all, _)): &Carriers| !all.is_empty());
    let all = speech.measure(network.loop_count, |n| word(n.to_string()));
    let item = |(key, (carriers, loops)): Carriers| {
        let what = speech.say("grounds-loops", args! {"all": all.clone()});
        let rests = listed(speech, what, Law::Statistic, loops);
        Item::from(speech.say(key, args! {"all": speech.and(carriers)})).on(rests)
    };
    said.map(item).collect()
}

fn most<'a, T: Ord>(shares: impl Iterator<Item = (f64, &'a T)>) -> Vec<(f64, &'a T)> {
    let mut all: Vec<(f64, &T)> = shares.filter(|(x, _)| *x > 0.0).collect();
    all.sort_by(|(x, a), (y, b)| y.total_cmp(x).then_with(|| a.cmp(b)));
    all.truncate(MOST);
    all
}

/// A flow by its name, its giver and its receiver.
pub(super) fn flow(speech: &Speech<'_>, id: &FlowId) -> Inlines {
    let Some(flow) = speech.model.flow(id) else { return Inlines::new() };
    let (a, b) = (speech.party(&flow.from), speech.party(&flow.to));
    match &flow.name {
        Some(_) => speech.say("flow-of", args! {"a": a, "b": b, "flow": speech.name(&id.into())}),
        None => speech.say("flow-of-unnamed", args! {"a": a, "b": b}),
    }
}

fn flows(speech: &Speech<'_>, all: Vec<&FlowId>) -> Inlines {
    speech.few(all.into_iter().map(|id| flow(speech, id)).collect(), SHOWN)
}

/// Who does not gain, who receives much more than it gives, and what to ask.
fn gains(page: &mut Page, speech: &Speech<'_>, found: &EveryoneGains) {
    let mut items: Vec<Item> = Vec::new();
    let grounds = Grounds::of(&found.findings);
    let without = |wanted: NoGain| found.parties.iter().filter(move |p| p.no_gain.contains(&wanted));
    let names =
        |all: &mut dyn Iterator<Item = &PartyGains>| -> Vec<Inlines> { all.map(|p| speech.party(&p.party)).collect() };
    let amounts = |all: &mut dyn Iterator<Item = &PartyGains>| -> Vec<Inlines> {
        all.map(|p| {
            // The bounds are one where every score is known.
            let [received, given] = [p.received.low, p.given.low].map(|x| speech.hundredths(x));
            let name = speech.party(&p.party);
            if p.received.unscored + p.given.unscored > 0 {
                return name;
            }
            speech.say("gains-amounts", args! {"name": name, "received": received, "given": given})
        })
        .collect()
    };
    let class = |wanted: Exchange| found.parties.iter().filter(move |p| p.exchange == Measure::Known(wanted));
    let lost = without(NoGain::MostlyLost).map(|p| {
        let name = speech.party(&p.party);
        match p.outcome.capture_ratio {
            Measure::Known(x) => speech.say("gains-lost-one", args! {"name": name, "ratio": speech.hundredths(x)}),
            // Whatever the missing importances.
            Measure::Undefined(_) => name,
        }
    });
    let mut more: Vec<Item> = Vec::new();
    let rests = |all: &mut dyn Iterator<Item = &PartyGains>| -> Vec<Item> {
        let one = |p: &PartyGains| {
            let [received, given] = ["grounds-received", "grounds-given"]
                .map(|key| speech.say(key, args! {"party": speech.name(&(&p.party).into())}));
            let rules = [(received, "flows-received"), (given, "flows-given")];
            grounds.all(speech, &[(&p.party).into()], rules)
        };
        all.take(SHOWN).flat_map(one).collect()
    };
    for (gains, key, all, rests) in [
        (false, "gains-only-give", names(&mut without(NoGain::OnlyGives)), rests(&mut without(NoGain::OnlyGives))),
        (false, "gains-give-more", amounts(&mut without(NoGain::GivesMore)), rests(&mut without(NoGain::GivesMore))),
        // What is captured, missed and destroyed stands on the canvas.
        (false, "gains-lost", lost.collect(), Vec::new()),
        (
            true,
            "gains-only-receive",
            names(&mut class(Exchange::OnlyReceives)),
            rests(&mut class(Exchange::OnlyReceives)),
        ),
        (
            true,
            "gains-receive-more",
            amounts(&mut class(Exchange::ReceivesMore)),
            rests(&mut class(Exchange::ReceivesMore)),
        ),
    ] {
        if !all.is_empty() {
            let to = if gains { &mut more } else { &mut items };
            let said = args! {"n": all.len(), "all": speech.few(all, SHOWN)};
            to.push(Item::from(speech.say(key, said)).on(rests));
        }
    }
    for (heading, items) in [("gains", items), ("gains-more", more)] {
        if !items.is_empty() {
            page.heading(4, speech.words(heading));
            page.list(Order::Bulleted, items);
        }
    }
}
