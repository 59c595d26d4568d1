//! Interests: who is for and against, who agrees with whom, positions beside interests, and the goal that could be shared.

use std::collections::BTreeSet;

use super::super::page::{Align, Inlines, Item, Order, Page, Row, capital};
use super::super::speech::{Speech, args, strong, word};
use super::grounds::{Grounds, because, listed, told};
use super::{Results, list_left_out, not_run, too_many};
use crate::analysis::conflict_table::Issue;
use crate::analysis::convergence::{ConvergenceTables, InterestBehind, Mobilisation, PairConvergence};
use crate::analysis::mutual_gains::{Gain, MutualGain};
use crate::analysis::shared_goal::{Goal, GoalKind};
use crate::evidence::{Contribution, Finding, Law, Measure};
use crate::id::{InterestId, PartyId};
use crate::model::{Attribute, Element};

/// How many pairs of parties are told of one sort.
const PAIRS: usize = 5;
/// How many interests are named for a pair, and how many names in other rows.
const NAMES: usize = 4;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if not_run(speech, "conflict_table").is_some() {
        return;
    }
    page.heading(3, speech.words("interests"));
    if speech.model.stakes().iter().any(|(p, i, _)| speech.hides(&Element::Stake(p.clone(), i.clone()))) {
        page.paragraph(speech.words("with-care"));
    }
    match &found.convergence {
        Some(convergence) => {
            let tables = convergence.orders.first().and_then(|order| order.tables.as_ref().value());
            issues(page, speech, found, tables.map_or(&[], |t| &t.interests));
            if !convergence.silent.is_empty() {
                let (n, who) = (convergence.silent.len(), speech.parties(&convergence.silent));
                page.paragraph(speech.say("interests-silent", args! {"parties": who, "n": n}));
            }
            if let Some(tables) = tables {
                together(page, speech, found, tables);
            }
        }
        None => {
            issues(page, speech, found, &[]);
            too_many(page, speech);
        }
    }
    told_apart(page, speech, found);
    positions(page, speech, found);
    goal(page, speech, found);
}

fn quoted(speech: &Speech<'_>, interest: &InterestId) -> Inlines {
    speech.say("quoted", args! {"x": speech.name(&interest.into())})
}

fn all_quoted<'i>(speech: &Speech<'_>, interests: impl IntoIterator<Item = &'i InterestId>) -> Inlines {
    speech.and(interests.into_iter().map(|i| quoted(speech, i)))
}

/// What divides most first, then what moves most.
fn issues(page: &mut Page, speech: &Speech<'_>, found: &Results, moved: &[Mobilisation]) {
    page.paragraph(speech.words("interests-how"));
    let of = |issue: &Issue| moved.iter().find(|m| m.interest == issue.interest);
    let mut all: Vec<(&Issue, Option<&Mobilisation>)> = found.table.issues.iter().map(|i| (i, of(i))).collect();
    let divided = |issue: &Issue| issue.degree.value().unwrap_or(-1.0);
    all.sort_by(|(x, a), (y, b)| {
        let moves = |m: &Option<&Mobilisation>| m.map_or(0.0, |m| m.mobilisation);
        divided(y).total_cmp(&divided(x)).then_with(|| moves(b).total_cmp(&moves(a)))
    });
    let mut columns = vec![(speech.words("column-interest"), Align::Left)];
    columns.extend(["column-for", "column-neutral", "column-against"].map(|key| (speech.words(key), Align::Right)));
    if !moved.is_empty() {
        let sums = ["column-sum-for", "column-sum-against", "column-sum-both"];
        columns.extend(sums.map(|key| (speech.words(key), Align::Right)));
    }
    columns.push((speech.words("column-divided"), Align::Right));
    let row = |(issue, moves): &(&Issue, Option<&Mobilisation>)| {
        let counts = [&issue.supporters, &issue.neutral, &issue.opponents];
        let mut row = vec![speech.name(&(&issue.interest).into())];
        row.extend(counts.map(|parties| word(parties.len().to_string())));
        if let Some(m) = moves {
            row.extend([m.agreement, m.disagreement, m.mobilisation].map(|x| word(speech.number(x))));
        }
        row.push(match issue.degree {
            Measure::Known(degree) => word(speech.hundredths(degree)),
            Measure::Undefined(_) => speech.words("unknown-cell"),
        });
        Row::on(row, stances(speech, found, issue))
    };
    page.table(columns, all.iter().map(row).collect());
}

