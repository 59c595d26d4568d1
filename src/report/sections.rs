//! The sections of a report, in the order in which a team thinks.

mod agreement;
mod beliefs;
mod cards;
mod chances;
mod changes;
pub(super) mod conflicts;
pub(super) mod cultures;
mod flows;
mod force_field;
mod grids;
mod grounds;
mod handbook;
mod head;
pub(super) mod iceberg;
mod influence;
mod interests;
pub(super) mod leadership;
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

use super::page::{Anchor, Inlines, Item, Order, Page, capital};
use super::speech::{Speech, args};
use super::{ReportOptions, Section};
use crate::analysis::convergence::ConvergenceOrder;
use crate::analysis::{self, INDEX, NotRun, Step, Steps};
use crate::evidence::{Omission, OmissionReason};
use crate::handbook as handbook_rules;
use crate::model::{Attribute, Element};

/// How many conflicts the summary and the section on pairs choose from, however few are shown.
const AT_LEAST: usize = 500;

/// With more parties than this, they are not compared two by two: the work goes with the square of their number, or its cube.
const COMPARED: usize = 300;

/// How many methods compare them two by two.
const PAIRWISE: usize = 4;

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

/// The page of a report. `fits`: whether a page is small enough; if not, its cards name less.
pub(super) fn page(
    speech: &Speech<'_>,
    options: &ReportOptions,
    watch: &mut dyn FnMut(Step),
    fits: &dyn Fn(&Page) -> bool,
) -> Page {
    let model = speech.model;
    let settings = &options.settings;
    let grid = analysis::GridOptions::from(settings);
    let convergence = analysis::ConvergenceOptions::from(settings).orders([ConvergenceOrder::Second]);
    // Only the interests and what tells the parties apart are told of.
    let table = analysis::ConflictTableOptions::from(settings).pairs_at_most(0).coalitions_at_most(0);
    let compared = model.parties().len() <= COMPARED;
    let strongest = analysis::ConflictOptions::from(settings).strongest(options.conflicts.max(AT_LEAST));
    let mut steps = Steps::new(INDEX.len() - if compared { 0 } else { PAIRWISE }, watch);
    let found = Results {
        field: steps.run("force_field", || analysis::force_field(model, &settings.into())),
        grid: steps.run("power_interest", || analysis::power_interest(model, &grid)),
        support: steps.run("support", || analysis::support(model, &grid)),
        salience: steps.run("salience", || analysis::salience(model, &grid)),
        cube: steps.run("power_interest_attitude", || analysis::power_interest_attitude(model, &grid)),
        threat: steps.run("threat_cooperation", || analysis::threat_cooperation(model, &grid)),
        trust: steps.run("trust_matrix", || analysis::trust_matrix(model, &grid)),
        alignment: steps.run("alignment_interest", || analysis::alignment_interest(model, &grid)),
        rings: steps.run("rings", || analysis::rings(model, &settings.into())),
        engagement: steps.run("engagement", || analysis::engagement(model, &settings.into())),
        chances: steps.run("opportunities_and_risks", || analysis::opportunities_and_risks(model, &settings.into())),
        plan: steps.run("communication_plan", || analysis::communication_plan(model, &settings.into())),
        map: steps.run("value_map", || analysis::value_map(model, &settings.into())),
        conflicts: steps.run("conflicts", || analysis::conflicts(model, &strongest)),
        table: steps.run("conflict_table", || analysis::conflict_table(model, &table)),
        goal: steps.run("shared_goal", || analysis::shared_goal(model, &settings.into())),
        gains: steps.run("mutual_gains", || analysis::mutual_gains(model, &settings.into())),
        convergence: compared.then(|| steps.run("convergence", || analysis::convergence(model, &convergence))),
        influence: compared.then(|| steps.run("influence", || analysis::influence(model, &settings.into()))),
        indirect: compared
            .then(|| steps.run("indirect_influence", || analysis::indirect_influence(model, &settings.into()))),
        relations: compared.then(|| steps.run("relations", || analysis::relations(model, &settings.into()))),
        network: steps.run("value_network", || analysis::value_network(model, &settings.into())),
        everyone: steps.run("everyone_gains", || analysis::everyone_gains(model, &settings.into())),
        beliefs: steps.run("co_orientation", || analysis::co_orientation(model, &settings.into())),
        tensions: steps.run("value_tensions", || analysis::value_tensions(model, &settings.into())),
        ranking: steps.run("rank_values", || analysis::rank_values(model, &settings.into())),
        priorities: steps.run("value_priorities", || analysis::value_priorities(model, &settings.into())),
        agreement: steps.run("agreement", || analysis::agreement(model, &settings.into())),
        cultures: steps.run("culture_distance", || analysis::culture_distance(model, &settings.into())),
        iceberg: steps.run("iceberg", || analysis::iceberg(model, &settings.into())),
        leadership: steps.run("leadership", || analysis::leadership(model, &settings.into())),
    };
    let mut page = Page::of(speech);
    head::write(&mut page, speech, &found);
    if let Some(before) = &options.since {
        changes::write(&mut page, speech, before, settings);
    }
    let mut chapter = None;
    for section in &options.sections {
        let before = page.blocks.len();
        let opened = chapter.replace(section.chapter()) != Some(section.chapter());
        if opened {
            page.anchor(Anchor::Chapter(section.chapter()));
            page.heading(2, capital(speech.term(section.chapter())));
        }
        page.anchor(Anchor::Section(*section));
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
            Section::Cards => cards::write(&mut page, speech, &found, &options.sections, fits),
        }
        if opened && page.blocks.len() == before + 1 {
            // A section without matter opens no chapter.
            page.blocks.pop();
            chapter = None;
        }
    }
    page
}

/// What stands between two parties.
pub(super) fn pair(speech: &Speech<'_>, between: &analysis::Between) -> Page {
    let mut page = Page::of(speech);
    pairs::block(&mut page, speech, between, 1, usize::MAX);
    list_left_out(&mut page, speech, "pair-left-out", &between.omitted);
    page
}

/// How a project stands on the recommendations of the handbook.
pub(super) fn review(speech: &Speech<'_>, review: &handbook_rules::Review) -> Page {
    let mut page = Page::of(speech);
    handbook::review(&mut page, speech, review, 1);
    page
}

/// What the rules ask.
pub(super) fn rules(speech: &Speech<'_>, rules: &[handbook_rules::Rule]) -> Page {
    let mut page = Page::of(speech);
    handbook::rules(&mut page, speech, rules);
    page
}

/// How many of a list are told: all where but one would be left, for a line that says so is no shorter than that one.
pub(super) fn told(all: usize, most: usize) -> usize {
    if all == most.saturating_add(1) { all } else { most }
}

/// Whether there are so many parties that a page would be too long with as much of each as a page of few has: grounds name fewer then,
/// and the plan tells each place once.
fn are_many(speech: &Speech<'_>) -> bool {
    speech.model.parties().len() > 40
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
pub(super) fn left_out<'a>(speech: &Speech<'_>, omissions: impl IntoIterator<Item = &'a Omission>) -> Vec<Item> {
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
        let text = speech.say(key, args! {"of": speech.thing(subject), "ratings": ratings, "n": missing.len()});
        let under = speech.hides(subject).then(|| speech.words("left-out-with-care").into());
        Item { text, under: Vec::from_iter(under), ..Item::default() }
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
