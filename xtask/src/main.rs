//! Sets Seatwork up, builds, serves, tests and measures it. `cargo xtask help` lists the commands.
//!
//! [`arguments`] parses the command line, [`tools`] installs what is missing, [`site`] builds;
//! [`serve`], [`test`] and [`measure`] use the result, the latter two through [`browser`].

mod archive;
mod arguments;
mod browser;
mod debian;
mod glue;
mod hosting;
mod measure;
mod nginx;
mod npm;
mod offline;
mod one_file;
mod places;
mod process;
mod scorm;
mod serve;
mod site;
mod sizes;
mod split;
mod squeeze;
mod terminal;
mod test;
mod tools;
mod versions;
mod zipped;

use std::process::ExitCode;

use arguments::Task;
use places::Root;
use process::Outcome;
use tools::Toolbox;

fn main() -> ExitCode {
    arguments::parse(std::env::args().skip(1))
        .and_then(perform)
        .unwrap_or_else(|failure| {
            terminal::complain(&failure.to_string());
            ExitCode::FAILURE
        })
}

fn perform(task: Task) -> Outcome<ExitCode> {
    let root = Root::find();
    match task {
        Task::Help => terminal::say(arguments::USAGE),
        Task::Serve(options) => serve::serve(&root?, &options)?,
        Task::Dist(options) => {
            let root = root?;
            site::build(&root, &Toolbox::prepare(&root)?, options.parts)?;
            site::weigh(&root)?;
            if options.archive {
                archive::pack(&root)?;
            }
            terminal::say("\ndist/ is complete: copy it to any folder of any static host.");
        }
        Task::Test(options) => return Ok(test::run(&root?, &options)),
        Task::Bench => measure::bench(&root?)?,
        Task::Soak => measure::soak(&root?)?,
        Task::Lighthouse => measure::lighthouse(&root?)?,
        Task::Screenshots => measure::screenshots(&root?)?,
    }
    Ok(ExitCode::SUCCESS)
}
