//! The index of the methods, and running them by name.

#[cfg(feature = "json")]
use serde::Serialize;

#[cfg(feature = "json")]
use super::Settings;
use crate::model::{Attribute, Element, Model, Party, PartyRings, Table};
use crate::rating::Aggregate;
use crate::vocabulary::vocabulary;

/// One method.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Its id: the name of its function.
    pub id: &'static str,
    /// The question that it answers.
    pub question: &'static str,
    /// Why it cannot be run on a model, if it cannot.
    pub not_run: fn(&Model) -> Option<NotRun>,
    #[cfg(feature = "json")]
    run: fn(&Model, &Settings) -> serde_json::Result<serde_json::Value>,
}

/// A method of several that is about to run: what those are told who watch long work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The id of the method.
    pub method: &'static str,
    /// How many methods ran before it.
    pub done: usize,
    /// How many methods run in all.
    pub total: usize,
}

/// Methods that run one after the other, each told before it runs.
#[cfg(any(feature = "json", feature = "report"))]
pub(crate) struct Steps<'w> {
    watch: &'w mut dyn FnMut(Step),
    done: usize,
    total: usize,
}

#[cfg(any(feature = "json", feature = "report"))]
impl<'w> Steps<'w> {
    pub(crate) fn new(total: usize, watch: &'w mut dyn FnMut(Step)) -> Self {
        Self { watch, done: 0, total }
    }

    /// Of those that can be run.
    #[cfg(feature = "json")]
    pub(crate) fn of(asked: &[(&Entry, Option<NotRun>)], watch: &'w mut dyn FnMut(Step)) -> Self {
        Self::new(asked.iter().filter(|(_, reason)| reason.is_none()).count(), watch)
    }

    /// Tells of a method, and runs it.
    pub(crate) fn run<T>(&mut self, method: &'static str, work: impl FnOnce() -> T) -> T {
        (self.watch)(Step { method, done: self.done, total: self.total });
        self.done += 1;
        work()
    }
}

vocabulary! {
    /// Why a method was not run.
    NotRun, "reason" {
        /// No party was rated on power, interest level or attitude, and there are no free forces.
        NoForces = "no-forces",
        /// No party has a rating that the method needs.
        NoRatings = "no-ratings",
        /// The project has no focal party, no "we".
        NoFocal = "no-focal",
        /// No party has a ring or a sector.
        NoRings = "no-rings",
        /// Of no party the engagement is known, as it is or as it is wanted.
        NoEngagement = "no-engagement",
        /// No party has a stake in an interest.
        NoStakes = "no-stakes",
        /// The model has no parties.
        NoParties = "no-parties",
        /// The model has neither values nor claims.
        NoValues = "no-values",
        /// The model has no stakes, importances, claims, beliefs, relations, rings, cultures of parties or team.
        NothingAtStake = "nothing-at-stake",
        /// No party wrote a table of influences.
        NoInfluences = "no-influences",
        /// Nothing is on record that parties give each other.
        NoFlows = "no-flows",
        /// Of no party it is on record what it believes of another.
        NoBeliefs = "no-beliefs",
        /// The model has fewer than two values, or nothing that opposes them: no mapping on the circle, no declared tension.
        NoOppositions = "no-oppositions",
        /// No party compared two values.
        NoComparisons = "no-comparisons",
        /// No party has a culture profile.
        NoCultures = "no-cultures",
        /// The model has no observations.
        NoObservations = "no-observations",
        /// Of no member of the project team a style, a role, a phase or a task is on record.
        NoTeam = "no-team",
    }
}

/// Whether some party has a point on an attribute; `"unknown"` is none.
fn is_rated(model: &Model, attribute: Attribute) -> bool {
    model.parties().any(|(id, _)| model.read(&id.into(), attribute, Aggregate::Median).is_some())
}

fn no_forces(model: &Model) -> Option<NotRun> {
    let rated = |a: Attribute| is_rated(model, a);
    let parties = [Attribute::Power, Attribute::InterestLevel, Attribute::Attitude].into_iter().any(rated);
    (!parties && model.forces().len() == 0).then_some(NotRun::NoForces)
}

/// Not run when no party was rated on any of the attributes.
macro_rules! unrated {
    ($($name:ident: $($attribute:ident),+;)+) => {$(
        fn $name(model: &Model) -> Option<NotRun> {
            let rated = [$(Attribute::$attribute),+].into_iter().any(|a| is_rated(model, a));
            (!rated).then_some(NotRun::NoRatings)
        }
    )+};
}
unrated! {
    no_power_or_interest: Power, InterestLevel;
    no_salience: Power, Legitimacy, Urgency;
    no_corner: Power, InterestLevel, Attitude;
    no_threat: Threat, Cooperation;
    no_alignment: Attitude, InterestLevel;
    no_attitude: Attitude;
}

