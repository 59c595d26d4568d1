//! The methods on values, in a terse listing.

use super::{Lines, STRONGEST, measure, short};
use crate::analysis::rank_values::{PartyDistance, Place, RankMethod};
use crate::analysis::value_network::OffLoop;
use crate::analysis::{self, Settings};
use crate::cli::output::counted;
use crate::evidence::Measure;
use crate::id::FlowId;
use crate::model::{Flow, Model};
use crate::vocabulary::Vocabulary;

impl Lines {
    pub(super) fn value_map(&mut self, model: &Model, settings: &Settings) {
        let map = analysis::value_map(model, &settings.into());
        let total = map.totals.iter().map(|c| format!("{} {}", c.count, c.kind));
        self.list("claims", map.totals.first().map(|_| itertools::join(total, ", ")));
        self.add(1, format_args!("capture ratio {}", measure(map.capture_ratio)));
        self.list(
            "values",
            map.values.iter().map(|v| {
                let (low, high) = (measure(v.low), measure(v.high));
                format!("{}: median {}, {low} to {high}, rated by {}", v.value, measure(v.median), v.parties)
            }),
        );
        self.list("shared", map.shared.iter().map(|v| format!("{}: {}", v.value, itertools::join(&v.parties, ", "))));
        self.list(
            "contested",
            map.contested.iter().map(|v| {
                let (low, high) = (itertools::join(&v.lowest, ", "), itertools::join(&v.highest, ", "));
                format!("{}: {} apart, {low} against {high}", v.value, short(v.apart))
            }),
        );
        self.list("held by one party only", map.orphans.iter().map(|v| format!("{}: {}", v.value, v.party)));
        self.list("values that nobody rated", &map.gaps.unrated);
        self.list("values without a claim", &map.gaps.unclaimed);
        self.list("parties without a rated value", &map.gaps.silent);
        let unasked = map.unasked.iter().map(|u| match u.parties.as_slice() {
            [] => format!("{}: no such party", u.kind),
            parties => format!("{}: {}", u.kind, itertools::join(parties, ", ")),
        });
        self.list("nobody speaks for", unasked);
        let found = map.findings.iter().filter(|f| !f.rule.starts_with("value-"));
        self.list("findings", found);
        self.list("omitted", &map.omitted);
    }

    pub(super) fn co_orientation(&mut self, found: &analysis::CoOrientation) {
        for one in found.iter() {
            let (agree, think, right) = (measure(one.agreement), measure(one.congruency), measure(one.accuracy));
            let over = counted(one.n, "value", "values");
            let (by, about) = (&one.by, &one.about);
            self.add(
                1,
                format_args!("{by} about {about}: agreement {agree}, congruency {think}, accuracy {right} over {over}"),
            );
            let wrong = one.values.iter().chain(&one.partial).filter_map(|v| Some((&v.value, v.misjudgement?)));
            wrong.for_each(|(value, misjudgement)| self.add(2, format_args!("{value}: {misjudgement}")));
        }
        self.list("omitted", &found.omitted);
    }

    pub(super) fn value_tensions(&mut self, found: &analysis::ValueTensions) {
        self.list(
            "opposed values",
            found.opposed.iter().take(STRONGEST).map(|o| {
                let ([a, b], opposition) = (&o.values, measure(o.opposition));
                let (pairs, both) = (counted(o.between, "pair", "pairs"), o.within);
                format!("{a} and {b}: {opposition} ({}), {pairs} of parties, held both by {both}", o.source)
            }),
        );
        let heading = |what: &str, all: usize| format!("{what}, {} of {all}", all.min(STRONGEST));
        self.list(&heading("tensions between parties", found.counts.between), found.between.iter().take(STRONGEST));
        self.list(&heading("tensions within parties", found.counts.within), found.within.iter().take(STRONGEST));
        self.list("omitted", &found.omitted);
    }

