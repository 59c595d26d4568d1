//! What each party could bring, for better and for worse.

use itertools::Itertools;

use super::super::page::{Inlines, Item, Order, Page, capital};
use super::super::speech::{Arg, Speech, args, strong, user};
use super::{Results, without_matter};
use crate::analysis::opportunities_and_risks::{OpportunityOrRisk, Outlook, OutlookRule};
use crate::evidence::{Contribution, Omission};
use crate::model::{Attribute, Element};

/// How many opportunities are told, and how many risks.
const SHOWN: usize = 12;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if speech.model.parties().len() == 0 || super::not_run(speech, "opportunities_and_risks").is_some() {
        return;
    }
    page.heading(3, speech.words("chances"));
    if without_matter(page, speech, "opportunities_and_risks") {
        return;
    }
    page.paragraph(speech.words("chances-how"));
    for (kind, heading, none) in
        [(Outlook::Opportunity, "opportunities", "opportunities-none"), (Outlook::Risk, "risks", "risks-none")]
    {
        page.heading(4, speech.words(heading));
        let groups = groups(speech, found.chances.kind(kind));
        if groups.is_empty() {
            page.paragraph(speech.words(none));
        }
        page.list(Order::Numbered, groups.iter().take(SHOWN).map(|group| item(speech, group)).collect());
        if groups.len() > SHOWN {
            page.paragraph(speech.say("chances-more", args! {"n": groups.len() - SHOWN}));
        }
    }
}

/// What one rule says of the same parties is told once, over everything that it is about; what a party did not disclose is told
/// apart, for it asks for another talk.
fn groups<'r>(
    speech: &Speech<'_>,
    entries: impl Iterator<Item = &'r OpportunityOrRisk>,
) -> Vec<Vec<&'r OpportunityOrRisk>> {
    let mut out: Vec<Vec<&OpportunityOrRisk>> = Vec::new();
    for entry in entries {
        let same = |group: &&mut Vec<&OpportunityOrRisk>| {
            let told = |e: &OpportunityOrRisk| is_undisclosed(speech, e);
            let like = |first: &&OpportunityOrRisk| {
                first.rule == entry.rule && first.parties == entry.parties && told(first) == told(entry)
            };
            group.first().is_some_and(like)
        };
        match out.iter_mut().find(same) {
            Some(group) => group.push(entry),
            None => out.push(vec![entry]),
        }
    }
    out
}

/// Whether it is about common ground on an interest that the other party did not disclose.
fn is_undisclosed(speech: &Speech<'_>, entry: &OpportunityOrRisk) -> bool {
    let (Some(party), Some(Element::Interest(interest))) = (entry.parties.first(), entry.subject.first()) else {
        return false;
    };
    speech.model.stakes().get(party, interest).is_some_and(|stake| stake.disclosed == Some(false))
}

