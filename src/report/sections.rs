//! The sections of a report, in the order in which a team thinks.

mod agreement;
mod beliefs;
mod chances;
mod changes;
mod conflicts;
pub(super) mod cultures;
mod flows;
mod force_field;
mod grids;
mod handbook;
mod head;
mod iceberg;
mod influence;
mod interests;
mod leadership;
mod pairs;
mod plan;
mod ranking;
mod relations;
mod rings;
mod tensions;
mod unknown;
mod values;
mod who;

use std::collections::{BTreeMap, BTreeSet};

use super::page::{Inlines, Item, Order, Page};
use super::speech::{Speech, args};
use super::{ReportOptions, Section};
use crate::analysis::convergence::ConvergenceOrder;
use crate::analysis::{self, INDEX, NotRun};
use crate::evidence::{Omission, OmissionReason};
use crate::handbook as handbook_rules;
use crate::model::{Attribute, Element};

/// How many conflicts the summary and the section on pairs choose from, however few are shown.
const AT_LEAST: usize = 500;

/// With more parties than this, they are not compared two by two: the work goes with the square of their number, or its cube.
const COMPARED: usize = 300;

/// What the methods found.
struct Results {
    field: analysis::ForceField,
    grid: analysis::PowerInterest,
    support: analysis::SupportSides,
    salience: analysis::Salience,
    cube: analysis::PowerInterestAttitude,
    threat: analysis::ThreatCooperation,
    trust: analysis::TrustMatrix,
    alignment: analysis::AlignmentInterest,
    rings: analysis::Rings,
    engagement: analysis::EngagementMatrix,
    chances: analysis::OpportunitiesAndRisks,
    plan: analysis::CommunicationPlan,
    map: analysis::ValueMap,
    conflicts: analysis::Conflicts,
    table: analysis::ConflictTable,
    goal: analysis::SharedGoal,
    gains: analysis::MutualGains,
    convergence: Option<analysis::Convergence>,
    influence: Option<analysis::Influence>,
    indirect: Option<analysis::IndirectInfluence>,
    relations: Option<analysis::Relations>,
    network: analysis::ValueNetwork,
    everyone: analysis::EveryoneGains,
    beliefs: analysis::CoOrientation,
    tensions: analysis::ValueTensions,
    ranking: analysis::RankValues,
    priorities: analysis::ValuePriorities,
    agreement: analysis::Agreement,
    cultures: analysis::CultureDistance,
    iceberg: analysis::Iceberg,
    leadership: analysis::Leadership,
}