    pub(super) fn agreement(&mut self, model: &Model, settings: &Settings) {
        let found = analysis::agreement(model, &settings.into());
        let (parties, values) = (found.parties.len(), found.values.len());
        let size = format!("{} by {}", counted(parties, "party", "parties"), counted(values, "value", "values"));
        self.add(1, format_args!("{size}, {} of {} ratings missing", found.missing, found.cells));
        let w = &found.concordance;
        let (chi, p) = (measure(w.chi_squared), measure(w.p_chi_squared));
        let of = counted(w.parties, "party", "parties");
        self.add(1, format_args!("W {} over {of}, chi-squared {chi}, p {p}", measure(w.w)));
        self.list("did not rate every value", &w.dropped);
        let alpha = &found.alpha;
        self.add(1, format_args!("alpha {} ({}, {} ratings)", measure(alpha.alpha), alpha.measurement, alpha.ratings));
        self.list(
            "values",
            found.of_values.iter().map(|v| {
                let (a, consensus) = (measure(v.agreement), measure(v.consensus));
                format!("{}: A {a}, consensus {consensus}, rated by {}", v.value, v.parties)
            }),
        );
        if let Measure::Undefined(reason) = found.pairs.compared {
            self.add(1, format_args!("pairs: not compared ({reason})"));
        }
        for (heading, sign, pairs) in
            [("most opposed", -1.0, &found.pairs.opposed), ("most alike", 1.0, &found.pairs.alike)]
        {
            let told = pairs.iter().filter(|pair| pair.tau_x.value().is_some_and(|tau| sign * tau > 0.0));
            self.list(
                heading,
                told.take(STRONGEST).map(|pair| {
                    let [a, b] = &pair.parties;
                    format!("{a}, {b}: tau_x {} over {}", measure(pair.tau_x), counted(pair.values, "value", "values"))
                }),
            );
        }
        let without = found.left_out.most.iter().take(STRONGEST);
        self.list("without", without.map(|p| format!("{}: W {}, alpha {}", p.party, measure(p.w), measure(p.alpha))));
    }

    pub(super) fn rank_values(&mut self, found: &analysis::RankValues) {
        match &found.kemeny {
            Measure::Known(best) => {
                let (order, disagreements) = (itertools::join(&best.order, ", "), short(best.disagreements));
                self.add(1, match (best.optima, best.next) {
                    (1, Measure::Known(more)) => {
                        format!("best order, {disagreements} disagreements, the next best has {} more: {order}", short(more))
                    }
                    (1, Measure::Undefined(_)) => format!("the only order, {disagreements} disagreements: {order}"),
                    (n, _) => {
                        format!("{n} orders are equally good, {disagreements} disagreements each, the first by id: {order}")
                    }
                });
            }
            Measure::Undefined(reason) => self.add(1, format_args!("fewest disagreements: undefined ({reason})")),
        }
        let place = |p: Measure<Place>| match p {
            Measure::Known(p) if p.first == p.last => p.first.to_string(),
            Measure::Known(p) => format!("{}-{}", p.first, p.last),
            Measure::Undefined(reason) => format!("undefined ({reason})"),
        };
        for v in &found.values {
            let places = RankMethod::ALL.iter().map(|m| format!("{m} {}", place(v.place(*m))));
            self.add(2, format_args!("{}: {}, rated by {}", v.value, itertools::join(places, ", "), v.rated_by));
        }
        self.list("unplaced", &found.unplaced);
        self.list("places differ by rule", &found.moved);
        // 2 for a pair the other way round, so that the most is twice the pairs.
        let far = |p: &PartyDistance| {
            let range = |low: Measure, high: Measure| match (low, high) {
                (Measure::Known(low), Measure::Known(high)) if low < high => {
                    format!("{} to {}", short(low), short(high))
                }
                _ => measure(low),
            };
            let (share, distance) = (range(p.lowest_share, p.highest_share), range(p.lowest, p.highest));
            let pairs = counted(usize::try_from(p.pairs).unwrap_or(usize::MAX), "pair", "pairs");
            format!("{}: {share} of the largest distance ({distance} of {} over {pairs})", p.party, 2 * p.pairs)
        };
        self.list("distance to the best orders", found.parties.iter().map(far));
        self.list("omitted", &found.omitted);
    }