fn item(speech: &Speech<'_>, group: &[&OpportunityOrRisk]) -> Item {
    let Some(first) = group.first() else { return Item::default() };
    let grounds: Vec<&Contribution> =
        group.iter().flat_map(|e| &e.because).unique_by(|c| (&c.source, c.attribute)).collect();
    let mut parties = first.parties.iter().map(|p| speech.party(p));
    let party = parties.next().unwrap_or_default();
    let other = parties.next().unwrap_or_default();
    let about = if first.subject.is_empty() {
        rings(speech, first)
    } else {
        speech.and(group.iter().map(|e| subject(speech, e)))
    };
    let attitudes = || grounds.iter().filter(|c| c.attribute == Some(Attribute::Attitude)).filter_map(|c| c.reading);
    let attitude = attitudes().next();
    let (low, high) = attitude.map_or((0.0, 0.0), |r| (r.low, r.high));
    let args: [(&'static str, Arg); 5] = [
        ("party", party.into()),
        ("other", other.into()),
        ("x", about.into()),
        ("low", speech.signed(low).into()),
        ("high", speech.signed(high).into()),
    ];
    let is_one_estimate = first.rule == OutlookRule::DividedJudgement && attitude.is_some_and(|r| r.judgements == 1);
    let said = if is_one_estimate { "chance-divided-judgement-one".into() } else { format!("chance-{}", first.rule) };
    let advice = if is_undisclosed(speech, first) {
        "chance-common-ground-undisclosed-advice".into()
    } else {
        format!("chance-{}-advice", first.rule)
    };
    let mut text = strong(capital(speech.say(&said, &args)));
    text.extend(speech.words("space"));
    text.extend(speech.say(&advice, &args));
    // The strongest of a group comes first, for what it does to the net is the same.
    let key =
        if group.iter().any(|e| e.strength < first.strength) { "chance-strength-up-to" } else { "chance-strength" };
    let mut facts = vec![speech.say(key, args! {"strength": speech.hundredths(first.strength)})];
    if let Some(net) = first.effect.value() {
        let key = match first.rule {
            OutlookRule::PowerfulOpponent | OutlookRule::AlliedOpponents => "chance-net-now",
            OutlookRule::SleepingSupporter | OutlookRule::SleepingOpponent => "chance-net-interest",
            OutlookRule::VoiceToOpponent | OutlookRule::SupporterLosesValue | OutlookRule::ClaimNotGranted => {
                "chance-net-neutral"
            }
            OutlookRule::CommonGroundWithDoubter
            | OutlookRule::CommonGroundWithOpponent
            | OutlookRule::CooperativeDoubter
            | OutlookRule::GainForDoubter => "chance-net-step",
            OutlookRule::PowerfulDoubter => "chance-net-step-against",
            _ => "chance-net",
        };
        facts.push(speech.say(key, args! {"net": speech.signed(net)}));
    } else if !first.missing.is_empty() {
        facts.push(
            speech.say("chance-net-unknown", args! {"ratings": missing(speech, first), "n": first.missing.len()}),
        );
    }
    let mut because: Vec<Item> = Vec::new();
    for ground in &grounds {
        match (ground.reading, ground.attribute) {
            (Some(_), _) => because.push(speech.ground(ground).into()),
            (None, Some(attribute)) if speech.chosen(&ground.source, attribute).is_some() => {
                because.push(speech.ground(ground).into());
            }
            (None, _) => {}
        }
    }
    let mut under = vec![Item::from(speech.and(facts))];
    if first.rule != OutlookRule::DividedJudgement && attitudes().any(|r| r.low < 0.0 && 0.0 < r.high) {
        under.push(speech.words("chance-divided").into());
    }
    if grounds.iter().any(|ground| speech.hides(&ground.source)) {
        under.push(speech.words("short-conflict-with-care").into());
    }
    if !because.is_empty() {
        under.push(Item { text: speech.words("because"), under: because, ..Item::default() });
    }
    Item { text, under, kind: Some(speech.kind(first.kind)), ..Item::default() }
}

/// The ratings without which the effect cannot be said; of whom, where there are two.
fn missing(speech: &Speech<'_>, entry: &OpportunityOrRisk) -> Inlines {
    let rating = |m: &Omission| match entry.parties.as_slice() {
        [_] => speech.term(m.missing),
        _ => speech.say("rating-of", args! {"rating": speech.term(m.missing), "of": speech.thing(&m.subject)}),
    };
    speech.and(entry.missing.iter().map(rating))
}

/// What an entry is about, as a person would name it.
fn subject(speech: &Speech<'_>, entry: &OpportunityOrRisk) -> Inlines {
    let name = |element: &Element| match element {
        Element::DependsOn(_, _, resource) => user(resource),
        Element::Claim(id) => {
            let claim = speech.model.claim(id);
            let value = claim.and_then(|c| c.value.as_ref());
            match claim.and_then(|c| c.statement.as_deref()) {
                Some(words) => user(words),
                None => value.map_or_else(|| speech.thing(element), |value| speech.name(&value.into())),
            }
        }
        other => speech.name(other),
    };
    speech.and(entry.subject.iter().map(|element| speech.say("quoted", args! {"x": name(element)})))
}

/// The rings that a rule is about.
fn rings(speech: &Speech<'_>, entry: &OpportunityOrRisk) -> Inlines {
    let Some(rings) = entry.parties.first().and_then(|p| speech.model.party(p)).map(|p| &p.rings) else {
        return Inlines::new();
    };
    let ring = |word: Option<&crate::id::Slug>| word.map(|w| speech.own_word("ring", w));
    let [actual, wished, desired] = [&rings.actual, &rings.wished, &rings.desired].map(|r| ring(r.as_ref()));
    match (entry.rule, actual, wished, desired) {
        (OutlookRule::WillingToDoMore, Some(actual), Some(wished), Some(desired)) => {
            speech.say("chance-rings-actual", args! {"actual": actual, "wished": wished, "desired": desired})
        }
        (OutlookRule::ClaimNotGranted, _, Some(wished), Some(desired)) => {
            speech.say("chance-rings-desired", args! {"wished": wished, "desired": desired})
        }
        _ => Inlines::new(),
    }
}