fn no_trust(model: &Model) -> Option<NotRun> {
    let Some(focal) = &model.project().focal else { return Some(NotRun::NoFocal) };
    let trusts = model.trusts().of(focal).next().is_some();
    (!trusts && model.stakes().is_empty()).then_some(NotRun::NoRatings)
}

fn no_values(model: &Model) -> Option<NotRun> {
    (model.values().len() == 0 && model.claims().len() == 0).then_some(NotRun::NoValues)
}

fn no_importance(model: &Model) -> Option<NotRun> {
    if model.values().len() == 0 {
        return Some(NotRun::NoValues);
    }
    let mut all = model.importances().iter().map(|(p, v, _)| Element::Importance(p.clone(), v.clone()));
    let rated = all.any(|of| model.read(&of, Attribute::Importance, Aggregate::Median).is_some());
    (!rated).then_some(NotRun::NoRatings)
}

fn no_comparisons(model: &Model) -> Option<NotRun> {
    (model.comparisons().len() == 0).then_some(NotRun::NoComparisons)
}

fn no_relations(model: &Model) -> Option<NotRun> {
    let stated = !(model.trusts().is_empty() && model.influences().is_empty() && model.ties().is_empty());
    let depends = !model.dependences().is_empty();
    let located = model.parties().any(|(_, party)| party.location.is_some());
    (!stated && !depends && !located).then_some(NotRun::NoRatings)
}

fn no_flows(model: &Model) -> Option<NotRun> {
    let focal = model.project().focal.is_some();
    let reason = if model.flows().len() == 0 { NotRun::NoFlows } else { NotRun::NoFocal };
    (model.flows().len() == 0 || !focal).then_some(reason)
}

fn nothing_given(model: &Model) -> Option<NotRun> {
    (model.flows().len() == 0 && model.claims().len() == 0).then_some(NotRun::NoFlows)
}

fn nothing_at_stake(model: &Model) -> Option<NotRun> {
    let among_values = model.stakes().is_empty() && model.importances().is_empty() && model.claims().len() == 0;
    let among_parties = model.ties().is_empty() && model.trusts().is_empty() && model.dependences().is_empty();
    let working = no_rings(model).is_some() && no_cultures(model).is_some();
    let working = working && no_team(model).is_some();
    let none = among_values && among_parties && model.beliefs().len() == 0 && working;
    none.then_some(NotRun::NothingAtStake)
}

fn no_team(model: &Model) -> Option<NotRun> {
    (!model.members().any(|(_, member)| member.has_part())).then_some(NotRun::NoTeam)
}

fn no_rings(model: &Model) -> Option<NotRun> {
    let placed = |p: &Party| {
        let PartyRings { actual, wished, desired } = &p.rings;
        [&p.sector, actual, wished, desired].into_iter().any(Option::is_some)
    };
    (!model.parties().any(|(_, p)| placed(p))).then_some(NotRun::NoRings)
}

fn no_engagement(model: &Model) -> Option<NotRun> {
    let known = |p: &Party| p.engagement.current.is_some() || p.engagement.desired.is_some();
    (!model.parties().any(|(_, p)| known(p))).then_some(NotRun::NoEngagement)
}

fn no_stakeholders(model: &Model) -> Option<NotRun> {
    let focal = model.project().focal.as_ref();
    let others = model.parties().any(|(id, _)| Some(id) != focal);
    (!others).then_some(NotRun::NoParties)
}

/// A result in the common JSON shape: `{ "provenance": …, "result": … }`, with what was omitted under its provenance.
#[cfg(feature = "json")]
pub(crate) fn with_provenance(
    provenance: &impl Serialize,
    omitted: &impl Serialize,
    result: &impl Serialize,
) -> serde_json::Result<serde_json::Value> {
    let mut provenance = serde_json::to_value(provenance)?;
    if let Some(map) = provenance.as_object_mut() {
        map.insert("omitted".into(), serde_json::to_value(omitted)?);
    }
    Ok(serde_json::json!({ "provenance": provenance, "result": serde_json::to_value(result)? }))
}

fn no_stakes(model: &Model) -> Option<NotRun> {
    model.stakes().is_empty().then_some(NotRun::NoStakes)
}

fn no_cultures(model: &Model) -> Option<NotRun> {
    (!model.parties().any(|(_, p)| p.culture.is_some())).then_some(NotRun::NoCultures)
}

