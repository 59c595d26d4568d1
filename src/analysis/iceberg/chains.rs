//! How deep the chains go: their number, the first of them, and the roots that they end in.

use super::notes::Notes;
use crate::vocabulary::Layer;

/// How many notes the chains of a whole model that are listed may have.
const NOTES: usize = 200_000;

/// Of every note what lies below it.
pub(super) struct Depths {
    /// How many chains lead down to a root; `None` where there are more than can be counted.
    pub(super) chains: Vec<Option<u64>>,
    /// The deepest layer that a chain leads to.
    pub(super) deepest: Vec<Option<Layer>>,
}

impl Depths {
    pub(super) fn of(notes: &Notes<'_>) -> Self {
        let mut chains: Vec<Option<u64>> = vec![Some(0); notes.all.len()];
        let mut deepest: Vec<Option<Layer>> = vec![None; notes.all.len()];
        for at in notes.downwards.iter().rev() {
            let (count, layer) = if notes.is_root(*at) {
                (Some(1), Some(notes.layer(*at)))
            } else {
                let arcs = notes.arcs(*at);
                let mut each = arcs.iter().map(|arc| chains.get(arc.to).copied().flatten());
                let count = each.try_fold(0_u64, |sum, n| sum.checked_add(n?));
                (count, arcs.iter().filter_map(|arc| deepest.get(arc.to).copied().flatten()).max())
            };
            if let (Some(chains), Some(deepest)) = (chains.get_mut(*at), deepest.get_mut(*at)) {
                (*chains, *deepest) = (count, layer);
            }
        }
        Self { chains, deepest }
    }

    pub(super) fn chains(&self, at: usize) -> Option<u64> {
        self.chains.get(at).copied().flatten()
    }

    /// The deepest layer that the chains of a bottleneck lead to: its own where there is none.
    pub(super) fn depth(&self, at: usize) -> Layer {
        self.deepest.get(at).copied().flatten().unwrap_or(Layer::Event)
    }

    /// Whether a chain leads from it to a root.
    pub(super) fn leads_down(&self, at: usize) -> bool {
        self.deepest.get(at).copied().flatten().is_some()
    }
}

/// The first chain to a root of the deepest layer that there is, without the bottleneck.
pub(super) fn deepest_chain(notes: &Notes<'_>, depths: &Depths, bottleneck: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let deepest = depths.deepest.get(bottleneck).copied().flatten();
    let mut at = bottleneck;
    while deepest.is_some()
        && let Some(arc) = notes.arcs(at).iter().find(|arc| depths.deepest.get(arc.to).copied().flatten() == deepest)
    {
        at = arc.to;
        out.push(at);
    }
    out
}

/// Lists chains, for one bottleneck after the other.
pub(super) struct Lister<'n> {
    notes: &'n Notes<'n>,
    depths: &'n Depths,
    left: usize,
}

impl<'n> Lister<'n> {
    pub(super) fn new(notes: &'n Notes<'n>, depths: &'n Depths) -> Self {
        Self { notes, depths, left: NOTES }
    }

    /// The first chains of a bottleneck, without itself, in the order of the notes.
    pub(super) fn list(&mut self, bottleneck: usize, most: usize) -> Vec<Vec<usize>> {
        let mut out = Vec::new();
        let mut way = vec![(bottleneck, 0)];
        while out.len() < most {
            let Some((at, next)) = way.last_mut() else { break };
            let arc = self.notes.arcs(*at).get(*next);
            *next += 1;
            match arc {
                Some(arc) if self.depths.leads_down(arc.to) => {
                    way.push((arc.to, 0));
                    if !self.notes.is_root(arc.to) {
                        continue;
                    }
                    let Some(left) = self.left.checked_sub(way.len()) else { break };
                    self.left = left;
                    out.push(way.iter().skip(1).map(|(at, _)| *at).collect());
                    way.pop();
                }
                Some(_) => {}
                None => drop(way.pop()),
            }
        }
        out
    }
}

/// Walks down from notes, each note once.
pub(super) struct Walker<'n> {
    notes: &'n Notes<'n>,
    met: Vec<usize>,
    walk: usize,
    /// How many explanations were followed.
    pub(super) steps: usize,
}

impl<'n> Walker<'n> {
    pub(super) fn new(notes: &'n Notes<'n>) -> Self {
        Self { notes, met: vec![0; notes.all.len()], walk: 0, steps: 0 }
    }

    /// The roots that explanations lead to, ascending: all of them, or those that a test lets pass.
    pub(super) fn roots(&mut self, from: usize, mut follows: impl FnMut(&super::notes::Arc<'_>) -> bool) -> Vec<usize> {
        self.walk += 1;
        let mut out = Vec::new();
        let mut stack = vec![from];
        while let Some(at) = stack.pop() {
            if self.notes.is_root(at) {
                out.push(at);
            }
            for arc in self.notes.arcs(at) {
                self.steps += 1;
                if let Some(met) = self.met.get_mut(arc.to).filter(|met| **met != self.walk)
                    && follows(arc)
                {
                    *met = self.walk;
                    stack.push(arc.to);
                }
            }
        }
        out.sort_unstable();
        out
    }
}
