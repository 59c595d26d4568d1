//! The icebergs that teams know, and how each names the four layers.

use super::Layer;
use crate::citation::{self, Citation};

vocabulary! {
    /// An iceberg that a team may know: it lends its words to the layers. The rules are the same under every one of them.
    IcebergModel, "iceberg" {
        /// The systems iceberg: events, patterns, structures, mental models (after Senge 1990).
        Systems = "systems",
        /// Schein's three levels of culture: artifacts, espoused values, basic assumptions.
        Schein = "schein",
        /// The iceberg of competence (McClelland 1973; Spencer and Spencer 1993): skills and knowledge, self-concept, traits, motives.
        Competence = "competence",
    }
}

vocabulary! {
    /// A layer as one of the icebergs calls it.
    IcebergLayer, "layer of an iceberg" {
        /// Systems: what happened.
        Events = "events",
        /// Systems: what keeps happening.
        Patterns = "patterns",
        /// Systems: what makes it happen.
        Structures = "structures",
        /// Systems: what keeps the structures in place.
        MentalModels = "mental-models",
        /// Schein: what is seen, heard and done.
        Artifacts = "artifacts",
        /// Schein: the values, goals and rules that an organisation professes.
        EspousedValues = "espoused-values",
        /// Schein: what is taken for granted.
        BasicAssumptions = "basic-assumptions",
        /// Competence: what somebody can do and knows.
        SkillsAndKnowledge = "skills-and-knowledge",
        /// Competence: how somebody sees themselves, with attitudes and values.
        SelfConcept = "self-concept",
        /// Competence: what somebody is like.
        Traits = "traits",
        /// Competence: what drives somebody.
        Motives = "motives",
    }
}

impl IcebergModel {
    /// The layers of the model itself, from the top.
    pub fn layers(self) -> &'static [IcebergLayer] {
        use IcebergLayer as L;
        match self {
            Self::Systems => &[L::Events, L::Patterns, L::Structures, L::MentalModels],
            Self::Schein => &[L::Artifacts, L::EspousedValues, L::BasicAssumptions],
            Self::Competence => &[L::SkillsAndKnowledge, L::SelfConcept, L::Traits, L::Motives],
        }
    }

    /// What the model calls one of polder's layers. For the systems iceberg they are the same; the others are an own reading, by
    /// how deep a layer lies: Schein's artifacts hold events and patterns, his espoused values structures, his assumptions mental
    /// models (he himself counts visible structures among the artifacts); the four of the competence iceberg go one to one.
    pub fn name(self, layer: Layer) -> IcebergLayer {
        use IcebergLayer as L;
        match (self, layer) {
            (Self::Systems, Layer::Event) => L::Events,
            (Self::Systems, Layer::Pattern) => L::Patterns,
            (Self::Systems, Layer::Structure) => L::Structures,
            (Self::Systems, Layer::MentalModel) => L::MentalModels,
            (Self::Schein, Layer::Event | Layer::Pattern) => L::Artifacts,
            (Self::Schein, Layer::Structure) => L::EspousedValues,
            (Self::Schein, Layer::MentalModel) => L::BasicAssumptions,
            (Self::Competence, Layer::Event) => L::SkillsAndKnowledge,
            (Self::Competence, Layer::Pattern) => L::SelfConcept,
            (Self::Competence, Layer::Structure) => L::Traits,
            (Self::Competence, Layer::MentalModel) => L::Motives,
        }
    }

    /// Where the model is from.
    pub fn cites(self) -> &'static [Citation] {
        match self {
            Self::Systems => &[citation::SENGE_1990],
            Self::Schein => &[citation::SCHEIN_1985],
            Self::Competence => &[citation::MCCLELLAND_1973, citation::SPENCER_1993],
        }
    }
}

impl Layer {
    /// Whether it lies below the waterline: every layer but the events does.
    pub fn is_below_the_waterline(self) -> bool {
        self > Self::Event
    }

    /// Whether it is one of the deep layers: structures and mental models.
    pub fn is_deep(self) -> bool {
        self >= Self::Structure
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Vocabulary;

    #[test]
    fn every_layer_of_a_model_names_one_of_ours_in_their_order() {
        for model in IcebergModel::ALL {
            let mut names: Vec<IcebergLayer> = Layer::ALL.iter().map(|layer| model.name(*layer)).collect();
            names.dedup();
            assert_eq!(names, model.layers(), "{model}");
            assert!(!model.cites().is_empty());
        }
        let of_models: usize = IcebergModel::ALL.iter().map(|model| model.layers().len()).sum();
        assert_eq!(of_models, IcebergLayer::ALL.len());
    }
}