    pub(super) fn value_priorities(&mut self, found: &analysis::ValuePriorities) {
        let group = &found.group;
        let parties = found.parties.iter().map(|p| (p.party.to_string(), &p.compared));
        for (name, compared) in parties.chain([("together".to_owned(), &group.compared)]) {
            let priorities = match &compared.priorities {
                Measure::Known(all) => {
                    itertools::join(all.iter().map(|p| format!("{} {}", p.value, short(p.priority))), ", ")
                }
                Measure::Undefined(reason) => format!("undefined ({reason})"),
            };
            self.add(1, format_args!("{name}: {priorities}"));
            let missing = match compared.missing {
                0 => "every pair compared".to_owned(),
                n => format!("{} not compared", counted(n, "pair", "pairs")),
            };
            let (lambda, ratio) = (measure(compared.lambda), measure(compared.consistency_ratio));
            self.add(2, format_args!("{missing}, lambda {lambda}, consistency ratio {ratio}"));
            if let Measure::Known(triad) = &compared.worst_triad
                && triad.inconsistency > 0.0
            {
                let pairs = triad.pairs.iter().map(|p| {
                    let (said, implied) = (short(p.ratio), short(p.implied));
                    format!("{} is {said} (by the other two {implied})", itertools::join(&p.values, " over "))
                });
                let (off, pairs) = (short(triad.inconsistency), itertools::join(pairs, ", "));
                self.add(2, format_args!("contradict each other most, inconsistency {off}: {pairs}"));
            }
        }
        self.add(1, format_args!("consensus {}", measure(group.consensus)));
    }

    pub(super) fn value_network(&mut self, model: &Model, found: &analysis::ValueNetwork) {
        // Most ids of flows are generated and say nothing.
        let flow = |id: &FlowId| match model.flow(id) {
            Some(Flow { name: Some(name), from, to, .. }) => format!("{name} ({from} to {to})"),
            Some(flow) => format!("{} to {}", flow.from, flow.to),
            None => id.to_string(),
        };
        let (count, total) = (found.loop_count, measure(found.total));
        self.add(1, format_args!("loops: {count}, score {total} in all ({})", found.basis));
        if let Some(length) = found.complete_to {
            self.add(1, format_args!("complete to {}", counted(length, "flow", "flows")));
        }
        for (why, tally) in
            [("length", found.cut.length), ("threshold", found.cut.threshold), ("budget", found.cut.budget)]
        {
            match (tally.exact, tally.at_least) {
                (true, 0) => {}
                (true, n) => self.add(1, format_args!("cut by {why}: {n}")),
                (false, 0) => self.add(1, format_args!("cut by {why}: unknown")),
                (false, n) => self.add(1, format_args!("cut by {why}: at least {n}")),
            }
        }
        let best = found.loops.iter().take(STRONGEST);
        self.list(
            "best",
            best.map(|l| format!("{}: {}", itertools::join(l.flows.iter().map(flow), ", "), short(l.score))),
        );
        let off = |why: Option<OffLoop>| why.map_or(String::new(), |why| format!(", {why}"));
        let parties = found.parties.iter();
        self.list(
            "parties",
            parties
                .map(|p| format!("{}: on {} of the loops by score{}", p.party, measure(p.occurrence), off(p.off_loop))),
        );
        let flows = found.flows.iter();
        self.list(
            "flows",
            flows.map(|f| {
                let (score, occurrence) = (measure(f.score), measure(f.occurrence));
                format!("{}: score {score}, on {occurrence} of the loops by score{}", flow(&f.flow), off(f.off_loop))
            }),
        );
        self.list("omitted", &found.omitted);
    }

    pub(super) fn everyone_gains(&mut self, found: &analysis::EveryoneGains) {
        for p in &found.parties {
            let (received, given) = (short(p.received.known), short(p.given.known));
            let unscored = p.received.unscored + p.given.unscored;
            let unscored = if unscored > 0 { format!(", {unscored} without score") } else { String::new() };
            let (balance, exchange) = (measure(p.balance), p.exchange);
            self.add(
                1,
                format_args!(
                    "{}: receives {received}, gives {given}{unscored}, balance {balance}, {exchange}",
                    p.party
                ),
            );
            if !p.outcome.cells.is_empty() {
                let cells = p.outcome.cells.iter().map(|c| format!("{} {}", c.kind, measure(c.importance)));
                self.add(2, itertools::join(cells, ", "));
            }
            if !p.no_gain.is_empty() {
                self.add(2, format_args!("does not gain: {}", itertools::join(&p.no_gain, ", ")));
            }
        }
        self.list("out of balance", &found.out_of_balance);
        self.list("omitted", &found.omitted);
    }
}
