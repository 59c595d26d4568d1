//! Results as a terse English listing, for a look at the terminal. The report is for reading, the JSON for programs.

mod values;

use std::fmt::Display;

use super::output::{clean, counted, one_line};
use crate::analysis::communication_plan::Gap;
use crate::analysis::compare::{ForceChange, Shift};
use crate::analysis::iceberg::{NoteRef, RootNote};
use crate::analysis::indirect_influence::IndirectSide;
use crate::analysis::leadership::{Cover, Successor};
use crate::analysis::opportunities_and_risks::Outlook;
use crate::analysis::rings::RoleMismatch;
use crate::analysis::tipping::Moves;
use crate::analysis::{self, Entry, Settings, Step, Steps, asked};
use crate::evidence::{Finding, Measure};
use crate::id::PartyId;
use crate::model::{Attribute, Element, Model};

/// How many conflicts are listed, and how many opportunities and risks.
const STRONGEST: usize = 10;

/// What the chosen methods say of a model; all methods for an empty list.
pub(super) fn listing(model: &Model, only: &[&str], settings: &Settings, watch: &mut dyn FnMut(Step)) -> String {
    let mut out = Lines::default();
    let asked = asked(model, only);
    let mut steps = Steps::of(&asked, watch);
    for (entry, reason) in asked {
        if !out.text.is_empty() {
            out.text.push('\n');
        }
        out.add(0, format_args!("{}: {}", entry.id, entry.question));
        match reason {
            Some(reason) => out.add(1, format_args!("not run: {reason}")),
            None => steps.run(entry.id, || out.method(entry, model, settings)),
        }
    }
    out.text
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn add(&mut self, depth: usize, line: impl Display) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(&one_line(&line.to_string()));
        self.text.push('\n');
    }

    /// A heading with what is under it, if anything is.
    fn list<T: Display>(&mut self, heading: &str, items: impl IntoIterator<Item = T>) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            self.add(1, format_args!("{heading}:"));
            items.for_each(|item| self.add(2, item));
        }
    }

    /// A sentence about something, with the names of forces in place of their ids, which say nothing.
    fn named(model: &Model, finding: &Finding) -> String {
        let subject = itertools::join(finding.subject.iter().map(|e| name(model, e)), ", ");
        format!("{subject}: {} = {}", finding.rule, finding.amount)
    }

    fn method(&mut self, entry: &Entry, model: &Model, settings: &Settings) {
        let grid = analysis::GridOptions::from(settings);
        match entry.id {
            "force_field" => self.force_field(model, settings),
            "power_interest" => {
                self.grid(&analysis::power_interest(model, &grid), |c| format!("{} ({})", c.mendelow, c.eden_ackermann))
            }
            "salience" => self.grid(&analysis::salience(model, &grid), |c| format!("{}, rank {}", c.kind, c.rank)),
            "power_interest_attitude" => {
                self.grid(&analysis::power_interest_attitude(model, &grid), |c| c.to_string());
            }
            "support" => self.grid(&analysis::support(model, &grid), |c| c.to_string()),
            "threat_cooperation" => {
                self.grid(&analysis::threat_cooperation(model, &grid), |c| format!("{}, {}", c.kind, c.strategy))
            }
            "trust_matrix" => self.grid(&analysis::trust_matrix(model, &grid), |c| c.to_string()),
            "alignment_interest" => self.grid(&analysis::alignment_interest(model, &grid), |c| c.to_string()),
            "rings" => self.rings(model, settings),
            "engagement" => self.engagement(model, settings),
            "value_map" => self.value_map(model, settings),
            "conflicts" => self.conflicts(model, settings),
            "communication_plan" => self.communication_plan(model, settings),
            "opportunities_and_risks" => self.opportunities_and_risks(model, settings),
            "convergence" => self.convergence(model),
            "influence" => self.influence(model),
            "indirect_influence" => self.indirect_influence(model),
            "conflict_table" => {
                self.conflict_table(&analysis::conflict_table(model, &analysis::ConflictTableOptions::default()))
            }
            "mutual_gains" => {
                self.mutual_gains(&analysis::mutual_gains(model, &analysis::MutualGainsOptions::default()))
            }
            "relations" => self.relations(model),
            "co_orientation" => self.co_orientation(&analysis::co_orientation(model, &settings.into())),
            "value_tensions" => self.value_tensions(&analysis::value_tensions(model, &settings.into())),
            "agreement" => self.agreement(model, settings),
            "culture_distance" => self.culture_distance(model, settings),
            "iceberg" => self.iceberg(&analysis::iceberg(model, &settings.into())),
            "leadership" => self.leadership(&analysis::leadership(model, &settings.into())),
            "shared_goal" => self.shared_goal(model),
            "value_network" => self.value_network(model, &analysis::value_network(model, &settings.into())),
            "everyone_gains" => self.everyone_gains(&analysis::everyone_gains(model, &settings.into())),
            "rank_values" => self.rank_values(&analysis::rank_values(model, &settings.into())),
            "value_priorities" => self.value_priorities(&analysis::value_priorities(model, &settings.into())),
            // A method without a listing of its own is shown as it is.
            id => match analysis::analyze_with(model, &[id], settings) {
                Ok(whole) => clean(&format!("{whole:#}")).lines().for_each(|line| self.add(1, line)),
                Err(error) => self.add(1, error),
            },
        }
    }

    fn force_field(&mut self, model: &Model, settings: &Settings) {
        let field = analysis::force_field(model, &settings.into());
        let (driving, restraining) = (short(field.driving), short(field.restraining));
        self.add(1, format_args!("{driving} driving, {restraining} restraining, net {}", short(field.net)));
        self.add(1, format_args!("balance {}", measure(field.balance)));
        let (mean, median) = (measure(field.weighted_mean_attitude), measure(field.weighted_median_attitude));
        self.add(1, format_args!("attitude weighted by power and interest: mean {mean}, median {median}"));
        let tipping = &field.tipping;
        for (question, moves) in [
            ("fewest steps to tip it", &tipping.fewest_steps),
            ("fewest parties to tip it", &tipping.fewest_parties),
            ("fewest parties to undo it", &tipping.fewest_parties_against),
        ] {
            match moves {
                Measure::Known(moves) => self.moves(question, moves),
                Measure::Undefined(reason) => self.add(1, format_args!("{question}: none ({reason})")),
            }
        }
        let free = &field.free_forces;
        if !free.forces.is_empty() {
            let (driving, restraining) = (short(free.driving), short(free.restraining));
            self.add(1, format_args!("free forces: {driving} driving, {restraining} restraining"));
            if !free.order.is_empty() {
                self.add(
                    1,
                    format_args!(
                        "act first on: {}",
                        itertools::join(free.order.iter().map(|id| model.label(&id.into()).to_owned()), ", ")
                    ),
                );
            }
        }
        let by_party = field.free_forces.by_party.iter().map(|of| {
            let (driving, restraining) = (short(of.driving), short(of.restraining));
            let Some(party) = &of.party else {
                return format!("nobody: {driving} driving, {restraining} restraining");
            };
            let own = measure(of.party_force);
            format!("{party}: {driving} driving, {restraining} restraining, own force {own}: {}", of.accord)
        });
        self.list("free forces by who exerts them", by_party);
        self.list("findings", field.findings.iter().map(|f| Self::named(model, f)));
        let omitted = field.omitted.iter().map(|o| match &o.subject {
            force @ Element::Force(_) => {
                o.to_string().replacen(&format!("`{force}`"), &format!("`{}`", name(model, force)), 1)
            }
            _ => o.to_string(),
        });
        self.list("omitted", omitted);
    }

    fn moves(&mut self, question: &str, moves: &Moves) {
        let more = if moves.truncated { ", and more" } else { "" };
        self.add(1, format_args!("{question}: {}{more}", moves.cost));
        for answer in &moves.answers {
            let made = answer.moves.iter().map(|m| format!("{} from {} to {}", m.party, short(m.from), short(m.to)));
            let made = itertools::join(made, ", ");
            let made = if made.is_empty() { "nobody moves" } else { &made };
            self.add(2, format_args!("{made}: net {}", short(answer.net_after)));
        }
    }

    fn changes(&mut self, changes: &analysis::Changes) {
        if changes.is_empty() {
            self.add(1, "nothing changed");
        }
        let shift = |s: &Shift<f64>| format!("{} to {}", short(s.before), short(s.after));
        let (driving, restraining) = (shift(&changes.driving), shift(&changes.restraining));
        let by = &changes.attribution;
        self.add(1, format_args!("driving {driving}, restraining {restraining}, net {}", shift(&changes.net)));
        let balance = &changes.balance;
        self.add(1, format_args!("balance {} to {}", measure(balance.before), measure(balance.after)));
        self.add(1, format_args!("fewest steps to tip it: {}", changes.fewest_steps));
        if !by.parties.is_empty() {
            let parts = [
                ("attitude", by.by_attitude),
                ("power", by.by_power),
                ("interest-level", by.by_interest_level),
                ("entered", by.by_entered),
                ("left", by.by_left),
            ];
            let parts = parts.into_iter().filter(|(_, x)| *x != 0.0).map(|(name, x)| format!("{name} {}", signed(x)));
            self.add(1, format_args!("the change in net, {}, by: {}", signed(by.change), some(parts)));
            by.parties.iter().for_each(|line| self.add(2, change(line)));
        }
        self.list("moved", &changes.moved);
        self.list("came", &changes.added);
        self.list("gone", &changes.removed);
        for (heading, omitted) in [("before", &changes.omitted.before), ("after", &changes.omitted.after)] {
            self.list(&format!("omitted {heading}"), omitted);
        }
    }

    fn grid<C: Copy>(&mut self, grid: &analysis::Grid<C>, class: fn(C) -> String) {
        let cuts = grid.cuts.iter().map(|c| format!("{} is high from {}", c.attribute, measure(c.level)));
        let cuts = itertools::join(cuts, ", ");
        if !cuts.is_empty() {
            self.add(1, cuts);
        }
        for place in &grid.parties {
            let border = if place.border { ", on the border" } else { "" };
            let missing = if place.whatever_the_missing { ", whatever the missing rating" } else { "" };
            let steps = match place.distance {
                Measure::Known(steps) => counted(usize::try_from(steps).unwrap_or(usize::MAX), "step", "steps"),
                Measure::Undefined(reason) => reason.to_string(),
            };
            self.add(
                2,
                format_args!("{}: {}{border}{missing} (to another class: {steps})", place.party, class(place.class)),
            );
        }
        self.list("omitted", &grid.omitted);
    }

    fn rings(&mut self, model: &Model, settings: &Settings) {
        let found = analysis::rings(model, &settings.into());
        for row in &found.sectors {
            let cells = row.rings.iter().filter(|c| !c.actual.is_empty());
            let cells = cells.map(|c| format!("{}: {}", c.ring, itertools::join(&c.actual, ", ")));
            let sector = row.sector.as_ref().map_or("sector unknown", |s| s.as_str());
            self.list(sector, cells);
        }
        let mismatch = |m: &RoleMismatch| {
            let (a, b) = (format_args!("{} {}", m.first, m.first_ring), format_args!("{} {}", m.second, m.second_ring));
            format!("{}: {a}, {b}: {} (strength {})", m.party, m.direction, short(m.strength))
        };
        self.list("role mismatches", found.mismatches.iter().map(mismatch));
        self.list("omitted", &found.omitted);
    }

    fn engagement(&mut self, model: &Model, settings: &Settings) {
        let matrix = analysis::engagement(model, &settings.into());
        for p in &matrix.parties {
            let (from, to, weight) = (p.current, p.desired, measure(p.weight));
            self.add(
                2,
                format_args!("{}: {from} to {to}: {}, {} moves, weight {weight}", p.party, p.transition, p.moves),
            );
        }
        self.list("omitted", &matrix.omitted);
    }

    fn conflicts(&mut self, model: &Model, settings: &Settings) {
        let found = analysis::conflicts(model, &analysis::ConflictOptions::from(settings).strongest(STRONGEST));
        let heading = if found.more {
            format!("the {STRONGEST} strongest conflicts of more")
        } else {
            counted(found.conflicts.len(), "conflict between parties", "conflicts between parties")
        };
        self.add(1, heading);
        found.conflicts.iter().for_each(|c| self.conflict(c));
        if !found.inner.is_empty() {
            let (one, many) = ("conflict of a party with itself", "conflicts of parties with themselves");
            self.add(1, counted(found.inner.len(), one, many));
            found.inner.iter().take(STRONGEST).for_each(|c| self.conflict(c));
        }
        self.list("omitted", &found.omitted);
    }

    fn communication_plan(&mut self, model: &Model, settings: &Settings) {
        let plan = analysis::communication_plan(model, &settings.into());
        for strategy in &plan.parties {
            let place = [
                strategy.quadrant.as_ref().map(|q| (q.class.to_string(), q.border, q.whatever_the_missing)),
                strategy.support.as_ref().map(|s| (s.class.to_string(), s.border, s.whatever_the_missing)),
            ];
            let place = place.into_iter().flatten().map(|(class, border, missing)| {
                let border = if border { " (on the border)" } else { "" };
                format!("{class}{border}{}", if missing { " (whatever the missing rating)" } else { "" })
            });
            let place = itertools::join(place, ", ");
            let place = if place.is_empty() { "not placed" } else { &place };
            let level = strategy.level.map_or(String::new(), |l| format!(": {}", l.level));
            self.add(1, format_args!("{}: {place}{level}", strategy.party));
            if let Some(gap) = strategy.gap.filter(|gap| *gap != Gap::NotPlaced) {
                self.add(2, format_args!("no advice: {gap}"));
            }
            let goal = strategy.goal.iter().filter_map(|goal| goal.text.or_another("en"));
            goal.for_each(|goal| self.add(2, goal));
            for (heading, lines) in [("tools", &strategy.tools), ("tips", &strategy.tips)] {
                if !lines.is_empty() {
                    self.add(2, format_args!("{heading}: {}", itertools::join(lines.iter().map(|l| &l.id), ", ")));
                }
            }
            let contact = &strategy.contact;
            let contact = [&contact.channel, &contact.frequency, &contact.owner].into_iter().flatten();
            let contact = itertools::join(contact, ", ");
            if !contact.is_empty() {
                self.add(2, format_args!("contact: {contact}"));
            }
        }
        self.list("omitted", &plan.omitted);
    }

    fn opportunities_and_risks(&mut self, model: &Model, settings: &Settings) {
        let found = analysis::opportunities_and_risks(model, &settings.into());
        for (kind, heading) in [(Outlook::Opportunity, "opportunities"), (Outlook::Risk, "risks")] {
            let all = found.kind(kind).count();
            let heading = if all > STRONGEST {
                format!("the {STRONGEST} {heading} that weigh most, of {all}")
            } else {
                heading.into()
            };
            self.list(
                &heading,
                found.kind(kind).take(STRONGEST).map(|e| {
                    let subject = itertools::join(e.subject.iter().map(|s| format!(" ({s})")), "");
                    let net = e.effect.value().map(|net| format!(", net {}", short(net)));
                    let (parties, strength) = (itertools::join(&e.parties, ", "), short(e.strength));
                    format!("{parties}{subject}: {}, strength {strength}{}", e.rule, net.unwrap_or_default())
                }),
            );
        }
        self.list("omitted", &found.omitted);
    }

    fn convergence(&mut self, model: &Model) {
        let found = analysis::convergence(model, &analysis::ConvergenceOptions::default());
        for order in &found.orders {
            let tables = match &order.tables {
                Measure::Known(tables) => tables,
                Measure::Undefined(reason) => {
                    self.add(1, format_args!("{} order: undefined ({reason})", order.order));
                    continue;
                }
            };
            self.add(1, format_args!("{} order: degree of convergence {}", order.order, measure(tables.degree)));
            for pair in &tables.pairs {
                let ambivalent = if pair.ambivalent { ", ambivalent" } else { "" };
                let (c, d) = (short(pair.convergence), short(pair.divergence));
                let parties = itertools::join(&pair.parties, " and ");
                self.add(2, format_args!("{parties}: convergence {c}, divergence {d}{ambivalent}"));
            }
            for party in &tables.parties {
                self.add(2, format_args!("{}: ambivalence {}", party.party, measure(party.ambivalence)));
            }
            for i in &tables.interests {
                let (agree, disagree) = (short(i.agreement), short(i.disagreement));
                self.add(2, format_args!("{}: {agree} for, {disagree} against", i.interest));
            }
        }
        self.list("silent", &found.silent);
        self.list("omitted", &found.omitted);
    }

    fn influence(&mut self, model: &Model) {
        let found = analysis::influence(model, &analysis::InfluenceOptions::default());
        self.add(1, format_args!("stability {}", measure(found.stability)));
        for p in &found.parties {
            let (given, taken) = (short(p.influence), short(p.dependence));
            let (force, strongest) = (measure(p.relative_force), measure(p.strongest_force));
            self.add(
                2,
                format_args!(
                    "{}: influence {given}, dependence {taken}, R {force}, Q {strongest}, {}",
                    p.party, p.zone
                ),
            );
        }
        let pairs = found.disagreements.iter().map(|d| itertools::join(&d.parties, " before "));
        self.list("by R but not by Q", pairs);
        self.list("omitted", &found.omitted);
    }

    fn indirect_influence(&mut self, model: &Model) {
        let found = analysis::indirect_influence(model, &analysis::IndirectInfluenceOptions::default());
        self.add(1, format_args!("{}, period {}", found.case, found.period));
        let (given, taken) = (found.influence.holds_from, found.dependence.holds_from);
        self.add(1, format_args!("the order by influence holds from power {given}, that by dependence from {taken}"));
        for p in &found.parties {
            let side = |s: &IndirectSide| format!("{} (rank {}, directly {})", measure(s.share), s.rank, s.direct_rank);
            let (given, taken) = (side(&p.influence), side(&p.dependence));
            self.add(2, format_args!("{}: influence {given}, dependence {taken}", p.party));
        }
        self.list("omitted", &found.omitted);
    }

    fn conflict_table(&mut self, table: &analysis::ConflictTable) {
        self.add(1, format_args!("degree of conflict {}", measure(table.degree)));
        self.list(
            "interests",
            table.issues.iter().map(|issue| {
                let (supporters, neutral, opponents) =
                    (issue.supporters.len(), issue.neutral.len(), issue.opponents.len());
                let sides = format!("{supporters} for, {neutral} neutral, {opponents} against");
                format!("{}: degree of conflict {}, {sides}", issue.interest, measure(issue.degree))
            }),
        );
        let compared = table.pairs.iter().filter(|pair| pair.tally.common > 0).map(|pair| {
            let shares = [("alliance", pair.alliance), ("conflict", pair.conflict), ("neutral", pair.neutral)];
            let shares = itertools::join(shares.map(|(name, share)| format!("{name} {}", measure(share))), ", ");
            let interests = counted(pair.tally.common, "interest", "interests");
            let [a, b] = &pair.parties;
            format!("{a} and {b}: {} ({shares}, distance {} over {interests})", pair.relation, measure(pair.distance))
        });
        self.list("pairs", compared);
        let more = |truncated: bool| if truncated { ", and perhaps more" } else { "" };
        let coalitions = &table.coalitions;
        let heading = format!("coalitions{}", more(coalitions.truncated));
        self.list(&heading, coalitions.sets.iter().filter(|set| set.len() > 1).map(|set| itertools::join(set, ", ")));
        match &table.reducts {
            Measure::Known(reducts) => {
                self.list("interests without which some parties cannot be told apart", &reducts.core);
                let heading = format!("interests that tell the parties apart{}", more(reducts.truncated));
                self.list(
                    &heading,
                    reducts.sets.iter().map(|set| itertools::join(set, ", ")).filter(|s| !s.is_empty()),
                );
            }
            Measure::Undefined(reason) => self.add(1, format_args!("interests that tell the parties apart: {reason}")),
        }
        self.list("omitted", &table.omitted);
    }

    fn mutual_gains(&mut self, found: &analysis::MutualGains) {
        self.add(1, found.totals);
        self.list("pairs", &found.gains);
        if found.more {
            self.add(2, "and more");
        }
        self.list("omitted", &found.omitted);
    }

    fn relations(&mut self, model: &Model) {
        let found = analysis::relations(model, &analysis::RelationOptions::default());
        let pair = |[a, b]: &[PartyId; 2]| format!("{a}, {b}");
        let one_sided = found.trust.iter().filter(|t| t.one_sided == Measure::Known(true));
        self.list("one-sided trust", one_sided.map(|t| format!("{}: {}", pair(&t.parties), measure(t.asymmetry))));
        self.list(
            "reciprocity",
            found.reciprocity.iter().filter(|r| !r.parties.is_empty()).map(|r| {
                let parties = counted(r.parties.len(), "party", "parties");
                format!("{}: r {}, rho {} over {parties}", r.relation, measure(r.raw), measure(r.rho))
            }),
        );
        self.list(
            "dependence",
            found.dependence.iter().map(|d| {
                let [first, second] = d.dependence.map(measure);
                let (apart, joint) = (measure(d.asymmetry), measure(d.joint));
                let pair = pair(&d.parties);
                format!(
                    "{pair}: {first} and {second}, asymmetry {apart}, joint {joint}, balance {}",
                    measure(d.balance)
                )
            }),
        );
        let near = found.nearness.parties.iter();
        self.list(
            "kilometres to the focal party and to the project",
            near.map(|p| format!("{}: {}, {}", p.party, measure(p.to_focal_km), measure(p.to_project_km))),
        );
        let (balance, camps) = (&found.balance, &found.camps);
        let t = balance.triangles;
        self.add(
            1,
            format_args!(
                "triangles: {} +++, {} ++-, {} +--, {} ---; degree of balance {}",
                t.all_positive,
                t.one_negative,
                t.two_negative,
                t.all_negative,
                measure(balance.degree)
            ),
        );
        let strained = balance.strain.ties.iter().map(|tie| pair(&tie.parties));
        let in_most = counted(usize::try_from(balance.strain.triangles).unwrap_or(usize::MAX), "triangle", "triangles");
        self.list(&format!("ties that strain most, in {in_most} out of balance"), strained);
        let least = format!("{} ({})", measure(camps.frustration), camps.status);
        self.add(1, format_args!("frustration of two camps: {least}, equally good splits: {}", camps.optima));
        let listed =
            camps.splits.iter().map(|s| s.camps.each_ref().map(|camp| itertools::join(camp, ", ")).join(" | "));
        self.list("camps", listed);
        let brokers = found.brokers.parties.as_ref().value().into_iter().flatten();
        self.list("between the camps", brokers.map(|b| format!("{}. {}: {}", b.rank, b.party, short(b.betweenness))));
        self.list("omitted", &found.omitted);
    }

    fn culture_distance(&mut self, model: &Model, settings: &Settings) {
        let found = analysis::culture_distance(model, &settings.into());
        let pair = |p: &analysis::culture_distance::PartyPair| {
            let differ = if p.differ == Measure::Known(true) { ", differ" } else { "" };
            format!("{}: {} ({}){differ}", itertools::join(&p.parties, ", "), measure(p.distance), measure(p.share))
        };
        for (heading, pairs) in [("within organisations", &found.within), ("between organisations", &found.between)] {
            let heading = format!("{heading}, {} of {} differ", pairs.differ, pairs.all);
            self.list(&heading, pairs.pairs.iter().take(STRONGEST).map(pair));
        }
        let most = |d: &analysis::culture_distance::ProfileDistance| {
            let all = d.dimensions.iter().map(|x| format!("{} {}", x.dimension, signed(x.difference)));
            let (closing, desired) = (measure(d.closing), measure(d.desired));
            let said = itertools::join(all, ", ");
            format!("{}: {said}; as desired {desired}, nearer by {closing}", itertools::join(&d.cultures, ", "))
        };
        self.list("profiles, first less second", found.distances.iter().take(STRONGEST).map(most));
        let change = |c: &analysis::culture_distance::Change| {
            let all = c.dimensions.iter().map(|x| format!("{} {}", x.dimension, signed(x.change)));
            match c.distance {
                Measure::Known(_) => format!("{}: {} ({})", c.culture, measure(c.distance), some(all)),
                Measure::Undefined(_) => format!("{}: {}", c.culture, measure(c.distance)),
            }
        };
        self.list("wanted changes", found.changes.iter().map(change));
        let models = found.models.iter().map(|m| format!("{}: {}", m.model, itertools::join(&m.parties, ", ")));
        self.list("models", models);
        self.add(1, format_args!("pairs of different models, not compared: {}", found.not_comparable));
        self.list("omitted", &found.omitted);
    }

    fn iceberg(&mut self, found: &analysis::Iceberg) {
        let joined = |notes: &[NoteRef], between: &str| itertools::join(notes, between);
        self.add(1, counted(found.withheld, "private note withheld", "private notes withheld"));
        for b in &found.bottlenecks {
            self.add(2, format_args!("{}: down to {}, chains: {}", b.note, b.depth, b.chains));
            for chain in &b.listed {
                self.add(3, joined(chain, " → "));
            }
            if b.truncated && !b.listed.is_empty() {
                self.add(3, "and more");
            }
        }
        self.list("not yet discussed", &found.undiscussed);
        let root = |r: &RootNote| {
            let names = |all: &[PartyId]| match all {
                [] => "nobody on record".to_owned(),
                all => itertools::join(all, ", "),
            };
            let who = match r.anonymous {
                true => "not told who".to_owned(),
                false => format!("noted by {}, pointed at by {}", names(&r.noted_by), names(&r.pointed_at_by)),
            };
            let shared = if r.shared { ", shared" } else { "" };
            let bottlenecks = counted(r.bottleneck_count, "bottleneck", "bottlenecks");
            format!("{} ({}): below {bottlenecks}{shared}; {who}", r.note, r.layer)
        };
        self.list("roots, as hypotheses", found.roots.iter().map(root));
        let exact = if found.fewest.exact { "" } else { ", found greedily" };
        let more = if found.fewest.truncated { ", and more" } else { "" };
        self.list(&format!("start with{exact}{more}"), found.fewest.sets.iter().map(|set| joined(set, " + ")));
        let mirrors = found.mirrors.iter().map(|m| {
            let ([a, b], [x, y]) = (&m.parties, &m.roots);
            format!("{}: {a} says {}, {b} says {}", m.bottleneck, joined(x, ", "), joined(y, ", "))
        });
        self.list("different stories", mirrors);
        self.list("noted by several and never spoken", found.unspoken.iter().map(|u| &u.note));
        self.list("omitted", &found.omitted);
    }

    fn leadership(&mut self, found: &analysis::Leadership) {
        for phase in &found.phases {
            let now = if phase.at_hand == Measure::Known(true) { " (at hand)" } else { "" };
            let leads = phase.leads.iter().map(|lead| format!("{} {}", lead.member, measure(lead.fit.share)));
            self.add(1, format_args!("{}{now}: led by {}", phase.phase, some(leads)));
            let open = phase.roles.iter().filter(|role| role.cover != Cover::Covered);
            open.for_each(|role| self.add(2, format_args!("{}: {}", role.role, role.cover)));
            for (round, number) in phase.assignment.rounds.iter().zip(1..) {
                let (total, gain) = (short(round.total), measure(round.gain));
                self.add(2, format_args!("round {number}: total {total}, gain {gain}, equally good: {}", round.optima));
                round
                    .placed
                    .iter()
                    .for_each(|p| self.add(3, format_args!("{}: {} {}", p.task, p.member, short(p.fit))));
            }
            if !phase.assignment.unassigned.is_empty() {
                self.add(2, format_args!("unassigned: {}", itertools::join(&phase.assignment.unassigned, ", ")));
            }
        }
        for leader in &found.informal_leaders {
            self.add(1, format_args!("informal leader in {}: {}", leader.phase, leader.sits));
        }
        for control in &found.planning_control {
            self.add(1, format_args!("planning and control in {}: {}", control.phase, control.owned));
        }
        for change in &found.changes {
            let over = change.hand_over.iter().map(|over| {
                let how = if over.successor == Successor::Shares { "shares with" } else { "to" };
                format!("{} {how} {}", over.from, some(over.to.iter().map(ToString::to_string)))
            });
            self.list(&format!("hand over from {} to {}", change.from, change.to), over);
        }
        self.list("omitted", &found.omitted);
    }

    fn shared_goal(&mut self, model: &Model) {
        let found = analysis::shared_goal(model, &analysis::SharedGoalOptions::default());
        let more = if found.truncated { ", and more" } else { "" };
        let exact = if found.exact { "" } else { ", found greedily" };
        self.add(1, format_args!("{}{exact}{more}", found.kind));
        for goal in &found.goals {
            self.add(
                2,
                format_args!("{}: carried by {}", itertools::join(&goal.interests, " + "), goal.carried_by.len()),
            );
            self.list("left out", &goal.left_out);
            self.list("opposed", goal.opposed.iter().map(|(party, interest)| format!("{party} against {interest}")));
        }
        self.list("omitted", &found.omitted);
    }

    fn conflict(&mut self, conflict: &analysis::Conflict) {
        self.add(2, conflict);
        if let Measure::Known(weighted) = conflict.weighted {
            self.add(3, format_args!("weighted by power: {}", short(weighted)));
        }
        conflict.because.iter().for_each(|reason| self.add(3, reason));
        conflict.missing.iter().for_each(|missing| self.add(3, missing));
        for said in [conflict.mutual_gain.map(|g| g.to_string()), conflict.misjudgement.map(|m| m.to_string())] {
            said.into_iter().for_each(|word| self.add(3, word));
        }
        let bridges = &conflict.bridges;
        let shared = bridges.shared_interests.iter().map(|s| s.over.to_string());
        let shared = shared.chain(bridges.shared_values.iter().map(|s| s.over.to_string()));
        let brokers = bridges.brokers.iter().map(|b| b.party.to_string());
        let supra = bridges.supra_interests.iter().map(|s| s.interest.to_string());
        let trades = bridges.log_rolling.iter().map(|t| format!("{} for {}", t.for_first, t.for_second));
        let distance = bridges.distance.value().map(|km| format!("{} km", short(km)));
        for (heading, all) in [
            ("shared", itertools::join(shared, ", ")),
            ("both serve", itertools::join(supra, ", ")),
            ("brokers", itertools::join(brokers, ", ")),
            ("trades", itertools::join(trades, ", ")),
            ("apart", itertools::join(distance, ", ")),
        ] {
            if !all.is_empty() {
                self.add(3, format_args!("{heading}: {all}"));
            }
        }
    }
}

