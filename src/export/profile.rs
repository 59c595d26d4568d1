//! # Export profiles
//!
//! **Question.** What of a model may others see, and under which names?
//!
//! | what | `full` | `shareable` | `pseudonymised` |
//! |---|---|---|---|
//! | notes and annotations, of everything | stay | gone | gone |
//! | tags, of everything | stay | stay, but for those with the name of a rater | gone |
//! | ratings: level, interval, low/mode/high, confidence | stay | stay | stay |
//! | ratings: who gave them | stays | `a1`, `a2`, … | `a1`, `a2`, … |
//! | ratings: the reason of a rater (`why`) | stays | gone | gone |
//! | contact with a party: channel, frequency, owner | stays | that there is contact | that there is contact |
//! | where a party is | stays | gone | gone |
//! | where the project is | stays | stays | gone |
//! | observations noted in confidence | stay | layer and explanations, as `confided-1` | layer and explanations, as `confided-1` |
//! | other observations: layer, by, about, voiced, private, votes; who says an explanation | stay | stay | stay, parties as `p01` |
//! | other observations: the statement | stays | stays | gone |
//! | project: name | stays | stays | gone |
//! | project: goal | stays | stays | stays, names replaced |
//! | project: shared goal, phase, date, focal party; scales | stay | stay | stay |
//! | parties: id and name | stay | stay | `p01`, `P01` |
//! | members of the team: id and name | stay | stay | `m01`, `M01` |
//! | all other nodes: id | stays | stays; `i01`, … where the name of a rater stands in it | `i01`, `v01`, … |
//! | interests, values, tasks, flows, forces, resources, activities: name | stays | stays | stays, names replaced |
//! | interests, values, tasks without a name | – | – | the old id becomes the name, unless a name lies within it |
//! | values: link to a catalogue, mapping on the circle | stay | stay | stay |
//! | cultures: name, norms, ways of working | stay | stay | gone |
//! | cultures: model, scores | stay | stay | stay |
//! | parties: kind, partner, rings, engagement, part of, culture | stay | stay | stay |
//! | words of one's own for sectors, rings, dimensions of a culture | stay | stay; `w1`, … where the name of a rater stands in them | stay; `w1`, … where a name stands in them |
//! | parties: responsibilities | stay | stay | gone |
//! | stakes: stance, salience, position, disclosed | stay | stay | stay |
//! | stakes: the words of the position (`said`) | stay | stay | gone |
//! | stakes: why the party holds it | stays | gone | gone |
//! | claims: statement; records of support: example | stay | stay | gone |
//! | handbook: explanations | stay | stay | gone |
//! | handbook: acknowledged conflicts | stay | stay | stay |
//! | all other relations and their ends; whether a table was written | stay | stay | stay |
//!
//! In every text that stays in `shareable`, the name of a rater who is neither a party nor a member is replaced by the new one. In
//! every text that stays in `pseudonymised`, so are the ids and names of parties and members: as whole words, whatever their case and
//! diacritics, with the s of a possessive; the longest name of the whole text first, and what overlaps it goes with it. An id of one
//! word, of somebody who has a name besides, becomes `…`: it may be an ordinary word (`supplier`), and its pseudonym in its place
//! would tell who that is. In both, who keeps contact with a party, mail addresses and telephone numbers become `…`, in names of
//! parties and members as well. Own rules:
//!
//! - A name of three letters or fewer is found as it is written only. An id of three letters is found with a capital (`Jan`), one of
//!   two or fewer in ids and words of one's own only, for `de` and `ns` are words. A name without a letter or digit counts where it is
//!   the whole text.
//! - Where a party can be found is a way to contact it, and may be somebody's home: `shareable` leaves it out as well.
//! - Who is in the team is shared in `shareable`; who of them rated what is not. A rater who is a party or member of the model becomes
//!   somebody else too, and `a1` is never the id of a party or member. Judgements stand by pseudonym, whatever their order was.
//! - Of an observation in confidence the layer stays, and what explains what, so that chains and what is withheld can be counted. Its
//!   text, who noted it, whom it is about and who says the explanation are left out, also where the report would tell it because
//!   enough parties noted it: who noted it stands beside it in a file.
//! - Who noted another observation, believes or compares something, or says an explanation is a party that said so openly.
//!
//! **Numbers.** Every analysis gives the same numbers of what is exported as of the original, but for ties, which are broken by id,
//! and for what reads what is gone: in the iceberg, confided observations that several noted are withheld, and nobody supports one;
//! distances, and bridges between neighbours, without places; how contact is kept in the communication plan; and of the handbook the
//! rule on partners nearby, in `pseudonymised` also those on usual voices (tags), divided roles (responsibilities) and mapped support
//! (examples), and rules that the file explains count as not explained. One person who is written now with and now without `member:`
//! or `party:` becomes one rater, unless the points that they divide over the types of a culture would no longer add up.
//!
//! **The order of pseudonyms** is drawn by lot, for the order of the alphabet would betray who is who: by a digest (SipHash-2-4 of 128
//! bits) of each kind and id under a [`Key`]. The same key gives the same pseudonyms on every machine. Who knows the key, or who
//! is given a key that can be guessed, finds out who is who by trying: take it from the random numbers of the operating system, and keep
//! it as one keeps the [`Mapping`], which holds it. With a mapping that is kept, the next snapshot of a project has the same
//! pseudonyms; without, every key draws anew.
//!
//! **Misuse.** Pseudonyms are no anonymity. Who knows the field recognises a party by its power, its stakes and its kind; a rater who
//! rates one party alone may be of that party. Two snapshots under the same pseudonyms tell more than one. A part of a name
//! (`Enschede` of `Gemeente Enschede`), a compound (`Stedinlobby`), a nickname or the name of somebody who is not in the model is not
//! found in names of interests and the like: read what is exported before it leaves the team, and keep the [`Mapping`] apart from it.