fn no_influences(model: &Model) -> Option<NotRun> {
    let written = model.parties().any(|(p, _)| model.wrote(p, Table::Influences));
    (!written).then_some(NotRun::NoInfluences)
}

/// Not run when no stake has a point on an attribute.
fn no_stake_rated(model: &Model, attribute: Attribute) -> Option<NotRun> {
    let mut stakes = model.stakes().iter().map(|(p, i, _)| Element::Stake(p.clone(), i.clone()));
    let rated = stakes.any(|stake| model.read(&stake, attribute, Aggregate::Median).is_some());
    (!rated).then_some(NotRun::NoRatings)
}

fn no_stance(model: &Model) -> Option<NotRun> {
    no_stake_rated(model, Attribute::Stance)
}

fn no_position(model: &Model) -> Option<NotRun> {
    no_stake_rated(model, Attribute::Position)
}

fn no_beliefs(model: &Model) -> Option<NotRun> {
    model.beliefs().all(|(_, belief)| belief.values.is_empty()).then_some(NotRun::NoBeliefs)
}

fn no_oppositions(model: &Model) -> Option<NotRun> {
    let mapped = model.values().filter(|(_, value)| super::value_tensions::is_mapped(value)).count();
    (model.tensions().is_empty() && mapped < 2).then_some(NotRun::NoOppositions)
}

fn no_observations(model: &Model) -> Option<NotRun> {
    (model.observations().len() == 0).then_some(NotRun::NoObservations)
}

macro_rules! index {
    ($($id:ident, $options:ident, $not_run:ident, $question:literal;)+) => {
        /// Every method, in the order in which a team asks.
        pub const INDEX: &[Entry] = &[$(Entry {
            id: stringify!($id),
            question: $question,
            not_run: $not_run,
            #[cfg(feature = "json")]
            run: |model, settings| {
                let result = super::$id(model, &super::$options::from(settings));
                with_provenance(&result.provenance, &result.omitted, &result)
            },
        }),+];
    };
}

fn nothing_to_judge(model: &Model) -> Option<NotRun> {
    if model.parties().len() == 0 {
        return Some(NotRun::NoParties);
    }
    let rated = Party::RATED.iter().any(|a| is_rated(model, *a));
    let placed = model.parties().any(|(_, p)| p.rings.wished.is_some() || p.rings.desired.is_some());
    (!rated && !placed && model.dependences().is_empty()).then_some(NotRun::NoRatings)
}

index! {
    force_field, ForceFieldOptions, no_forces, "How strong are the forces for and against, and what would tip the balance?";
    power_interest, GridOptions, no_power_or_interest, "Who must be managed closely, kept satisfied, kept informed or watched?";
    salience, GridOptions, no_salience, "Whose claim counts most, and what would make it count more?";
    power_interest_attitude, GridOptions, no_corner, "Who is a saviour, who a time bomb, and who is yet to choose?";
    support, GridOptions, no_attitude, "Who supports the goal, who doubts, who opposes it?";
    threat_cooperation, GridOptions, no_threat, "Whom to involve, whom to collaborate with, whom to defend against, whom to monitor?";
    trust_matrix, GridOptions, no_trust, "Who is a friend, a coalition partner, a counter-player or an opponent of ours?";
    alignment_interest, GridOptions, no_alignment, "With whom to learn, whom to interest, whose beliefs to challenge, whom to make aware?";
    rings, RingsOptions, no_rings, "Who takes part how closely, as it is, as they wish and as we want, and where do these differ?";
    engagement, EngagementOptions, no_engagement, "How engaged is each party, how engaged do we want it, and who has the furthest to go?";
    value_map, ValueMapOptions, no_values, "Which values does each party attach to the project, and what happens to them?";
    shared_goal, SharedGoalOptions, no_stakes, "Which few interests could carry a goal that everybody is for?";
    conflicts, ConflictOptions, nothing_at_stake, "Who clashes with whom, over what, why, and what could bridge it?";
    communication_plan, CommunicationPlanOptions, no_stakeholders, "How do we stay in conversation with each stakeholder?";
    opportunities_and_risks, OpportunityRiskOptions, nothing_to_judge, "Which opportunities and risks does every party bring, and which weigh most?";
    convergence, ConvergenceOptions, no_stakes, "Who agrees with whom, who opposes whom, over which interests, and who does both?";
    influence, InfluenceOptions, no_influences, "Who can move whom, directly and through others, and how strong does that make each party?";
    indirect_influence, IndirectInfluenceOptions, no_influences, "Who is influential, and who dependent, once influence has passed through any number of others?";
    conflict_table, ConflictTableOptions, no_stance, "Who is allied with whom, over which interests is the conflict largest, and which tell the parties apart?";
    mutual_gains, MutualGainsOptions, no_position, "Where do positions clash although the interests agree, and which agreements are fragile?";
    relations, RelationOptions, no_relations, "How equal, trusting and near are the relations, and into which camps do the ties fall?";
    value_network, ValueNetworkOptions, no_flows, "Through which loops does what we give come back, and which parties and flows carry most?";
    everyone_gains, EveryoneGainsOptions, nothing_given, "Who gives more than it receives, and who sees more value missed and destroyed than captured?";
    co_orientation, CoOrientationOptions, no_beliefs, "Who knows what others hold dear, who thinks wrongly to agree, and who thinks wrongly to differ?";
    value_tensions, ValueTensionOptions, no_oppositions, "Which values pull apart, between whom, and within whom?";
    rank_values, RankValuesOptions, no_importance, "Which values matter most to all together, and how sure is that order?";
    value_priorities, ValuePrioritiesOptions, no_comparisons, "How much does each value weigh for those who compared values, and do they contradict themselves?";
    agreement, AgreementOptions, no_importance, "How far do the parties agree on the importance of the values, and who disagrees most?";
    culture_distance, CultureDistanceOptions, no_cultures, "Who works how, how far apart are the cultures, and do wishes bring them nearer?";
    iceberg, IcebergOptions, no_observations, "What lies below what hampers the collaboration, and which few causes to begin with?";
    leadership, LeadershipOptions, no_team, "Who leads in which phase, how well does that fit, and what changes at the next?";
}

