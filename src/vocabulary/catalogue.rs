//! Published sets of values to link to: `catalogue = "rathenau/privacy"`.
//!
//! Ids keep their meaning for ever. Labels are those of the source where it has them in that language; definitions are one line in our
//! own words.

use serde::Serialize;

use super::Vocabulary;
use super::schwartz::SchwartzValue;
use crate::citation::{self, Citation};

/// A text in Dutch and in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Bilingual {
    /// In Dutch.
    pub nl: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Bilingual {
    /// The text in a language by its tag: Dutch for `nl` and what is said of a region (`nl-BE`), else English.
    pub fn of(&self, tag: &str) -> &'static str {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("nl") { self.nl } else { self.en }
    }
}

/// A value of a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CatalogueValue {
    /// Its id within the catalogue.
    pub id: &'static str,
    /// What it is called.
    pub label: Bilingual,
    /// What it means, in one line.
    pub definition: Bilingual,
}

/// A published set of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Catalogue {
    /// Its id.
    pub id: &'static str,
    /// What it is called.
    pub name: Bilingual,
    /// Where it comes from.
    pub source: Citation,
    /// Its values, in the order of the source.
    pub values: &'static [CatalogueValue],
}

impl Catalogue {
    /// A value by its id.
    pub fn value(&self, id: &str) -> Option<&'static CatalogueValue> {
        self.values.iter().find(|value| value.id == id)
    }
}

macro_rules! catalogues {
    ($($set:literal, $nl:literal, $en:literal, $source:ident { $($id:literal: $label_nl:literal, $label_en:literal; $def_nl:literal, $def_en:literal;)+ })+) => {
        /// Every catalogue that is shipped.
        pub const CATALOGUES: &[Catalogue] = &[$(Catalogue {
            id: $set,
            name: Bilingual { nl: $nl, en: $en },
            source: citation::$source,
            values: &[$(CatalogueValue {
                id: $id,
                label: Bilingual { nl: $label_nl, en: $label_en },
                definition: Bilingual { nl: $def_nl, en: $def_en },
            }),+],
        }),+];

        /// Every link that a value may have, `set/id`, in the same order.
        pub const LINKS: &[&str] = &[$($(concat!($set, "/", $id)),+),+];
    };
}

/// The id of the catalogue whose values stand on Schwartz's circle.
const CIRCLE: &str = "schwartz";

