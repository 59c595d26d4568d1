//! Every reference that a method cites, in one table.

use serde::{Serialize, Serializer};

macro_rules! citations {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)+) => {
        $($(#[$doc])* #[doc = ""] #[doc = $text] pub const $name: Citation = Citation { key: stringify!($name), text: $text };)+

        /// All references.
        pub const TABLE: &[Citation] = &[$($name),+];
    };
}

/// A reference. In JSON its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// The name of its constant.
    pub key: &'static str,
    /// Author, title, where and when; or that the rule is polder's own.
    pub text: &'static str,
}

impl Serialize for Citation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text)
    }
}

citations! {
    /// Position × salience × clout.
    BUENO_DE_MESQUITA_2002 = "B. Bueno de Mesquita, Predicting Politics, Ohio State University Press, 2002 (position × salience × clout)";
    /// Driving and restraining forces.
    LEWIN_1951 = "K. Lewin, Field Theory in Social Science, Harper, 1951 (driving and restraining forces)";
    /// Tipping.
    OWN_TIPPING = "own rule: tipping, in workshop steps of attitude";
    /// Power × interest.
    MENDELOW_1991 = "A. Mendelow, Stakeholder mapping, Proceedings of the 2nd International Conference on Information Systems, 1991 (power × interest)";
    /// Players, context setters, subjects, crowd.
    EDEN_ACKERMANN_1998 = "C. Eden and F. Ackermann, Making Strategy: The Journey of Strategic Management, Sage, 1998";
    /// Power, legitimacy, urgency.
    MITCHELL_AGLE_WOOD_1997 = "R. Mitchell, B. Agle, D. Wood, Toward a theory of stakeholder identification and salience, Academy of Management Review 22(4), 1997, 853-886";
    /// The cube of power, interest and attitude.
    MURRAY_WEBSTER_SIMON_2006 = "R. Murray-Webster, P. Simon, Making sense of stakeholder mapping, PM World Today 8(11), 2006";
    /// Threat × cooperation.
    SAVAGE_1991 = "G. Savage, T. Nix, C. Whitehead, J. Blair, Strategies for assessing and managing organizational stakeholders, Academy of Management Executive 5(2), 1991, 61-75";
    /// Alignment × interest.
    MENDIZABAL_2010 = "E. Mendizabal, The Alignment, Interest and Influence Matrix (AIIM), Overseas Development Institute, 2010";
    /// Rings and the trust matrix.
    FACTOR_C = "Factor C, Rijkswaterstaat: the ring model and the trust matrix of actor analysis";
    /// Engagement now and as wanted.
    PMI_SEAM = "Project Management Institute, A Guide to the Project Management Body of Knowledge, 5th edition, 2013 (stakeholder engagement assessment matrix)";
    /// Moves between levels of engagement.
    OWN_MOVES = "own rule: moves between levels of engagement, weighted by power";
    /// The handbook that the library puts to work.
    HANDBOOK = "Samenwerkingsproces, handbook for smart-city collaborations, Saxion, smartcitytools.nl and samenwerkingstools.nl";
    /// The value mapping canvas.
    BOCKEN_2013 = "N. Bocken, S. Short, P. Rana, S. Evans, A value mapping tool for sustainable business modelling, Corporate Governance 13(5), 2013, 482-497";
    /// What the canvas counts.
    OWN_CANVAS = "own rule: counts, importance sums and capture ratio of the canvas";
    /// The kinds of conflict.
    OWN_CONFLICTS = "own rules: interest, opposed interests, fate, value, value priority, misperception, relation, role; power as a weight of its own; bridges";
    /// Opportunities and risks.
    OWN_OPPORTUNITIES_AND_RISKS = "own rules: opportunities and risks per party, by what they do to the net force";
    /// The goal that all could share.
    OWN_SHARED_GOAL = "own rule: the fewest unopposed interests such that every party supports one";
    /// The circle of values.
    SCHWARTZ_1992 = "S. H. Schwartz, Universals in the content and structure of values, Advances in Experimental Social Psychology 25, 1992, 1-65 (the circle)";
    /// Free forces beside the force of the party that exerts them.
    OWN_ACCORD = "own rule: whether the free forces that a party exerts and its own force lean to the same side";
    /// A share of a joint outcome that does not depend on the order of the players.
    SHAPLEY_1953 = "L. S. Shapley, A value for n-person games, in: H. Kuhn, A. Tucker (eds.), Contributions to the Theory of Games II, Princeton University Press, 1953, 307-317";
    /// What changed between two models.
    OWN_CHANGES = "own rules: who entered or left the force field counts whole; a class that a cut has moved";
    /// The communication strategy.
    OWN_ADVICE = "own rules: the placing of the handbook's advice in quadrants, the levels of participation, the order of the plan";
    /// MACTOR: convergence, divergence, influence through others.
    GODET_1991 = "M. Godet, Actors' moves and strategies: the MACTOR method. An air transport case study, Futures 23(6), 1991, 605-622; sums of minima as in the MACTOR program of M. Godet and F. Bourse";
    /// MICMAC: the powers of the direct influences.
    DUPERRIN_GODET_1973 = "J.-C. Duperrin, M. Godet, Méthode de hiérarchisation des éléments d'un système, Rapport économique du CEA R-45-51, 1973 (MICMAC)";
    /// What powers tend to when they do not tend to one direction.
    OWN_TENDENCY = "own rule: limits of periodic and reducible influences by their Cesàro mean, of acyclic ones by their sum, and when an order holds";
    /// Three-way tables.
    PAWLAK_1984 = "Z. Pawlak, On conflicts, International Journal of Man-Machine Studies 21, 1984, 127-134";
    /// Three-way tables, their distance, coalitions, degrees of conflict and reducts.
    PAWLAK_1998 = "Z. Pawlak, An inquiry into anatomy of conflicts, Information Sciences 109, 1998, 65-78";
    /// Half the difference of two signs, and thresholds on it.
    YAO_2019 = "Y. Yao, Three-way conflict analysis: reformulations and extensions of the Pawlak model, Knowledge-Based Systems 180, 2019, 26-37";
    /// Alliance and conflict kept apart.
    LUO_2025 = "J. Luo, M. Hu, G. Lang, X. Yang, K. Qin, Three-way conflict analysis based on alliance and conflict functions, arXiv 2512.21419, 2025";
    /// What the table does with empty cells, and thresholds on the shares.
    OWN_THREE_WAY = "own rules: empty cells of a three-way table; thresholds on alliance and conflict shares";
    /// Positions and interests.
    FISHER_URY_1981 = "R. Fisher, W. Ury, Getting to Yes: Negotiating Agreement Without Giving In, Houghton Mifflin, 1981 (positions and interests)";
    /// The mutual gains approach.
    SUSSKIND_FIELD_1996 = "L. Susskind, P. Field, Dealing with an Angry Public: The Mutual Gains Approach to Resolving Disputes, Free Press, 1996";
    /// Reciprocity of directed networks.
    GARLASCHELLI_LOFFREDO_2004 = "D. Garlaschelli, M. I. Loffredo, Patterns of link reciprocity in directed networks, Physical Review Letters 93, 268701, 2004";
    /// Reciprocity of weighted networks.
    SQUARTINI_2013 = "T. Squartini, F. Picciolo, F. Ruzzenenti, D. Garlaschelli, Reciprocity of weighted networks, Scientific Reports 3, 2729, 2013";
    /// Power as the other's dependence.
    EMERSON_1962 = "R. M. Emerson, Power-dependence relations, American Sociological Review 27(1), 1962, 31-41";
    /// Dependence asymmetry and joint dependence.
    GULATI_SYTCH_2007 = "R. Gulati, M. Sytch, Dependence asymmetry and joint dependence in interorganizational relationships, Administrative Science Quarterly 52(1), 2007, 32-69";
    /// Structural balance.
    CARTWRIGHT_HARARY_1956 = "D. Cartwright, F. Harary, Structural balance: a generalization of Heider's theory, Psychological Review 63(5), 1956, 277-293";
    /// The line index of balance, or frustration.
    HARARY_1959 = "F. Harary, On the measurement of structural balance, Behavioral Science 4(4), 1959, 316-323 (line index of balance)";
    /// Betweenness.
    BRANDES_2001 = "U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25(2), 2001, 163-177";
    /// Relations.
    OWN_RELATIONS = "own rules: dependence from importance and substitutability of resources, its balance, which parties count in reciprocity, betweenness between camps alone";
}
