//! Resolves names to the files that define them, through imports and re-exports.

use std::collections::{BTreeMap, HashMap};
use std::slice;

use super::source::{self, Definition, Kind, Path, Role, Source};

/// A name that one file uses and another one defines.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    /// The file that uses it.
    pub from: String,
    /// The file that defines it.
    pub to: String,
    pub name: String,
    /// Where it is used first.
    pub line: usize,
}

/// Returns every name that a file uses of another file, each once.
///
/// A `use` counts even if the name does not occur again, except a re-export in a file that has
/// child files. Methods are called without a path, so they do not count.
pub fn uses(files: &[(String, String)]) -> Vec<Use> {
    let sources: Vec<(&str, Source)> = files
        .iter()
        .map(|(file, text)| {
            let source = source::read(text).unwrap_or_else(|error| panic!("{file}: {error}"));
            (file.as_str(), source)
        })
        .collect();
    let names = Names::of(&sources);
    let mut found = BTreeMap::new();
    for (file, source) in &sources {
        for path in source.paths.iter().filter(|path| is_use(path, source)) {
            let module = [module_of(file), path.within.clone()].concat();
            for (to, name) in names.definitions_of(path, &module) {
                if to != *file {
                    found.entry((*file, to, name)).or_insert(path.line);
                }
            }
        }
    }
    let found = found.into_iter().map(|((from, to, name), line)| Use {
        from: from.to_owned(),
        to,
        name,
        line,
    });
    found.collect()
}

fn is_use(path: &Path, source: &Source) -> bool {
    match path.role {
        Role::Import { is_public, .. } => !(is_public && source.has_child_files),
        Role::Call | Role::Macro | Role::Mention => true,
    }
}

/// Returns the path of a file's module. `main.rs` is a crate of its own.
pub fn module_of(file: &str) -> Vec<String> {
    if file == "src/main.rs" {
        return vec![MAIN.to_owned()];
    }
    let path = file.trim_start_matches("src/").trim_end_matches(".rs");
    path.split('/')
        .filter(|part| !["mod", "lib"].contains(part))
        .map(str::to_owned)
        .collect()
}

/// The library's name, by which `main.rs` knows it.
const LIBRARY: &str = "seatwork";
/// Cannot be the name of a module, so no path leads into it.
const MAIN: &str = "main.rs";

/// The names in every module, inline modules included.
struct Names(HashMap<Vec<String>, Module>);

#[derive(Default)]
struct Module {
    file: String,
    defined: Vec<(String, Kind)>,
    /// The name by which something is known here, and its path.
    imports: Vec<(String, Vec<String>)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Target {
    Module(Vec<String>),
    Item { file: String, name: String },
}

/// The names being looked up, so that circular imports come to an end.
type Asked = Vec<(Vec<String>, String)>;

impl Names {
    fn of(sources: &[(&str, Source)]) -> Self {
        let mut names = Self(HashMap::new());
        for (file, source) in sources {
            let module = module_of(file);
            names.module(&module, &[], file);
            for definition in &source.definitions {
                let Definition { name, within, kind } = definition;
                if *kind == Kind::Module {
                    let within = [within.as_slice(), slice::from_ref(name)].concat();
                    names.module(&module, &within, file);
                } else {
                    let holder = names.module(&module, within, file);
                    holder.defined.push((name.clone(), *kind));
                }
            }
            for path in source.paths.iter().filter(|path| !path.is_global) {
                if let Role::Import { name, .. } = &path.role {
                    let importing = names.module(&module, &path.within, file);
                    importing
                        .imports
                        .push((name.clone(), path.segments.clone()));
                }
            }
        }
        names
    }

    fn module(&mut self, module: &[String], within: &[String], file: &str) -> &mut Module {
        let module = [module, within].concat();
        self.0.entry(module).or_insert_with(|| Module {
            file: file.to_owned(),
            ..Module::default()
        })
    }

    /// Returns the files and names that a path in this module can stand for.
    fn definitions_of(&self, path: &Path, module: &[String]) -> Vec<(String, String)> {
        let targets = match path.segments.as_slice() {
            _ if path.is_global => Vec::new(),
            [name] if path.role == Role::Macro => self.find_macro(module, name),
            segments => self.resolve(module, segments, &mut Asked::new()),
        };
        let items = targets.into_iter().filter_map(|target| match target {
            Target::Item { file, name } => Some((file, name)),
            Target::Module(_) => None,
        });
        items.collect()
    }

