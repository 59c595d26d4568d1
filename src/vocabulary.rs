//! Closed lists of words, each the vocabulary of a method or of the model file.
//!
//! The words in files, results and reports are the same kebab-case words; the report layer holds their Dutch and English names.

use std::fmt;
use thiserror::Error;

/// A word is not in the vocabulary that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{word}` is not a {vocabulary}")]
pub struct UnknownWord {
    /// The word as given.
    pub word: String,
    /// Which vocabulary was asked.
    pub vocabulary: &'static str,
    /// All words of that vocabulary.
    pub known: &'static [&'static str],
}

/// A closed vocabulary whose words are enum variants.
pub trait Vocabulary: Sized + Copy + 'static {
    /// What one word of it is called, for messages.
    const NAME: &'static str;
    /// Every variant, in the order of the field.
    const ALL: &'static [Self];
    /// Every word, in the same order.
    const WORDS: &'static [&'static str];
    /// The word of this variant.
    fn word(self) -> &'static str;
    /// The variant of a word.
    ///
    /// # Errors
    /// [`UnknownWord`] with the list of known words.
    fn parse(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.iter().copied().find(|v| v.word() == word).ok_or_else(|| UnknownWord {
            word: word.chars().take(80).collect(),
            vocabulary: Self::NAME,
            known: Self::WORDS,
        })
    }
}

/// Declares a vocabulary: an enum whose variants have kebab-case words.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident, $label:literal { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $crate::vocabulary::Vocabulary for $name {
            const NAME: &'static str = $label;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const WORDS: &'static [&'static str] = &[$($word),+];
            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::vocabulary::Vocabulary::word(*self))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::vocabulary::Vocabulary::word(*self))
            }
        }
    };
}
pub(crate) use vocabulary;

pub mod catalogue;
pub mod iceberg;
pub mod schwartz;

vocabulary! {
    /// The phases of a collaboration (startfase, ontwikkelfase, opschalings- en beheerfase).
    Phase, "phase" {
        /// The start phase.
        Start = "start",
        /// The development phase.
        Development = "development",
        /// The phase of scaling up and running.
        Scaling = "scaling",
    }
}

vocabulary! {
    /// What kind of party somebody is.
    PartyKind, "kind of party" {
        /// A public authority or part of one.
        Government = "government",
        /// A company.
        Business = "business",
        /// A knowledge institute.
        Knowledge = "knowledge",
        /// Residents, organised or not.
        Residents = "residents",
        /// An association, foundation or movement.
        CivilSociety = "civil-society",
        /// Press and other media.
        Media = "media",
        /// The environment, as a party that cannot speak for itself.
        Environment = "environment",
        /// Society at large.
        Society = "society",
        /// Any other kind.
        Other = "other",
    }
}

vocabulary! {
    /// How engaged a party is (PMI's stakeholder engagement assessment matrix).
    Engagement, "level of engagement" {
        /// Does not know of the project.
        Unaware = "unaware",
        /// Knows of it and resists.
        Resistant = "resistant",
        /// Neither supports nor resists.
        Neutral = "neutral",
        /// Supports it.
        Supportive = "supportive",
        /// Works actively for its success.
        Leading = "leading",
    }
}

vocabulary! {
    /// The side of a cut that a rating is on, or of zero for a signed one.
    Height, "side of a cut" {
        /// Below the cut, or below zero.
        Low = "low",
        /// Exactly zero, of signed ratings alone.
        Undecided = "undecided",
        /// At or above the cut, or above zero.
        High = "high",
    }
}

vocabulary! {
    /// The classes of Mendelow's grid.
    Mendelow, "class of Mendelow's grid" {
        /// High power, high interest.
        KeyPlayers = "key-players",
        /// High power, low interest.
        KeepSatisfied = "keep-satisfied",
        /// Low power, high interest.
        KeepInformed = "keep-informed",
        /// Low power, low interest.
        MinimalEffort = "minimal-effort",
    }
}

vocabulary! {
    /// Where a party stands on the goal of the project.
    SupportSide, "side of support" {
        /// Attitude above 0.
        Supporter = "supporter",
        /// Attitude 0.
        Doubter = "doubter",
        /// Attitude below 0.
        Opponent = "opponent",
    }
}

vocabulary! {
    /// The rungs of the Dutch ladder of participation (participatieladder), from the bottom.
    Participation, "level of participation" {
        /// Informeren: hears what happens.
        Inform = "inform",
        /// Raadplegen: is asked.
        Consult = "consult",
        /// Adviseren: advises, and hears what became of it.
        Advise = "advise",
        /// Coproduceren: works on it as an equal.
        CoProduce = "co-produce",
        /// Meebeslissen: decides with the others.
        CoDecide = "co-decide",
    }
}

