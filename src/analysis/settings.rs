//! What a team sets once for all methods: cuts, rings, sectors, advice.

use super::{
    AgreementOptions, CoOrientationOptions, CommunicationPlanOptions, CompareOptions, ConflictOptions,
    ConflictTableOptions, ConvergenceOptions, CultureDistanceOptions, Cut, EngagementOptions, EveryoneGainsOptions,
    ForceFieldOptions, GridOptions, IcebergOptions, IndirectInfluenceOptions, InfluenceOptions, LeadershipOptions,
    MutualGainsOptions, OpportunityRiskOptions, RankValuesOptions, RelationOptions, RingsOptions, SharedGoalOptions,
    ValueMapOptions, ValueNetworkOptions, ValuePrioritiesOptions, ValueTensionOptions,
};
use crate::advice::Advice;
use crate::model::Attribute;

/// The settings of a team. Each method takes its options from them; what they do not say stays as its options have it by default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    pub(super) grid: GridOptions,
    pub(super) rings: RingsOptions,
    pub(super) iceberg: IcebergOptions,
    /// The handbook's where there is none.
    pub(super) advice: Option<Advice>,
}

impl Settings {
    /// The default options of every method.
    pub fn new() -> Self {
        Self::default()
    }

    /// How several raters are read as one.
    pub fn aggregate(&self) -> crate::rating::Aggregate {
        self.grid.aggregate
    }

    /// Where trust begins to be high, for the trust matrix, conflicts and relations alike.
    fn trust_cut(&self) -> Cut {
        self.grid.cuts.of(Attribute::Trust).unwrap_or_default()
    }

    /// How every grid is drawn; its way of reading several raters as one holds for every method.
    #[must_use]
    pub fn grid(mut self, options: GridOptions) -> Self {
        self.grid = options;
        self
    }

    /// Which rings and sectors there are.
    #[must_use]
    pub fn rings(mut self, options: RingsOptions) -> Self {
        self.rings = options;
        self
    }

    /// How the iceberg is looked at: from how many on a private note is shown, which words its layers have.
    #[must_use]
    pub fn iceberg(mut self, options: IcebergOptions) -> Self {
        self.iceberg = options;
        self
    }

    /// Which advice the communication plan gives.
    #[must_use]
    pub fn advice(mut self, advice: Advice) -> Self {
        self.advice = Some(advice);
        self
    }

    /// The same with the words of one's own in the advice told otherwise; see [`Advice::with_own_words`].
    #[must_use]
    pub fn own_words(mut self, told: impl Fn(&str) -> String) -> Self {
        self.advice = self.advice.map(|advice| advice.with_own_words(told));
        self
    }
}

/// How the options of a method follow from the settings.
macro_rules! options {
    ($($options:ident: $from:expr;)+) => {$(
        impl From<&Settings> for $options {
            fn from(settings: &Settings) -> Self {
                let from: fn(&Settings) -> Self = $from;
                from(settings)
            }
        }
    )+};
}

options! {
    ForceFieldOptions: |s| Self::default().aggregate(s.grid.aggregate);
    GridOptions: |s| s.grid;
    CompareOptions: |s| Self::new().aggregate(s.grid.aggregate).cuts(s.grid.cuts);
    CommunicationPlanOptions: |s| {
        let plan = Self::new().grid(s.grid);
        s.advice.clone().map_or_else(|| plan.clone(), |advice| plan.clone().advice(advice))
    };
    RingsOptions: |s| s.rings.clone();
    EngagementOptions: |s| Self::default().aggregate(s.grid.aggregate);
    OpportunityRiskOptions: |s| {
        Self::new().aggregate(s.grid.aggregate).cuts(s.grid.cuts).rings(s.rings.clone())
    };
    ValueMapOptions: |s| Self::default().aggregate(s.grid.aggregate);
    ConflictOptions: |s| {
        Self::default().aggregate(s.grid.aggregate).rings(s.rings.clone()).trust_cut(s.trust_cut())
    };
    SharedGoalOptions: |s| Self::default().aggregate(s.grid.aggregate);
    ConflictTableOptions: |s| Self::default().aggregate(s.grid.aggregate);
    RelationOptions: |s| Self::default().aggregate(s.grid.aggregate).trust_cut(s.trust_cut());
    MutualGainsOptions: |s| Self::default().aggregate(s.grid.aggregate);
    ConvergenceOptions: |s| Self::default().aggregate(s.grid.aggregate);
    InfluenceOptions: |s| Self::default().aggregate(s.grid.aggregate);
    ValueNetworkOptions: |_| Self::default();
    EveryoneGainsOptions: |s| Self::default().aggregate(s.grid.aggregate);
    LeadershipOptions: |s| Self::default().aggregate(s.grid.aggregate);
    IndirectInfluenceOptions: |s| Self::default().aggregate(s.grid.aggregate);
    CoOrientationOptions: |s| Self::default().aggregate(s.grid.aggregate);
    ValueTensionOptions: |s| Self::default().aggregate(s.grid.aggregate);
    RankValuesOptions: |s| Self::default().aggregate(s.grid.aggregate);
    ValuePrioritiesOptions: |_| Self::default();
    AgreementOptions: |s| Self::default().aggregate(s.grid.aggregate);
    CultureDistanceOptions: |s| Self::default().aggregate(s.grid.aggregate);
    IcebergOptions: |s| s.iceberg;
}
