//! The voices that are usually forgotten are there.
//!
//! Met when environment, society and media are each the kind of a party or the tag of one, some party is tagged as the competent
//! authority, and every party that is tagged as an umbrella carries the voice of some party. A party of no known kind might be
//! environment, society or media. Tags are read in English and in Dutch:
//! `environment` or `milieu`, `society` or `samenleving`, `media`, `competent-authority` or `bevoegd-gezag`, `umbrella` or `koepel`.

use super::State;
use super::rule::{Judgement, Severity, Shipped, Source, Topic};
use crate::model::{Element, Party};
use crate::vocabulary::PartyKind;

/// The fact that nobody is tagged as the competent authority.
const NO_AUTHORITY: &str = "no-authority";

pub(super) const RULE: Shipped = Shipped {
    id: "usual-voices",
    topic: Topic::Field,
    severity: Severity::Medium,
    phases: &[],
    asks: [
        "Ook de stemmen die vaak vergeten worden zijn erbij: milieu, samenleving, media, het bevoegd gezag en de achterban van koepels.",
        "The voices that are often forgotten are there too: environment, society, media, the competent authority and the constituencies behind umbrellas.",
    ],
    advice: [
        "Zet de ontbrekende stemmen als partij op de kaart, of merk een partij die er namens hen zit met hun woord als tag. Wie spreekt er voor wie zelf niet kan spreken?",
        "Put the missing voices on the map as a party, or tag a party that speaks for them with their word. Who speaks for those who cannot?",
    ],
    in_file: [
        "een partij met “kind” of met in haar “tags” het woord “environment” of “milieu”, “society” of “samenleving”, “media”; één met de tag “competent-authority” of “bevoegd-gezag”; en “umbrella-of” bij wie de tag “umbrella” of “koepel” heeft.",
        "a party whose “kind” is, or whose “tags” hold, “environment” or “milieu”, “society” or “samenleving”, “media”; one with the tag “competent-authority” or “bevoegd-gezag”; and “umbrella-of” at those with the tag “umbrella” or “koepel”.",
    ],
    facts: &[
        ("voice", "is er", "is there"),
        ("no-environment", "niemand spreekt voor het milieu", "nobody speaks for the environment"),
        ("no-society", "niemand spreekt voor de samenleving", "nobody speaks for society"),
        ("no-media", "de media ontbreken", "the media are missing"),
        ("no-authority", "geen partij is gemerkt als bevoegd gezag", "no party is tagged as the competent authority"),
        ("no-constituency", "koepel zonder achterban in het bestand", "umbrella without a constituency in the file"),
        ("kind-unknown", "soort partij onbekend", "kind of party unknown"),
        ("no-parties", "er staan geen partijen in het bestand", "there are no parties in the file"),
    ],
    source: Source::Published,
    judge: |context| {
        let model = context.model();
        if model.parties().len() == 0 {
            return Judgement::new().missing("no-parties", []);
        }
        let find = |kind: Option<PartyKind>, tags: &[&str]| -> Vec<Element> {
            let is = |p: &Party| (kind.is_some() && p.kind == kind) || tagged(p, tags);
            model.parties().filter(|(_, p)| is(p)).map(|(id, _)| Element::from(id)).collect()
        };
        let voices: [(&'static str, Vec<Element>); 4] = [
            ("no-environment", find(Some(PartyKind::Environment), &["environment", "milieu"])),
            ("no-society", find(Some(PartyKind::Society), &["society", "samenleving"])),
            ("no-media", find(Some(PartyKind::Media), &["media"])),
            (NO_AUTHORITY, find(None, &["competent-authority", "bevoegd-gezag"])),
        ];
        // A party of no known kind may be one of these; a tag is there or not.
        let unknown: Vec<Element> =
            model.parties().filter(|(_, p)| p.kind.is_none()).map(|(id, _)| Element::from(id)).collect();
        let out = voices.into_iter().fold(Judgement::new(), |out, (fact, found)| match found.is_empty() {
            false => out.in_favour("voice", found),
            true if unknown.is_empty() || fact == NO_AUTHORITY => out.against(fact, []),
            true => out.missing(fact, []),
        });
        let out = if out.state() == State::CannotBeJudged { out.missing("kind-unknown", unknown) } else { out };
        let umbrellas = model.parties().filter(|(_, p)| tagged(p, &["umbrella", "koepel"]));
        let silent = umbrellas.filter(|(id, _)| model.umbrellas().of(id).next().is_none());
        let silent: Vec<Element> = silent.map(|(id, _)| Element::from(id)).collect();
        if silent.is_empty() { out } else { out.against("no-constituency", silent) }
    },
};

fn tagged(party: &Party, tags: &[&str]) -> bool {
    party.remarks.tags.iter().any(|t| tags.contains(&t.as_str()))
}