/// What the table says of the interests: each, and all together.
fn of_issues(found: &Results) -> Vec<Finding> {
    found.table.findings().filter(|f| f.rule.starts_with("three-way-degree")).collect()
}

/// The stances that an interest is judged by.
fn stances(speech: &Speech<'_>, found: &Results, issue: &Issue) -> Option<Item> {
    let all = issue.supporters.iter().chain(&issue.opponents).chain(&issue.neutral);
    let stance = |party: &PartyId| {
        let stake = Element::Stake(party.clone(), issue.interest.clone());
        let reading = speech.model.read(&stake, Attribute::Stance, found.field.aggregate())?;
        Some(Contribution::read(stake, Attribute::Stance, reading, reading.raw))
    };
    let stances: Vec<Contribution> = all.filter_map(stance).collect();
    told(speech, speech.words("grounds-stances"), Law::Statistic, &[(&issue.interest).into()], &stances)
}

/// Who agrees with whom, who opposes whom, who does both.
fn together(page: &mut Page, speech: &Speech<'_>, found: &Results, tables: &ConvergenceTables) {
    let two = |x: f64| word(speech.hundredths(x));
    let degrees = args! {
        "convergence": speech.measure(tables.degree, two), "conflict": speech.measure(found.table.degree, two),
    };
    page.paragraph(speech.say("interests-degrees", degrees));
    page.grounds(Grounds::of(&of_issues(found)).told(
        speech,
        speech.words("column-divided"),
        "three-way-degree",
        &[Element::Project],
    ));
    if tables.pairs.is_empty() {
        return;
    }
    page.heading(4, speech.words("together"));
    page.paragraph(speech.words("together-how"));
    let behind = |all: &[InterestBehind]| {
        let mut all: Vec<&InterestBehind> = all.iter().collect();
        all.sort_by(|x, y| y.amount.total_cmp(&x.amount).then_with(|| x.interest.cmp(&y.interest)));
        speech.few(all.into_iter().map(|b| quoted(speech, &b.interest)).collect(), NAMES)
    };
    let most = |size: fn(&PairConvergence) -> f64| {
        let mut all: Vec<&PairConvergence> = tables.pairs.iter().filter(|pair| size(pair) > 0.0).collect();
        all.sort_by(|x, y| size(y).total_cmp(&size(x)).then_with(|| x.parties.cmp(&y.parties)));
        all
    };
    let mut sort = |intro: &str, all: Vec<&PairConvergence>, line: &dyn Fn(&PairConvergence) -> Item| {
        if all.is_empty() {
            return;
        }
        page.paragraph(speech.words(intro));
        page.list(Order::Bulleted, all.iter().take(PAIRS).map(|pair| line(pair)).collect());
        if all.len() > PAIRS {
            page.paragraph(speech.say("together-more", args! {"n": all.len() - PAIRS}));
        }
    };
    let rests = |what: &str, all: &[InterestBehind]| {
        let mut all: Vec<&InterestBehind> = all.iter().collect();
        all.sort_by(|x, y| y.amount.total_cmp(&x.amount));
        let one = |b: &InterestBehind| {
            speech.say("ground-plain", args! {"of": quoted(speech, &b.interest), "amount": speech.number(b.amount)})
        };
        listed(speech, speech.words(what), Law::Sum, all.into_iter().map(one).collect())
    };
    let amount = |pair: &PairConvergence, amount: f64, what: &str, interests: &[InterestBehind]| {
        let (parties, amount) = (speech.parties(&pair.parties), speech.number(amount));
        let said = args! {"parties": parties, "amount": amount, "interests": behind(interests)};
        Item::from(speech.say("together-pair", said)).on(rests(what, interests))
    };
    sort("together-agree", most(|p| p.convergence), &|p| amount(p, p.convergence, "grounds-agreed", &p.agreed));
    sort("together-oppose", most(|p| p.divergence), &|p| amount(p, p.divergence, "grounds-opposed", &p.opposed));
    sort("together-both", most(|p| p.convergence.min(p.divergence)), &|p| {
        let (parties, agreed, opposed) = (speech.parties(&p.parties), behind(&p.agreed), behind(&p.opposed));
        let said = args! {"parties": parties, "agreed": agreed, "opposed": opposed};
        let both = [rests("grounds-agreed", &p.agreed), rests("grounds-opposed", &p.opposed)];
        Item::from(speech.say("together-ambivalent", said)).on(both.into_iter().flatten())
    });
}