/// The methods of these names, all for none, with why they cannot be run, if they cannot.
#[cfg(feature = "json")]
pub(crate) fn asked(model: &Model, only: &[&str]) -> Vec<(&'static Entry, Option<NotRun>)> {
    let asked = INDEX.iter().filter(|e| only.is_empty() || only.contains(&e.id));
    asked.map(|entry| (entry, (entry.not_run)(model))).collect()
}

/// An analysis was asked for that does not exist.
#[cfg(feature = "json")]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is not an analysis")]
pub struct UnknownAnalysis {
    /// The name as given.
    pub name: String,
    /// The nearest that exists, if one is near.
    pub suggestion: Option<&'static str>,
}

/// Runs methods by name, all of them for an empty list, and gives their results in the common JSON shape:
/// `{ "polder": 1, "analyses": { "<id>": { "provenance": …, "result": … } }, "not_run": { "<id>": "<reason-code>" } }`.
///
/// # Errors
/// [`UnknownAnalysis`] for the first name that is none.
#[cfg(feature = "json")]
pub fn analyze(model: &Model, only: &[&str]) -> Result<serde_json::Value, UnknownAnalysis> {
    analyze_with(model, only, &Settings::new())
}

/// As [`analyze`], with the settings of a team.
///
/// # Errors
/// [`UnknownAnalysis`] for the first name that is none.
#[cfg(feature = "json")]
pub fn analyze_with(model: &Model, only: &[&str], settings: &Settings) -> Result<serde_json::Value, UnknownAnalysis> {
    analyze_watched(model, only, settings, &mut |_| ())
}

/// As [`analyze_with`], telling of every method before it runs; of those that cannot be run nothing is told.
///
/// # Errors
/// [`UnknownAnalysis`] for the first name that is none.
#[cfg(feature = "json")]
pub fn analyze_watched(
    model: &Model,
    only: &[&str],
    settings: &Settings,
    watch: &mut dyn FnMut(Step),
) -> Result<serde_json::Value, UnknownAnalysis> {
    for name in only {
        if !INDEX.iter().any(|e| e.id == *name) {
            let distance = |e: &&Entry| strsim::osa_distance(e.id, &name.replace('-', "_"));
            let nearest = INDEX.iter().filter(|e| distance(e) <= e.id.len() / 3).min_by_key(distance);
            return Err(UnknownAnalysis { name: (*name).to_owned(), suggestion: nearest.map(|e| e.id) });
        }
    }
    let mut analyses = serde_json::Map::new();
    let mut not_run = serde_json::Map::new();
    let asked = asked(model, only);
    let mut steps = Steps::of(&asked, watch);
    for (entry, reason) in asked {
        if let Some(reason) = reason {
            not_run.insert(entry.id.into(), reason.to_string().into());
            continue;
        }
        match steps.run(entry.id, || (entry.run)(model, settings)) {
            Ok(result) => analyses.insert(entry.id.into(), result),
            Err(fault) => not_run.insert(entry.id.into(), format!("not-serializable: {fault}").into()),
        };
    }
    Ok(serde_json::json!({ "polder": 1, "analyses": analyses, "not_run": not_run }))
}