catalogues! {
    "schwartz", "Tien basiswaarden van Schwartz", "Schwartz's ten basic values", SCHWARTZ_1992 {
        "self-direction": "zelfbepaling", "self-direction";
            "Zelf denken en zelf kiezen wat je doet.", "Thinking for oneself and choosing what one does.";
        "stimulation": "stimulatie", "stimulation";
            "Spanning, nieuwigheid en uitdaging.", "Excitement, novelty and challenge.";
        "hedonism": "hedonisme", "hedonism";
            "Plezier en genieten.", "Pleasure and enjoyment.";
        "achievement": "prestatie", "achievement";
            "Succes door te laten zien wat je kunt.", "Success by showing what one is able to do.";
        "power": "macht", "power";
            "Aanzien, en zeggenschap over mensen en middelen.", "Status, and control over people and means.";
        "security": "veiligheid", "security";
            "Veiligheid, harmonie en stabiliteit voor jezelf en de samenleving.", "Safety, harmony and stability for oneself and for society.";
        "conformity": "conformiteit", "conformity";
            "Je inhouden waar je anderen of de norm zou schaden.", "Restraint from what would upset others or break the rules.";
        "tradition": "traditie", "tradition";
            "Respect voor gebruiken en ideeën van cultuur en geloof.", "Respect for the customs and ideas of culture and religion.";
        "benevolence": "welwillendheid", "benevolence";
            "Zorg voor het welzijn van mensen die dichtbij staan.", "Care for the welfare of those who are near.";
        "universalism": "universalisme", "universalism";
            "Begrip voor en bescherming van alle mensen en de natuur.", "Understanding and protecting all people and nature.";
    }
    "tada", "Tada: zes waarden voor een verantwoorde digitale stad", "Tada: six values for a responsible digital city", TADA_2017 {
        "inclusive": "inclusief", "inclusive";
            "De digitale stad houdt rekening met verschillen tussen mensen, en behandelt hen als gelijken.", "The digital city minds the differences between people and treats them as equals.";
        "control": "zeggenschap", "control";
            "Data en technologie dienen de vrijheid van mensen; zij houden grip op hun data.", "Data and technology serve people's freedom; people stay in control of their data.";
        "tailored-to-the-people": "menselijke maat", "tailored to the people";
            "Data en algoritmen hebben niet het laatste woord; er is ruimte voor een nieuwe start.", "Data and algorithms do not have the final say; there is room for a fresh start.";
        "legitimate-and-monitored": "legitiem en gecontroleerd", "legitimate and monitored";
            "Burgers en gebruikers gaan over de inrichting, en de gevolgen worden gevolgd.", "Citizens and users have a say in the design, and its consequences are watched.";
        "open-and-transparent": "open en transparant", "open and transparent";
            "Welke data waarvoor worden verzameld en wat dat oplevert, is voor iedereen te zien.", "Which data are collected, what for and with which results is open to all.";
        "from-everyone-for-everyone": "van iedereen, voor iedereen", "from everyone, for everyone";
            "Data uit en over de stad zijn van allen samen; iedereen kan ze gebruiken.", "Data from and about the city are held in common; everyone can use them.";
    }
    "rathenau", "Zeven publieke waarden van digitalisering", "Seven public values of digitalisation", KOOL_2017 {
        "privacy": "privacy", "privacy";
            "Bescherming van gegevens, huis, lichaam en gedachten tegen meekijken.", "Protection of data, home, body and mind against being watched.";
        "autonomy": "autonomie", "autonomy";
            "Zelf kunnen kiezen en spreken, zonder te worden gestuurd.", "Being able to choose and speak for oneself without being steered.";
        "safety": "veiligheid", "safety and security";
            "Bescherming van mensen, informatie en identiteit tegen schade en misbruik.", "Protection of people, information and identity against harm and abuse.";
        "control-of-technology": "controle over technologie", "control over technology";
            "Inzicht in en verantwoordelijkheid voor wat systemen en algoritmen doen.", "Insight into, and responsibility for, what systems and algorithms do.";
        "human-dignity": "menselijke waardigheid", "human dignity";
            "Mensen zijn geen voorwerp; menselijk contact en vakmanschap blijven bestaan.", "People are no objects; human contact and skill remain.";
        "equity": "rechtvaardigheid", "equity and equality";
            "Gelijke behandeling, geen uitsluiting, een eerlijk proces.", "Equal treatment, no exclusion, a fair process.";
        "balance-of-power": "machtsverhoudingen", "balance of power";
            "Eerlijke verhoudingen tussen burgers, bedrijven en overheid.", "Fair relations between citizens, companies and government.";
    }
    "local-government", "Vijf principes voor goed lokaal bestuur in de digitale samenleving", "Five principles of good local governance in the digital society", MEIJER_2019 {
        "participation": "participatie", "participation";
            "Inwoners kunnen meedoen en meepraten, ook zonder digitale vaardigheden.", "Residents can take part and be heard, digitally skilled or not.";
        "effectiveness": "effectiviteit", "effectiveness";
            "Het bestuur lost op wat het moet oplossen, snel genoeg en zonder verspilling.", "Government solves what it should, fast enough and without waste.";
        "learning": "leervermogen", "learning ability";
            "Het bestuur leert van wat misgaat en van wat anderen doen.", "Government learns from what goes wrong and from what others do.";
        "procedural-justice": "procedurele rechtvaardigheid", "procedural justice";
            "Besluiten komen eerlijk tot stand, zonder discriminatie, met een mens om mee te spreken.", "Decisions are made fairly, without discrimination, with a person to talk to.";
        "accountability": "verantwoording", "accountability";
            "Het bestuur legt uit wat het doet, ook met systemen en in netwerken.", "Government explains what it does, also with systems and within networks.";
    }
}

/// The catalogue and the value that a link names; `None` for a link to what is not shipped.
pub fn linked(link: &str) -> Option<(&'static Catalogue, &'static CatalogueValue)> {
    let (set, id) = link.split_once('/')?;
    let catalogue = CATALOGUES.iter().find(|catalogue| catalogue.id == set)?;
    Some((catalogue, catalogue.value(id)?))
}

/// The value of Schwartz's circle that a link names, if it is one.
pub fn on_circle(link: &str) -> Option<SchwartzValue> {
    let (set, id) = link.split_once('/')?;
    SchwartzValue::parse(id).ok().filter(|_| set == CIRCLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_leads_somewhere() {
        let sizes: Vec<usize> = CATALOGUES.iter().map(|c| c.values.len()).collect();
        assert_eq!(sizes, [10, 6, 7, 5]);
        assert_eq!(LINKS.len(), sizes.iter().sum::<usize>());
        for link in LINKS {
            let (set, value) = linked(link).unwrap();
            assert_eq!(*link, format!("{}/{}", set.id, value.id));
            for text in [value.label, value.definition] {
                assert!(!text.nl.is_empty() && !text.en.is_empty() && !text.en.contains('\n'), "{link}");
            }
            assert!(value.definition.en.ends_with('.') && value.definition.nl.ends_with('.'), "{link}");
        }
        for value in SchwartzValue::ALL {
            assert_eq!(on_circle(&format!("schwartz/{value}")), Some(*value));
        }
        let names: Vec<&str> = linked("schwartz/power").unwrap().0.values.iter().map(|v| v.id).collect();
        assert_eq!(names, SchwartzValue::WORDS);
        assert!(linked("rathenau").is_none() && linked("x/privacy").is_none() && linked("rathenau/x").is_none());
        assert!(on_circle("tada/power").is_none());
    }

    #[test]
    fn languages() {
        let label = linked("tada/control").unwrap().1.label;
        assert_eq!(
            ["nl", "NL-BE", "en", "fy", ""].map(|tag| label.of(tag)),
            ["zeggenschap", "zeggenschap", "control", "control", "control"]
        );
    }
}