/// What changed between two models.
pub(super) fn changes(changes: &analysis::Changes) -> String {
    let mut out = Lines::default();
    out.add(0, "compare: What changed between two force fields, and who and which rating made the difference?");
    out.changes(changes);
    out.text
}

/// What one party changes: by how much, by which ratings.
fn change(line: &ForceChange) -> String {
    let said = format!("{}: {}", line.party, signed(line.change));
    let (Some(split), Some(before), Some(after)) = (&line.split, &line.before, &line.after) else {
        let ratings = itertools::join(&line.ratings, ", ");
        let of = if ratings.is_empty() { String::new() } else { format!(": {ratings}") };
        return format!("{said} ({}{of})", line.cause);
    };
    let parts = line.ratings.iter().filter_map(|rating| {
        let (part, before, after) = match rating {
            Attribute::Power => (split.power, before.power, after.power),
            Attribute::InterestLevel => (split.interest_level, before.interest_level, after.interest_level),
            Attribute::Attitude => (split.attitude, before.attitude, after.attitude),
            _ => return None,
        };
        Some(format!("{rating} from {} to {}: {}", short(before.raw), short(after.raw), signed(part)))
    });
    format!("{said} ({})", itertools::join(parts, "; "))
}

/// What is there, with commas, or that nothing is.
fn some(mut all: impl Iterator<Item = String>) -> String {
    let said = itertools::join(&mut all, ", ");
    if said.is_empty() { "nothing".into() } else { said }
}