impl Results {
    /// What each of the grids beside power and interest left out, by method.
    fn grids(&self) -> [(&'static str, &[Omission]); 6] {
        fn omitted<C>(grid: &analysis::Grid<C>) -> (&'static str, &[Omission]) {
            (grid.provenance.method, &grid.omitted)
        }
        [
            omitted(&self.support),
            omitted(&self.salience),
            omitted(&self.cube),
            omitted(&self.threat),
            omitted(&self.trust),
            omitted(&self.alignment),
        ]
    }
}

pub(super) fn page(speech: &Speech<'_>, options: &ReportOptions) -> Page {
    let model = speech.model;
    let settings = &options.settings;
    let grid = analysis::GridOptions::from(settings);
    let convergence = analysis::ConvergenceOptions::from(settings).orders([ConvergenceOrder::Second]);
    // Only the interests and what tells the parties apart are told of.
    let table = analysis::ConflictTableOptions::from(settings).pairs_at_most(0).coalitions_at_most(0);
    let compared = model.parties().len() <= COMPARED;
    let found = Results {
        field: analysis::force_field(model, &settings.into()),
        grid: analysis::power_interest(model, &grid),
        support: analysis::support(model, &grid),
        salience: analysis::salience(model, &grid),
        cube: analysis::power_interest_attitude(model, &grid),
        threat: analysis::threat_cooperation(model, &grid),
        trust: analysis::trust_matrix(model, &grid),
        alignment: analysis::alignment_interest(model, &grid),
        rings: analysis::rings(model, &settings.into()),
        engagement: analysis::engagement(model, &settings.into()),
        chances: analysis::opportunities_and_risks(model, &settings.into()),
        plan: analysis::communication_plan(model, &settings.into()),
        map: analysis::value_map(model, &settings.into()),
        conflicts: analysis::conflicts(
            model,
            &analysis::ConflictOptions::from(settings).strongest(options.conflicts.max(AT_LEAST)),
        ),
        table: analysis::conflict_table(model, &table),
        goal: analysis::shared_goal(model, &settings.into()),
        gains: analysis::mutual_gains(model, &settings.into()),
        convergence: compared.then(|| analysis::convergence(model, &convergence)),
        influence: compared.then(|| analysis::influence(model, &settings.into())),
        indirect: compared.then(|| analysis::indirect_influence(model, &settings.into())),
        relations: compared.then(|| analysis::relations(model, &settings.into())),
        network: analysis::value_network(model, &settings.into()),
        everyone: analysis::everyone_gains(model, &settings.into()),
        beliefs: analysis::co_orientation(model, &settings.into()),
        tensions: analysis::value_tensions(model, &settings.into()),
        ranking: analysis::rank_values(model, &settings.into()),
        priorities: analysis::value_priorities(model, &settings.into()),
        agreement: analysis::agreement(model, &settings.into()),
        cultures: analysis::culture_distance(model, &settings.into()),
        iceberg: analysis::iceberg(model, &settings.into()),
        leadership: analysis::leadership(model, &settings.into()),
    };
    let mut page = Page::default();
    head::write(&mut page, speech, &found);
    if let Some(before) = &options.since {
        changes::write(&mut page, speech, before, settings);
    }
    for section in &options.sections {
        match section {
            Section::Who => who::write(&mut page, speech, &found),
            Section::Grids => grids::write(&mut page, speech, &found),
            Section::Rings => rings::write(&mut page, speech, &found),
            Section::ForceField => force_field::write(&mut page, speech, &found),
            Section::Values => values::write(&mut page, speech, &found),
            Section::Flows => flows::write(&mut page, speech, &found),
            Section::Iceberg => iceberg::write(&mut page, speech, &found),
            Section::Interests => interests::write(&mut page, speech, &found),
            Section::Influence => influence::write(&mut page, speech, &found),
            Section::Relations => relations::write(&mut page, speech, &found),
            Section::Cultures => cultures::write(&mut page, speech, &found),
            Section::Pairs => pairs::write(&mut page, speech, &found, settings),
            Section::Conflicts => conflicts::write(&mut page, speech, &found, options.conflicts),
            Section::Leadership => leadership::write(&mut page, speech, &found),
            Section::Chances => chances::write(&mut page, speech, &found),
            Section::Plan => plan::write(&mut page, speech, &found),
            Section::Handbook => {
                let options = options.review.clone().settings(settings.clone());
                handbook::write(&mut page, speech, &handbook_rules::review(model, &options));
            }
            Section::Unknown => unknown::write(&mut page, speech, &found),
        }
    }
    page
}

/// What stands between two parties.
pub(super) fn pair(speech: &Speech<'_>, between: &analysis::Between) -> Page {
    let mut page = Page::default();
    pairs::block(&mut page, speech, between, 1, usize::MAX);
    list_left_out(&mut page, speech, "pair-left-out", &between.omitted);
    page
}

/// How a project stands on the recommendations of the handbook.
pub(super) fn review(speech: &Speech<'_>, review: &handbook_rules::Review) -> Page {
    let mut page = Page::default();
    handbook::review(&mut page, speech, review, 1);
    page
}

/// What the rules ask.
pub(super) fn rules(speech: &Speech<'_>, rules: &[handbook_rules::Rule]) -> Page {
    let mut page = Page::default();
    handbook::rules(&mut page, speech, rules);
    page
}

/// How many of a list are told: all where but one would be left, for a line that says so is no shorter than that one.
fn told(all: usize, most: usize) -> usize {
    if all == most.saturating_add(1) { all } else { most }
}

/// Says in one line that there are too many parties to compare, if there are.
fn too_many(page: &mut Page, speech: &Speech<'_>) {
    let n = speech.model.parties().len();
    page.paragraph(speech.say("too-many-parties", args! {"n": n, "most": COMPARED}));
}

/// Why a method has no matter, if it has none.
fn not_run(speech: &Speech<'_>, method: &str) -> Option<NotRun> {
    INDEX.iter().find(|entry| entry.id == method).and_then(|entry| (entry.not_run)(speech.model))
}

/// Says in one line that a method has no matter, if it has none.
fn without_matter(page: &mut Page, speech: &Speech<'_>, method: &str) -> bool {
    let reason = not_run(speech, method);
    if let Some(reason) = reason {
        page.paragraph(speech.say("not-run", args! {"reason": speech.term(reason)}));
    }
    reason.is_some()
}

/// Omissions gathered by what was left out: one line each.
fn left_out<'a>(speech: &Speech<'_>, omissions: impl IntoIterator<Item = &'a Omission>) -> Vec<Item> {
    let mut by_subject: BTreeMap<(&Element, OmissionReason), BTreeSet<Attribute>> = BTreeMap::new();
    for omission in omissions {
        by_subject.entry((&omission.subject, omission.reason)).or_default().insert(omission.missing);
    }
    let line = |((subject, reason), missing): ((&Element, OmissionReason), BTreeSet<Attribute>)| -> Item {
        let key = match reason {
            OmissionReason::Unknown => "left-out-unknown",
            OmissionReason::NoCut => "left-out-no-cut",
            OmissionReason::NoFocal => "left-out-no-focal",
            OmissionReason::NotInVocabulary => "left-out-not-in-vocabulary",
        };
        let ratings: Inlines = speech.and(missing.iter().map(|attribute| speech.term(*attribute)));
        speech.say(key, args! {"of": speech.thing(subject), "ratings": ratings, "n": missing.len()}).into()
    };
    by_subject.into_iter().map(line).collect()
}

/// A list of what was left out under a line of its own; nothing where nothing was.
fn list_left_out<'a>(
    page: &mut Page,
    speech: &Speech<'_>,
    intro: &str,
    omissions: impl IntoIterator<Item = &'a Omission>,
) {
    let items = left_out(speech, omissions);
    if !items.is_empty() {
        page.paragraph(speech.words(intro));
        page.list(Order::Bulleted, items);
    }
}
