//! Who has no place in a picture, by what is not known of them.

use std::collections::{BTreeMap, BTreeSet};

use maud::Markup;

use super::columns::{Entry, List};
use super::draw::Told;
use crate::evidence::{Omission, OmissionReason};
use crate::id::PartyId;
use crate::model::{Attribute, Element};
use crate::report::page::{Inlines, capital, plain};
use crate::report::sections;
use crate::report::speech::{Speech, args};

/// How many parties without a place the description names.
const NAMED: usize = 12;

/// What is missing: which ratings, for which reason.
type Missing = BTreeMap<OmissionReason, BTreeSet<Attribute>>;

/// The things that were left out, a list for every set of ratings that is missing, under a heading that says which.
pub(super) fn lists<'o>(
    speech: &Speech<'_>,
    heading: &str,
    omitted: impl IntoIterator<Item = (Element, &'o Omission)>,
    sign: impl Fn(&Element) -> Markup,
) -> Vec<List> {
    let mut by_subject: BTreeMap<Element, Vec<&Omission>> = BTreeMap::new();
    for (subject, omission) in omitted {
        by_subject.entry(subject).or_default().push(omission);
    }
    let mut by_missing: BTreeMap<Missing, Vec<(&Element, &[&Omission])>> = BTreeMap::new();
    for (subject, omissions) in &by_subject {
        let mut missing = Missing::new();
        for omission in omissions {
            missing.entry(omission.reason).or_default().insert(omission.missing);
        }
        by_missing.entry(missing).or_default().push((subject, omissions));
    }
    let list = |(missing, these): (Missing, Vec<(&Element, &[&Omission])>)| {
        let why = speech.and(missing.iter().map(|(reason, ratings)| because(speech, *reason, ratings)));
        let heading = capital(speech.say(heading, args! {"why": why, "n": these.len()}));
        let entries = these
            .into_iter()
            .map(|(subject, omissions)| entry(speech, subject, omissions.iter().copied(), sign(subject)));
        List { heading, entries: entries.collect() }
    };
    by_missing.into_iter().map(list).collect()
}

/// Something that was left out: its name, and why.
pub(super) fn entry<'o>(
    speech: &Speech<'_>,
    subject: &Element,
    omissions: impl IntoIterator<Item = &'o Omission>,
    sign: Markup,
) -> Entry {
    let why: Vec<String> = sections::left_out(speech, omissions).iter().map(|item| plain(&item.text)).collect();
    let parties = match subject {
        Element::Party(id) => vec![id.clone()],
        _ => Vec::new(),
    };
    Entry::new(plain(&speech.name(subject)), Told { parties, kind: None, what: why.join("; ") }).sign(sign)
}

/// How many have no place, and who they are.
pub(super) fn not_placed<'p>(speech: &Speech<'_>, parties: impl Iterator<Item = &'p PartyId>) -> Option<Inlines> {
    let parties: BTreeSet<&PartyId> = parties.collect();
    let n = parties.len();
    let names = parties.into_iter().map(|party| speech.name(&party.into())).collect();
    (n > 0).then(|| speech.say("picture-unplaced", args! {"n": n, "parties": speech.few(names, NAMED)}))
}

fn because(speech: &Speech<'_>, reason: OmissionReason, ratings: &BTreeSet<Attribute>) -> Inlines {
    let key = match reason {
        OmissionReason::Unknown => "picture-missing-unknown",
        OmissionReason::NoCut => "picture-missing-no-cut",
        OmissionReason::NoFocal => "picture-missing-no-focal",
        OmissionReason::NotInVocabulary => "picture-missing-not-in-vocabulary",
    };
    let n = ratings.len();
    speech.say(key, args! {"ratings": speech.and(ratings.iter().map(|a| speech.term(*a))), "n": n})
}