/// A number with its sign.
fn signed(x: f64) -> String {
    if x > 0.0 { format!("+{}", short(x)) } else { short(x) }
}

/// An element as it is shown: a force by its name, for its id is most often but a number.
fn name(model: &Model, element: &Element) -> String {
    match element {
        Element::Force(_) => format!("force:{}", model.label(element)),
        _ => element.to_string(),
    }
}

/// A number without the digits that nobody reads.
fn short(x: f64) -> String {
    if x != 0.0 && !(1.0e-3..1.0e15).contains(&x.abs()) {
        return format!("{x:.3e}");
    }
    let digits = format!("{x:.3}");
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    if digits == "-0" { "0".into() } else { digits.into() }
}

fn measure(measure: Measure) -> String {
    match measure {
        Measure::Known(x) => short(x),
        Measure::Undefined(_) => measure.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let all = [0.0, -0.0, 40.0, 2.0 / 3.0, -1.5, 1.0e-9, 1.0e20].map(short);
        assert_eq!(all, ["0", "0", "40", "0.667", "-1.5", "1.000e-9", "1.000e20"]);
    }

    #[test]
    fn every_method_has_a_listing_of_its_own() {
        for entry in analysis::INDEX {
            let mut out = Lines::default();
            out.method(entry, &Model::new(), &Settings::new());
            assert!(!out.text.contains('{'), "{}: {}", entry.id, out.text);
        }
    }
}
