//! What explains what among the observations: never what lies higher, and never in a circle.

use std::collections::HashMap;

use super::reader::Reader;
use crate::document::problem::{Code, tick};
use crate::document::tree::Spot;
use crate::id::ObservationId;
use crate::model::Observation;
use crate::vocabulary::Layer;

/// An observation, what explains it, and where that is said.
pub(super) type Explained = (ObservationId, ObservationId, Spot);

/// How many observations of a chain are shown.
const SHOWN: usize = 8;

/// A private observation in a chain.
const PRIVATE: &str = "a private note";

/// An observation on the way of the search: which one, which of its explanations comes next.
struct Step {
    at: usize,
    next: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Met {
    Never,
    /// It stands on the way, at this place.
    Here(usize),
    Done,
}

impl Reader<'_> {
    /// Notes every explanation that leads upwards, and the circles among the others: each at the first of its observations in the
    /// file, and so many of them that without the explanation that closes each there would be none.
    pub(super) fn chains(&mut self, observations: &[(ObservationId, Observation)], explained: Vec<Explained>) {
        let layers: HashMap<&ObservationId, Layer> = observations.iter().map(|(id, o)| (id, o.layer)).collect();
        let layer = |id: &ObservationId| layers.get(id).copied();
        let (upward, rest): (Vec<Explained>, Vec<Explained>) = explained
            .into_iter()
            .partition(|(from, to, _)| layer(to).zip(layer(from)).is_some_and(|(to, from)| to < from));
        for (from, to, spot) in upward {
            let (Some(here), Some(there)) = (layer(&from), layer(&to)) else { continue };
            let chain = format!("{} → {}", self.told(&from), self.told(&to));
            let higher = if self.ids.is_private(to.as_str()) { PRIVATE.to_owned() } else { tick(to.as_str()) };
            let message = format!("an observation is explained by one in a layer above it: {chain}");
            let help =
                format!("{higher} is of layer `{there}`, this one of `{here}`: turn it round, or change a layer");
            self.log.note(Code::Upward, spot, message, Some(help));
        }
        self.circular(&rest);
    }

    /// An observation in a chain. Who meets the message need not be who wrote the file.
    fn told<'i>(&self, id: &'i ObservationId) -> &'i str {
        if self.ids.is_private(id.as_str()) { PRIVATE } else { id.as_str() }
    }

    fn circular(&mut self, explained: &[Explained]) {
        let mut places: HashMap<&ObservationId, usize> = HashMap::new();
        let mut ids: Vec<&ObservationId> = Vec::new();
        // Those that are explained first, so that places are in the order of the file.
        for id in explained.iter().map(|(from, ..)| from).chain(explained.iter().map(|(_, to, _)| to)) {
            places.entry(id).or_insert_with(|| {
                ids.push(id);
                ids.len() - 1
            });
        }
        let mut below: Vec<Vec<(usize, &Spot)>> = vec![Vec::new(); ids.len()];
        for (from, to, spot) in explained {
            if let (Some(from), Some(to)) = (places.get(from), places.get(to))
                && let Some(list) = below.get_mut(*from)
            {
                list.push((*to, spot));
            }
        }
        let mut met = vec![Met::Never; ids.len()];
        for start in 0..ids.len() {
            if met.get(start) != Some(&Met::Never) {
                continue;
            }
            let mut way = vec![Step { at: start, next: 0 }];
            while let Some(step) = way.last_mut() {
                let (at, next) = (step.at, step.next);
                step.next += 1;
                let depth = way.len() - 1;
                if let Some(here) = met.get_mut(at) {
                    *here = Met::Here(depth);
                }
                let Some((to, _)) = below.get(at).and_then(|list| list.get(next)) else {
                    if let Some(here) = met.get_mut(at) {
                        *here = Met::Done;
                    }
                    way.pop();
                    continue;
                };
                match met.get(*to) {
                    Some(Met::Never) => way.push(Step { at: *to, next: 0 }),
                    Some(Met::Here(first)) if !self.log.is_full() => {
                        let circle: Vec<usize> = way.iter().skip(*first).map(|step| step.at).collect();
                        self.circle_of(&circle, &ids, &below);
                    }
                    _ => {}
                }
            }
        }
    }

    fn circle_of(&mut self, circle: &[usize], ids: &[&ObservationId], below: &[Vec<(usize, &Spot)>]) {
        let first = circle.iter().enumerate().min_by_key(|(_, at)| **at).map_or(0, |(place, _)| place);
        let mut turn = circle.iter().copied().cycle().skip(first).take(circle.len() + 1);
        let shown = turn.clone().take(SHOWN).filter_map(|at| ids.get(at)).map(|id| self.told(id));
        let mut chain = itertools::join(shown, " → ");
        if circle.len() >= SHOWN {
            chain.push_str(" → …");
        }
        let (Some(at), Some(to)) = (turn.next(), turn.next()) else { return };
        let arc = below.get(at).and_then(|list| list.iter().find(|(there, _)| *there == to));
        let Some((_, spot)) = arc else { return };
        let message = format!("observations explain each other in a circle: {chain}");
        let help = "leave out one `because` of the circle: an explanation leads down, never back".to_owned();
        self.log.note(Code::Circular, (*spot).clone(), message, Some(help));
    }
}