mod addresses;
mod mapping;
mod rewrite;
mod text;

pub use mapping::{Key, Mapping, Renamed};
#[cfg(feature = "cli")]
pub(crate) use text::words_of;

use crate::id::{PartyId, Slug};
use crate::model::{EditError, Model};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What others may see of a model.
    Profile, "export profile" {
        /// Everything.
        Full = "full",
        /// No notes, contact data, confided observations or reasons of single raters; raters as A1, A2, ….
        Shareable = "shareable",
        /// As shareable, with parties as P01, P02, … and without texts that may name them.
        Pseudonymised = "pseudonymised",
    }
}

/// A model as others may see it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Exported {
    /// The model without what the profile leaves out.
    pub model: Model,
    /// Who is who; `None` for [`Profile::Full`], which renames nobody. It is not to go where the model goes.
    pub mapping: Option<Mapping>,
}

impl Exported {
    /// The id under which a party of the original stands in the export.
    pub fn party(&self, id: &PartyId) -> PartyId {
        let pseudonym = self.mapping.as_ref().and_then(|mapping| mapping.pseudonym_of(&id.into()));
        pseudonym.map_or_else(|| id.clone(), |pseudonym| pseudonym.clone().into())
    }

    /// The word under which a sector, a ring or a dimension of a culture stands in the export: settings are to say it so as well.
    pub fn word(&self, word: &Slug) -> Slug {
        self.mapping.as_ref().map_or(word, |mapping| mapping.word(word)).clone()
    }

    /// A text that goes with the export, such as advice of one's own, as those stand that stay in it: with names replaced, and
    /// without addresses.
    pub fn text(&self, text: &str) -> String {
        self.mapping.as_ref().map_or_else(|| text.to_owned(), |mapping| mapping.names(&self.model).replaced(text))
    }
}

/// A model as a profile lets others see it. See the [module](self).
///
/// ```
/// # #[cfg(feature = "toml")] {
/// use polder::export::{Key, Profile, export};
/// use polder::{Document, Model};
///
/// let text = "polder = 1\n[party.grid]\nname = \"Grid company\"\npower = { score = 4, by = \"anna\", why = \"owns the cables\" }\n\
///             [interest.profit]\nname = \"Profit for the Grid Company\"\n";
/// let model = Model::try_from(Document::from_toml(text)?)?;
/// let key = Key::new([7; 16]); // Yours comes from the operating system.
/// let exported = export(&model, Profile::Pseudonymised, &key).expect("a model that holds together stays one");
/// let written = Document::from(&exported.model).to_toml();
/// assert!(written.contains("[party.p01]") && written.contains("Profit for the P01"));
/// assert!(!written.contains("anna") && !written.contains("cables"));
/// let mapping = exported.mapping.expect("somebody was renamed");
/// assert_eq!(mapping.iter().next().map(|r| (r.pseudonym.as_str(), r.id.as_str())), Some(("p01", "grid")));
/// # }
/// # Ok::<(), polder::document::Problems>(())
/// ```
///
/// # Errors
/// [`EditError`] when what is left would not hold together, which no profile leads to: it stands for losing something silently.
pub fn export(model: &Model, profile: Profile, key: &Key) -> Result<Exported, EditError> {
    export_as(model, &Mapping::of(model, profile, key))
}

/// As [`export`], under the pseudonyms of another export: that of an earlier model of the project, say. Whom the mapping does not
/// know gets a number after those that it knows, which the mapping of what is exported tells; see [`Mapping::and`].
///
/// # Errors
/// As for [`export`].
pub fn export_as(model: &Model, mapping: &Mapping) -> Result<Exported, EditError> {
    if mapping.profile() == Profile::Full {
        return Ok(Exported { model: model.clone(), mapping: None });
    }
    let mapping = mapping.clone().and(model);
    Ok(Exported { model: rewrite::rewritten(model, &mapping)?, mapping: Some(mapping) })
}