/// The interests that tell the parties apart, in a sentence.
fn told_apart(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    let reducts = match &found.table.reducts {
        Measure::Known(reducts) => reducts,
        Measure::Undefined(reason) => {
            page.paragraph(speech.say("told-apart-undefined", args! {"undefined": speech.undefined(*reason)}));
            return;
        }
    };
    let Some(smallest) = reducts.sets.first().filter(|set| !set.is_empty()) else { return };
    let (n, all) = (smallest.len(), all_quoted(speech, smallest));
    page.paragraph(if reducts.sets.len() == 1 && !reducts.truncated {
        speech.say("told-apart", args! {"interests": all, "n": n})
    } else if reducts.core.is_empty() {
        speech.say("told-apart-smallest", args! {"interests": all, "n": n})
    } else {
        let core = all_quoted(speech, &reducts.core);
        speech.say("told-apart-core", args! {"interests": all, "n": n, "core": core})
    });
    let issue = |i: &InterestId| found.table.issues.iter().find(|issue| issue.interest == *i);
    page.grounds(smallest.iter().filter_map(|i| {
        let stances = stances(speech, found, issue(i)?)?;
        Some(Item { text: quoted(speech, i), under: vec![stances], ..Item::default() })
    }));
}

/// Where positions and interests say something else.
fn positions(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if not_run(speech, "mutual_gains").is_some() {
        return;
    }
    let gains = &found.gains;
    page.heading(4, speech.words("positions"));
    let counts = args! {
        "apparent": gains.totals.apparent_conflict, "fragile": gains.totals.fragile_agreement,
        "real": gains.totals.real_conflict, "agreement": gains.totals.agreement,
    };
    page.paragraph(speech.say("positions-how", counts));
    let of = |class: MutualGain| -> Option<Item> {
        let all = gains.gains.iter().zip(gains.findings());
        let mut here: Vec<(&Gain, Finding)> = all.filter(|(gain, _)| gain.class == class).collect();
        let n = here.len();
        here.truncate(2 * PAIRS);
        let mut text = strong(speech.words(&format!("positions-{class}")));
        text.extend(speech.words("space"));
        text.extend(speech.words(&format!("positions-{class}-advice")));
        let line = |(gain, finding): &(&Gain, Finding)| -> Item {
            let (parties, x) = (speech.parties(&gain.parties), speech.name(&(&gain.interest).into()));
            let said = Item::from(speech.say("positions-pair", args! {"parties": parties, "x": x}));
            said.on(because(speech, capital(speech.term(class)), finding))
        };
        let mut under: Vec<Item> = here.iter().map(line).collect();
        if n > under.len() {
            under.push(speech.say("list-more", args! {"n": n - under.len()}).into());
        }
        (!here.is_empty()).then_some(Item { text, under, ..Item::default() })
    };
    let classes = [MutualGain::ApparentConflict, MutualGain::FragileAgreement];
    page.list(Order::Bulleted, classes.into_iter().filter_map(of).collect());
    let unstated: BTreeSet<&Element> = gains.omitted.iter().map(|o| &o.subject).collect();
    if !unstated.is_empty() {
        page.paragraph(speech.say("positions-unknown", args! {"n": unstated.len()}));
    }
}

