//! Nothing but `evolve` changes the state: no other function gets hold of a `&mut Workspace`.

use syn::visit::{self, Visit};

/// Finds the functions that could change a workspace, and its fields that others could write.
#[derive(Default)]
struct Changers {
    /// Whether the visitor is inside an `impl` of the workspace.
    is_own: bool,
    found: Vec<String>,
}

/// Returns what could change a workspace in a source file.
fn changers(source: &str) -> Vec<String> {
    let file = syn::parse_file(source).expect("the source is valid");
    let mut changers = Changers::default();
    changers.visit_file(&file);
    changers.found
}

fn is_workspace(kind: &syn::Type) -> bool {
    matches!(kind, syn::Type::Path(path)
        if path.path.segments.last().is_some_and(|last| last.ident == "Workspace"))
}

impl Visit<'_> for Changers {
    fn visit_item_impl(&mut self, item: &syn::ItemImpl) {
        self.is_own = is_workspace(&item.self_ty);
        visit::visit_item_impl(self, item);
        self.is_own = false;
    }

    fn visit_signature(&mut self, signature: &syn::Signature) {
        let changes = |input: &syn::FnArg| match input {
            syn::FnArg::Receiver(receiver) => {
                let is_exclusive =
                    matches!(receiver.kind, syn::ReceiverKind::Reference(_, _, Some(_)));
                self.is_own && is_exclusive
            }
            syn::FnArg::Typed(input) => matches!(&*input.ty, syn::Type::Reference(reference)
                if reference.mutability.is_some() && is_workspace(&reference.elem)),
        };
        if signature.inputs.iter().any(changes) {
            self.found.push(signature.ident.to_string());
        }
        visit::visit_signature(self, signature);
    }

    fn visit_item_struct(&mut self, item: &syn::ItemStruct) {
        let is_public = |field: &&syn::Field| matches!(field.vis, syn::Visibility::Public(_));
        if item.ident == "Workspace" {
            let fields = item.fields.iter().filter(is_public);
            let names = fields.filter_map(|field| field.ident.as_ref().map(ToString::to_string));
            self.found.extend(names);
        }
    }
}

#[test]
fn evolve_is_the_only_thing_that_changes_the_state() {
    let folder = super::root().join("src/domain");
    let found: Vec<(String, String)> = super::sources(&folder)
        .into_iter()
        .flat_map(|(file, source)| {
            let found = changers(&source).into_iter();
            found.map(move |name| (file.clone(), name))
        })
        .collect();
    let (ours, others): (Vec<_>, Vec<_>) = found
        .into_iter()
        .partition(|(file, _)| file == "src/domain/evolve.rs");
    assert_eq!(others, []);
    let names: Vec<&str> = ours.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["evolve", "evolve_workspace"]);
}

#[test]
fn whatever_could_change_the_state_is_found() {
    for (source, expected) in [
        (
            "impl Workspace { pub fn load(&mut self) {} }",
            &["load"][..],
        ),
        ("impl Workspace { fn load(mut self) -> Self { self } }", &[]),
        ("impl Customer { pub fn load(&mut self) {} }", &[]),
        ("fn load(workspace: &mut super::Workspace) {}", &["load"]),
        (
            "mod inner { fn load(one: u8, two: &mut Workspace) {} }",
            &["load"],
        ),
        ("fn load(workspace: &Workspace) {}", &[]),
        (
            "pub struct Workspace { pub ahead: u8, pub(super) limit: u8 }",
            &["ahead"],
        ),
    ] {
        assert_eq!(changers(source), expected, "{source}");
    }
}
