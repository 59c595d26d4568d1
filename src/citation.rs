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
    OWN_CONFLICTS = "own rules: interest, opposed interests, fate, value, value priority, misperception, culture, relation, role, leadership; power as a weight of its own; bridges";
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
    /// Value flows between stakeholders.
    CAMERON_2008 = "B. G. Cameron, E. F. Crawley, G. Loureiro, E. S. Rebentisch, Value flow mapping: using networks to inform stakeholder analysis, Acta Astronautica 62(4-5), 2008, 324-333";
    /// The stakeholder value network: loops through the focal party, weighted occurrence.
    FENG_2010 = "W. Feng, E. F. Crawley, O. de Weck, R. Keller, B. Robinson, Dependency structure matrix modelling for stakeholder value networks, Proceedings of the 12th International DSM Conference, Cambridge, 2010, 3-16";
    /// How far loops are searched.
    OWN_LOOPS = "own rules: loops are searched by length, whole lengths count; what was cut; why a flow is on no loop";
    /// Who gains.
    OWN_EVERYONE_GAINS = "own rules: balance of what a party receives and gives, its bounds where flows have no score, who does not gain";
    /// What a party finds, thinks that another finds, and what that one finds.
    MCLEOD_CHAFFEE_1973 = "J. McLeod, S. Chaffee, Interpersonal approaches to communication research, American Behavioral Scientist 16(4), 1973, 469-499 (co-orientation)";
    /// Misjudged values.
    OWN_CO_ORIENTATION = "own rules: coefficients over the values of which all three ratings are known; misjudged values; insight";
    /// Mean directions on a circle.
    MARDIA_JUPP_2000 = "K. V. Mardia, P. E. Jupp, Directional Statistics, Wiley, 2000 (mean resultant vectors)";
    /// Which values pull apart.
    OWN_VALUE_TENSIONS = "own rules: declared tensions, the place of own values on the circle, tensions between and within parties";
    /// Shared, contested and orphan values.
    OWN_VALUE_STANDINGS = "own rules: shared, contested and orphan values, and the gaps of a value map";
    /// Six values for a responsible digital city.
    TADA_2017 = "Tada, duidelijk over data (Tada, data disclosed), manifesto, Amsterdam Economic Board, 2017, tada.city";
    /// Seven public values that digitalisation puts under pressure.
    KOOL_2017 = "L. Kool, J. Timmer, L. Royakkers, R. van Est, Opwaarderen: borgen van publieke waarden in de digitale samenleving (Urgent Upgrade), Rathenau Instituut, Den Haag, 2017";
    /// Five principles of good local governance in the digital society.
    MEIJER_2019 = "A. Meijer, M. T. Schäfer, M. Branderhorst, Principes voor goed lokaal bestuur in de digitale samenleving, Bestuurswetenschappen 73(4), 2019, 8-23; the five principles are those of F. Hendriks, Understanding good urban governance, Urban Affairs Review 50(4), 2014, 553-576";
    /// The count of places, as pairwise wins.
    BORDA_1784 = "J.-C. de Borda, Mémoire sur les élections au scrutin, Histoire de l'Académie royale des sciences 1781, 1784, 657-665";
    /// Wins, draws and defeats of every pair.
    COPELAND_1951 = "A. H. Copeland, A reasonable social welfare function, seminar on mathematics in the social sciences, University of Michigan, 1951";
    /// The strongest paths of victories.
    SCHULZE_2011 = "M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method, Social Choice and Welfare 36, 2011, 267-303";
    /// The order with the fewest disagreements.
    KEMENY_1959 = "J. G. Kemeny, Mathematics without numbers, Daedalus 88(4), 1959, 577-591";
    /// The distance of two rankings.
    KEMENY_SNELL_1962 = "J. G. Kemeny, J. L. Snell, Mathematical Models in the Social Sciences, Ginn, 1962 (distance of rankings)";
    /// Rankings from ratings.
    OWN_RANKING = "own rules: rankings from ratings, Borda by its mean share where pairs are missing, how much a turned pair costs, places that methods share";
    /// Priorities from pairwise comparison.
    SAATY_1977 = "T. L. Saaty, A scaling method for priorities in hierarchical structures, Journal of Mathematical Psychology 15(3), 1977, 234-281";
    /// The analytic hierarchy process, and its random indices.
    SAATY_1980 = "T. L. Saaty, The Analytic Hierarchy Process, McGraw-Hill, 1980";
    /// Incomplete comparisons.
    HARKER_1987 = "P. T. Harker, Incomplete pairwise comparisons in the analytic hierarchy process, Mathematical Modelling 9(11), 1987, 837-848";
    /// That incomplete comparisons need a random index of their own.
    AGOSTON_CSATO_2022 = "K. C. Ágoston, L. Csató, Inconsistency thresholds for incomplete pairwise comparison matrices, Omega 108, 102576, 2022";
    /// Triads that contradict themselves.
    KOCZKODAJ_1993 = "W. W. Koczkodaj, A new definition of consistency of pairwise comparisons, Mathematical and Computer Modelling 18(7), 1993, 79-84";
    /// Judgements of several by their geometric mean.
    ACZEL_SAATY_1983 = "J. Aczél, T. L. Saaty, Procedures for synthesizing ratio judgements, Journal of Mathematical Psychology 27(1), 1983, 93-102";
    /// Consensus of priorities.
    GOEPEL_2013 = "K. D. Goepel, Implementing the analytic hierarchy process as a standard method for multi-criteria decision making in corporate enterprises, Proceedings of the International Symposium on the Analytic Hierarchy Process, Kuala Lumpur, 2013 (consensus indicator, in the later form of the author's AHP-OS, bpmsg.com)";
    /// Priorities of values.
    OWN_PRIORITIES = "own rules: several comparisons of one pair by one party count by their geometric mean; whose priorities are averaged";
    /// Kendall's coefficient of concordance.
    KENDALL_BABINGTON_SMITH_1939 = "M. G. Kendall, B. Babington Smith, The problem of m rankings, Annals of Mathematical Statistics 10(3), 1939, 275-287 (W)";
    /// Krippendorff's alpha.
    KRIPPENDORFF_2013 = "K. Krippendorff, Content Analysis: An Introduction to Its Methodology, 3rd edition, Sage, 2013 (alpha)";
    /// Agreement A.
    VAN_DER_EIJK_2001 = "C. van der Eijk, Measuring agreement in ordered rating scales, Quality & Quantity 35(3), 2001, 325-341";
    /// Consensus.
    TASTLE_WIERMAN_2007 = "W. J. Tastle, M. J. Wierman, Consensus and dissention: a measure of ordinal dispersion, International Journal of Approximate Reasoning 45(3), 2007, 531-545";
    /// Rank correlation with ties.
    EMOND_MASON_2002 = "E. J. Emond, D. W. Mason, A new rank correlation coefficient with application to the consensus ranking problem, Journal of Multi-Criteria Decision Analysis 11(1), 2002, 17-28";
    /// The bootstrap.
    EFRON_TIBSHIRANI_1993 = "B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, Chapman & Hall, 1993 (percentile intervals)";
    /// Agreement over the table of values.
    OWN_AGREEMENT = "own rules: which parties and values count in the table, what changes without a party, the order in which parties are drawn again";
    /// Competing values and their questionnaire.
    CAMERON_QUINN_2011 = "K. S. Cameron, R. E. Quinn, Diagnosing and Changing Organizational Culture, 3rd edition, Jossey-Bass, 2011 (competing values, OCAI)";
    /// Bipolar practices.
    HOFSTEDE_1990 = "G. Hofstede, B. Neuijen, D. D. Ohayv, G. Sanders, Measuring organizational cultures, Administrative Science Quarterly 35(2), 1990, 286-316";
    /// The index of cultural distance.
    KOGUT_SINGH_1988 = "B. Kogut, H. Singh, The effect of national culture on the choice of entry mode, Journal of International Business Studies 19(3), 1988, 411-432";
    /// Distance by a covariance.
    MAHALANOBIS_1936 = "P. C. Mahalanobis, On the generalized distance in statistics, Proceedings of the National Institute of Sciences of India 2(1), 1936, 49-55";
    /// Distances between cultures.
    OWN_CULTURE = "own rules: points to move and mean difference as the distance of two cultures, the cut, pairs within and between organisations, whether wishes bring two nearer";
    /// The systems iceberg: events, patterns of behaviour, structure, mental models.
    SENGE_1990 = "P. M. Senge, The Fifth Discipline: The Art and Practice of the Learning Organization, Doubleday, 1990 (events, patterns of behaviour, systemic structure; mental models)";
    /// The three levels of culture.
    SCHEIN_1985 = "E. H. Schein, Organizational Culture and Leadership, Jossey-Bass, 1985 (artifacts, espoused values, basic underlying assumptions)";
    /// Competence rather than intelligence.
    MCCLELLAND_1973 = "D. C. McClelland, Testing for competence rather than for \"intelligence\", American Psychologist 28(1), 1973, 1-14";
    /// The iceberg of competence.
    SPENCER_1993 = "L. M. Spencer, S. M. Spencer, Competence at Work: Models for Superior Performance, Wiley, 1993 (the iceberg: skill, knowledge, self-concept, trait, motive)";
    /// The iceberg.
    OWN_ICEBERG = "own rules: chains, roots, the fewest roots, mirrors, unspoken notes and anonymity of the iceberg; how other icebergs name its layers";
    /// The eight roles of leadership.
    QUINN_1988 = "R. E. Quinn, Beyond Rational Management: Mastering the Paradoxes and Competing Demands of High Performance, Jossey-Bass, 1988 (the eight roles)";
    /// Best assignment.
    KUHN_1955 = "H. W. Kuhn, The Hungarian method for the assignment problem, Naval Research Logistics Quarterly 2, 1955, 83-97";
    /// Best assignment.
    MUNKRES_1957 = "J. Munkres, Algorithms for the assignment and transportation problems, Journal of the Society for Industrial and Applied Mathematics 5(1), 1957, 32-38";
    /// Leadership by phase.
    OWN_LEADERSHIP = "own rules: which roles a phase asks for, the fit of a member, assignment in rounds, gain against who does it now, what to hand over";
    /// How large a field is workable.
    NSPOH = "NSPOH (Netherlands School of Public and Occupational Health), guidance on force-field analysis (krachtenveldanalyse): 8 to 22 parties, and the voices that are usually forgotten";
    /// Which facts decide a recommendation.
    OWN_REVIEW = "own rules: which facts of a model decide whether a recommendation is met";
}
