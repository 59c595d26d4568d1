//! Parties by their ids, as they are named on the command line.

use super::output::{Stop, one_line};
use crate::document::nearest;
use crate::id::PartyId;
use crate::model::{Element, Model};

/// How many words are looked at for a suggestion.
pub(super) const COMPARED: usize = 100_000;
/// How many parties are named at most when none is near.
const LISTED: usize = 24;

/// The party with an id.
pub(super) fn party<'m>(model: &'m Model, id: &str) -> Result<&'m PartyId, Stop> {
    model.parties().map(|(party, _)| party).find(|party| party.as_str() == id).ok_or_else(|| no_party(model, id))
}

fn no_party(model: &Model, party: &str) -> Stop {
    let message = format!("there is no party `{}`", one_line(party));
    let ids = || model.parties().map(|(id, _)| id.as_str());
    // Whoever writes the name of a party means its id.
    let is_named = |id: &&PartyId| model.label(&Element::from(*id)).eq_ignore_ascii_case(party);
    let named = model.parties().map(|(id, _)| id).find(is_named).map(PartyId::as_str);
    match named.or_else(|| nearest(party, ids(), &mut COMPARED.clone())) {
        Some(near) => Stop::with_help(message, format!("did you mean `{near}`?")),
        None if (1..=LISTED).contains(&model.parties().len()) => {
            let all = itertools::join(ids().map(|id| format!("`{id}`")), ", ");
            Stop::with_help(message, format!("known are {all}"))
        }
        None => Stop::with_help(message, "a party is named by its id in the file"),
    }
}
