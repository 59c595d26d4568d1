//! `polder completions`: what a shell needs to complete our arguments.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::exit_codes;
use super::output::{Stop, data};

/// Write the completions of a shell
#[derive(Debug, Args)]
#[command(after_help = concat!(
    "Examples:\n  polder completions bash > ~/.local/share/bash-completion/completions/polder\n  \
     polder completions fish > ~/.config/fish/completions/polder.fish",
    exit_codes!()
))]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self) -> Result<(), Stop> {
        // Into memory first: the generator does not survive a closed pipe.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::Cli::command(), "polder", &mut script);
        data(&String::from_utf8_lossy(&script))
    }
}
