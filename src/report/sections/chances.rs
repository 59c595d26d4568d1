//! What each party could bring, for better and for worse.

use super::super::page::{Inlines, Item, Order, Page, capital};
use super::super::speech::{Arg, Speech, args, strong, user};
use super::{Results, without_matter};
use crate::analysis::opportunities_and_risks::{OpportunityOrRisk, Outlook, OutlookRule};
use crate::model::{Attribute, Element};

/// How many opportunities are told, and how many risks.
const SHOWN: usize = 12;

pub(super) fn write(page: &mut Page, speech: &Speech<'_>, found: &Results) {
    if speech.model.parties().len() == 0 || super::not_run(speech, "opportunities_and_risks").is_some() {
        return;
    }
    page.heading(2, speech.words("chances"));
    if without_matter(page, speech, "opportunities_and_risks") {
        return;
    }
    page.paragraph(speech.words("chances-how"));
    for (kind, heading, none) in
        [(Outlook::Opportunity, "opportunities", "opportunities-none"), (Outlook::Risk, "risks", "risks-none")]
    {
        page.heading(3, speech.words(heading));
        let groups = groups(found.chances.kind(kind));
        if groups.is_empty() {
            page.paragraph(speech.words(none));
        }
        page.list(Order::Numbered, groups.iter().take(SHOWN).map(|group| item(speech, group)).collect());
        if groups.len() > SHOWN {
            page.paragraph(speech.say("chances-more", args! {"n": groups.len() - SHOWN}));
        }
    }
}

/// What one rule says of the same parties is told once, over everything that it is about.
fn groups<'r>(entries: impl Iterator<Item = &'r OpportunityOrRisk>) -> Vec<Vec<&'r OpportunityOrRisk>> {
    let mut out: Vec<Vec<&OpportunityOrRisk>> = Vec::new();
    for entry in entries {
        let same = |group: &&mut Vec<&OpportunityOrRisk>| {
            group.first().is_some_and(|first| first.rule == entry.rule && first.parties == entry.parties)
        };
        match out.iter_mut().find(same) {
            Some(group) => group.push(entry),
            None => out.push(vec![entry]),
        }
    }
    out
}

fn item(speech: &Speech<'_>, group: &[&OpportunityOrRisk]) -> Item {
    let Some(first) = group.first() else { return Item::default() };
    let mut parties = first.parties.iter().map(|p| speech.party(p));
    let party = parties.next().unwrap_or_default();
    let other = parties.next().unwrap_or_default();
    let about = if first.subject.is_empty() {
        rings(speech, first)
    } else {
        speech.and(group.iter().map(|e| subject(speech, e)))
    };
    let attitude = first.because.iter().find(|c| c.attribute == Some(Attribute::Attitude)).and_then(|c| c.reading);
    let (low, high) = attitude.map_or((0.0, 0.0), |r| (r.low, r.high));
    let args: [(&'static str, Arg); 5] = [
        ("party", party.into()),
        ("other", other.into()),
        ("x", about.into()),
        ("low", speech.signed(low).into()),
        ("high", speech.signed(high).into()),
    ];
    let mut text = strong(capital(speech.say(&format!("chance-{}", first.rule), &args)));
    text.extend(speech.words("space"));
    text.extend(speech.say(&format!("chance-{}-advice", first.rule), &args));
    let mut facts = vec![speech.say("chance-strength", args! {"strength": speech.hundredths(first.strength)})];
    if let Some(net) = first.effect.value() {
        let key = match first.rule {
            OutlookRule::PowerfulOpponent | OutlookRule::AlliedOpponents => "chance-net-now",
            OutlookRule::SleepingSupporter | OutlookRule::SleepingOpponent => "chance-net-interest",
            OutlookRule::VoiceToOpponent
            | OutlookRule::SupporterLosesValue
            | OutlookRule::ClaimNotGranted
            | OutlookRule::SoleSupplier => "chance-net-neutral",
            OutlookRule::CommonGroundWithDoubter
            | OutlookRule::CommonGroundWithOpponent
            | OutlookRule::CooperativeDoubter
            | OutlookRule::GainForDoubter => "chance-net-step",
            OutlookRule::PowerfulDoubter => "chance-net-step-against",
            _ => "chance-net",
        };
        facts.push(speech.say(key, args! {"net": speech.signed(net)}));
    }
    let mut because: Vec<Item> = Vec::new();
    for ground in &first.because {
        match (ground.reading, ground.attribute) {
            (Some(_), _) => because.push(speech.ground(ground).into()),
            (None, Some(attribute)) => because.extend(word_of(speech, &ground.source, attribute)),
            (None, None) => {}
        }
    }
    let mut under = vec![Item::from(speech.and(facts))];
    let hidden = |element: &Element| match element {
        Element::Stake(p, i) => speech.model.stakes().get(p, i).is_some_and(|stake| stake.disclosed == Some(false)),
        _ => false,
    };
    if group.iter().flat_map(|e| &e.because).any(|ground| hidden(&ground.source)) {
        under.push(speech.words("short-conflict-with-care").into());
    }
    if !because.is_empty() {
        under.push(Item { text: speech.words("because"), under: because });
    }
    Item { text, under }
}

/// A ring or level of engagement as a ground.
fn word_of(speech: &Speech<'_>, source: &Element, attribute: Attribute) -> Option<Item> {
    let Element::Party(id) = source else { return None };
    let party = speech.model.party(id)?;
    let ring = |word: &Option<crate::id::Slug>| word.as_ref().map(|w| speech.own_word("ring", w));
    let value = match attribute {
        Attribute::RingActual => ring(&party.rings.actual)?,
        Attribute::RingWished => ring(&party.rings.wished)?,
        Attribute::RingDesired => ring(&party.rings.desired)?,
        Attribute::EngagementCurrent => speech.term(party.engagement.current?),
        Attribute::EngagementDesired => speech.term(party.engagement.desired?),
        _ => return None,
    };
    let said = args! {"of": speech.party(id), "rating": speech.term(attribute), "value": value};
    Some(speech.say("ground", said).into())
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
    let wished = ring(rings.wished.as_ref());
    let (key, other) = match entry.rule {
        OutlookRule::WillingToDoMore => ("chance-rings-actual", ring(rings.actual.as_ref())),
        _ => ("chance-rings-desired", ring(rings.desired.as_ref())),
    };
    match (wished, other) {
        (Some(wished), Some(other)) => speech.say(key, args! {"wished": wished, "other": other}),
        _ => Inlines::new(),
    }
}