vocabulary! {
    /// The kinds of claim on the value mapping canvas (Bocken and others 2013, 2015).
    ClaimKind, "kind of claim" {
        /// Value that the party gets.
        Captured = "captured",
        /// Value that exists and that the party does not get.
        Missed = "missed",
        /// Value that the project destroys for the party.
        Destroyed = "destroyed",
        /// Value that is made and not used.
        Surplus = "surplus",
        /// Value that the party needs and nobody makes.
        Absence = "absence",
        /// Value that could be made.
        Opportunity = "opportunity",
    }
}

vocabulary! {
    /// How much the receiver needs what a value flow brings.
    Benefit, "benefit" {
        /// Would not miss it.
        Might = "might",
        /// Would regret its absence.
        Should = "should",
        /// Cannot do without.
        Must = "must",
    }
}

vocabulary! {
    /// How important the giver is as a source of a value flow.
    Supply, "supply" {
        /// Others give it too.
        Low = "low",
        /// Few others give it.
        Medium = "medium",
        /// Only this party gives it.
        High = "high",
    }
}

vocabulary! {
    /// The side of a free force in Lewin's force field.
    Side, "side" {
        /// Pushes towards the change.
        Driving = "driving",
        /// Holds it back.
        Restraining = "restraining",
    }
}

vocabulary! {
    /// Whose support a record of support is about.
    SupportKind, "kind of support" {
        /// Civil servants and staff (ambtelijk draagvlak).
        Official = "official",
        /// The board or council (bestuurlijk draagvlak).
        Administrative = "administrative",
        /// Residents (draagvlak onder bewoners).
        Residents = "residents",
    }
}

vocabulary! {
    /// The layers of the iceberg, from what is seen to what lies deepest.
    Layer, "layer" {
        /// Something that happened.
        Event = "event",
        /// Something that keeps happening.
        Pattern = "pattern",
        /// Rules, roles, money and systems that make it happen.
        Structure = "structure",
        /// Convictions that keep the structure in place.
        MentalModel = "mental-model",
    }
}

vocabulary! {
    /// How an observation came to the table.
    Voiced, "way of voicing" {
        /// Said aloud.
        Spoken = "spoken",
        /// Written down.
        Written = "written",
        /// Suspected by others.
        Suspected = "suspected",
    }
}

vocabulary! {
    /// The eight roles of leadership (Quinn).
    Role, "leadership role" {
        /// Cares for people.
        Mentor = "mentor",
        /// Builds the team and its decisions.
        Facilitator = "facilitator",
        /// Brings change.
        Innovator = "innovator",
        /// Wins support and means.
        Broker = "broker",
        /// Gets the work done.
        Producer = "producer",
        /// Sets goals and direction.
        Director = "director",
        /// Keeps things in order.
        Coordinator = "coordinator",
        /// Watches the facts.
        Monitor = "monitor",
    }
}

vocabulary! {
    /// The models of culture that a profile can be written in.
    CultureModel, "culture model" {
        /// Competing values: 100 points over clan, adhocracy, market and hierarchy.
        CompetingValues = "competing-values",
        /// Hofstede's six bipolar practices, each on the one-sided scale.
        Bipolar = "bipolar",
        /// Dimensions of one's own, each on the one-sided scale.
        Free = "free",
    }
}

/// The dimensions of the competing values model.
pub const COMPETING_VALUES: &[&str] = &["clan", "adhocracy", "market", "hierarchy"];
/// The six bipolar practices.
pub const BIPOLAR_PRACTICES: &[&str] =
    &["process-results", "employee-job", "parochial-professional", "open-closed", "loose-tight", "normative-pragmatic"];
/// Factor C's rings from the outside in; a file may use others.
pub const RINGS: &[&str] = &["be-informed", "co-think", "co-operate", "co-decide"];
/// Factor C's sectors; a file may use others.
pub const SECTORS: &[&str] = &["decider", "supplier", "executor", "user"];

vocabulary! {
    /// The kinds of conflict that polder tells apart.
    ConflictKind, "kind of conflict" {
        /// Opposite stances on one interest.
        Interest = "interest",
        /// Support for two interests that oppose each other.
        OpposedInterests = "opposed-interests",
        /// A value captured for one party and destroyed for another.
        Fate = "fate",
        /// Two values in tension, each high with another party.
        Value = "value",
        /// One value, very different importance.
        ValuePriority = "value-priority",
        /// What one party believes of another's value is not so.
        Misperception = "misperception",
        /// Cultures far apart.
        Culture = "culture",
        /// A bad or uneven relation.
        Relation = "relation",
        /// Different ideas of one party's role.
        Role = "role",
        /// Leadership that does not fit the phase.
        Leadership = "leadership",
    }
}

impl UnknownWord {
    /// The known words as a list for a help text.
    pub fn choices(&self) -> impl fmt::Display + '_ {
        itertools::join(self.known.iter().map(|w| format!("`{w}`")), ", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_parse_back() {
        for phase in Phase::ALL {
            assert_eq!(Phase::parse(phase.word()), Ok(*phase));
        }
        let err = PartyKind::parse("goverment").unwrap_err();
        assert_eq!(err.to_string(), "`goverment` is not a kind of party");
        assert!(err.choices().to_string().starts_with("`government`, "));
    }
}