/// The goal that everybody could carry, or the least opposed one, beside the one that the file states.
fn goal(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    let result = &found.goal;
    page.heading(4, speech.words("goal"));
    page.paragraph(speech.words("goal-how"));
    let counted = result.goals.first().map_or(0, |goal| goal.carried_by.len() + goal.left_out.len());
    let mut items: Vec<Item> = Vec::new();
    match result.goals.first() {
        None => items.push(speech.words("goal-none").into()),
        Some(goal) => {
            let interests = all_quoted(speech, &goal.interests);
            let key = if result.kind == GoalKind::Shared { "goal-shared" } else { "goal-least-opposed" };
            let (n, carried) = (goal.interests.len(), goal.carried_by.len());
            let text = speech.say(key, args! {"interests": interests, "n": n, "carried": carried, "all": counted});
            let item = Item { text, under: against(speech, &goal.opposed, &goal.left_out), ..Item::default() };
            let what = speech.words("goal");
            items.push(item.on(result.findings.first().and_then(|finding| because(speech, what, finding))));
            items.push(match (result.exact, result.truncated, result.goals.len() - 1) {
                (false, ..) => {
                    let least = usize::try_from(result.at_least).unwrap_or(usize::MAX);
                    speech.say("goal-greedy", args! {"n": least}).into()
                }
                (true, true, _) => speech.words("goal-proven-more").into(),
                (true, false, more) => speech.say("goal-proven", args! {"n": more}).into(),
            });
        }
    }
    items.extend(stated(speech, found, counted));
    page.list(Order::Bulleted, items);
    list_left_out(page, speech, "goal-left-out", &result.omitted);
}

fn against(speech: &Speech<'_>, opposed: &[(PartyId, InterestId)], left_out: &[PartyId]) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::new();
    if !opposed.is_empty() {
        let one = |(party, interest): &(PartyId, InterestId)| {
            speech.say("goal-opposed-one", args! {"party": speech.party(party), "x": quoted(speech, interest)})
        };
        out.push(speech.say("goal-opposed", args! {"all": speech.and(opposed.iter().map(one))}).into());
    }
    if !left_out.is_empty() {
        let who = speech.few(left_out.iter().map(|p| speech.party(p)).collect(), 3 * NAMES);
        out.push(speech.say("goal-left-behind", args! {"parties": who}).into());
    }
    out
}

/// How the goal that the file states is carried, by the same count.
fn stated(speech: &Speech<'_>, found: &Results, counted: usize) -> Option<Item> {
    let stated = &speech.model.project().shared_goal;
    if stated.is_empty() {
        return Some(speech.words("goal-unstated").into());
    }
    let same = |goal: &Goal| goal.interests.iter().collect::<BTreeSet<_>>() == stated.iter().collect();
    let interests = all_quoted(speech, stated);
    if found.goal.goals.iter().any(same) {
        return Some(speech.say("goal-stated-same", args! {"interests": interests}).into());
    }
    let of_goal: Vec<&Issue> = found.table.issues.iter().filter(|i| stated.contains(&i.interest)).collect();
    let carried: BTreeSet<&PartyId> = of_goal.iter().flat_map(|i| &i.supporters).collect();
    let known = found.table.issues.iter().flat_map(|i| i.supporters.iter().chain(&i.neutral).chain(&i.opponents));
    let known: BTreeSet<&PartyId> = known.collect();
    let left_out: Vec<PartyId> = known.difference(&carried).map(|p| (*p).clone()).collect();
    let against_it = of_goal.iter().flat_map(|i| i.opponents.iter().map(|p| (p.clone(), i.interest.clone())));
    let opposed: Vec<(PartyId, InterestId)> = against_it.collect();
    let n = carried.len();
    let text = speech.say("goal-stated", args! {"interests": interests, "carried": n, "all": counted.max(known.len())});
    Some(Item { text, under: against(speech, &opposed, &left_out), ..Item::default() })
}