    /// Finds a macro in this module or the ones around it: child modules see their parents' macros.
    fn find_macro(&self, module: &[String], name: &str) -> Vec<Target> {
        for length in (0..=module.len()).rev() {
            let around = &module[..length];
            let here = (name.to_owned(), Kind::Macro);
            if let Some(found) = self.0.get(around)
                && found.defined.contains(&here)
            {
                return vec![found.item(name)];
            }
        }
        self.resolve(module, &[name.to_owned()], &mut Asked::new())
    }

    fn resolve(&self, module: &[String], path: &[String], asked: &mut Asked) -> Vec<Target> {
        let (start, names) = begin(module, path);
        let mut targets = start.map_or_else(Vec::new, |start| vec![Target::Module(start)]);
        for (at, name) in names.iter().enumerate() {
            let is_last = at + 1 == names.len();
            let found: Vec<Target> = if at == 0 && targets.is_empty() {
                self.look_up(module, name, is_last, asked)
            } else {
                let modules = targets.iter().filter_map(Target::module);
                modules
                    .flat_map(|module| self.look_up(module, name, is_last, asked))
                    .collect()
            };
            if found.is_empty() {
                // The rest is a variant or an associated function.
                targets.retain(|target| target.module().is_none());
                return targets;
            }
            targets = found;
        }
        targets
    }

    fn look_up(
        &self,
        module: &[String],
        name: &str,
        is_last: bool,
        asked: &mut Asked,
    ) -> Vec<Target> {
        let mut found = Vec::new();
        let below = [module, &[name.to_owned()]].concat();
        if self.0.contains_key(&below) {
            found.push(Target::Module(below));
            if !is_last {
                return found;
            }
        }
        let asking = (module.to_vec(), name.to_owned());
        let Some(here) = self.0.get(module).filter(|_| !asked.contains(&asking)) else {
            return found;
        };
        asked.push(asking);
        let is_defined = |made: bool| {
            let mut defined = here.defined.iter();
            defined.any(|(defined, kind)| defined == name && made == (*kind == Kind::Made))
        };
        if is_defined(false) {
            found.push(here.item(name));
        }
        for (_, path) in here.imports.iter().filter(|(known, _)| known == name) {
            found.extend(self.resolve(module, path, asked));
        }
        if found.is_empty() {
            if is_defined(true) {
                found.push(here.item(name));
            }
            for (_, path) in here.imports.iter().filter(|(known, _)| known == "*") {
                for target in self.resolve(module, path, asked) {
                    if let Some(module) = target.module() {
                        found.extend(self.look_up(module, name, is_last, asked));
                    }
                }
            }
        }
        asked.pop();
        found
    }
}

/// Splits a path into the module it starts from, if it says so, and the names after that.
pub fn begin<'p>(module: &[String], path: &'p [String]) -> (Option<Vec<String>>, &'p [String]) {
    let path = match path {
        // They stand for the module or type before them.
        [before @ .., last] if !before.is_empty() && ["self", "*"].contains(&last.as_str()) => {
            before
        }
        path => path,
    };
    let root = usize::from(module.first().is_some_and(|first| first == MAIN));
    match path {
        [first, rest @ ..] if first == "crate" => (Some(module[..root].to_vec()), rest),
        [first, rest @ ..] if first == LIBRARY => (Some(Vec::new()), rest),
        [first, ..] if first == "self" || first == "super" => {
            let is_step = |name: &&String| ["self", "super"].contains(&name.as_str());
            let steps = path.iter().take_while(is_step).count();
            let ups = path[..steps].iter().filter(|step| *step == "super").count();
            let start = &module[..module.len().saturating_sub(ups)];
            (Some(start.to_vec()), &path[steps..])
        }
        path => (None, path),
    }
}

impl Module {
    fn item(&self, name: &str) -> Target {
        Target::Item {
            file: self.file.clone(),
            name: name.to_owned(),
        }
    }
}

impl Target {
    fn module(&self) -> Option<&[String]> {
        match self {
            Self::Module(module) => Some(module),
            Self::Item { .. } => None,
        }
    }
}
