//! What JSON has to look like.

use super::name::Name;

/// What a value has to look like.
pub(super) enum Shape {
    Object(&'static [Field]),
    /// An object that has one of several first fields, and those that go with it.
    Kinds(&'static [Kind]),
    List(&'static Shape),
    /// An object whose keys are names.
    Map(Name, &'static Shape),
    /// An object with the codes of service plans by the part numbers of their products.
    Plans,
    Text,
    /// So many texts.
    Texts(usize),
    Number {
        least: i64,
        most: i64,
    },
    Flag,
    Name(Name),
}

/// A field of an object.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) shape: &'static Shape,
    pub(super) is_required: bool,
}

/// One kind of an object.
pub(super) struct Kind {
    /// The field that says the kind.
    pub(super) first: Field,
    pub(super) others: &'static [Field],
}

/// Returns a field that has to be there.
pub(super) const fn needed(name: &'static str, shape: &'static Shape) -> Field {
    Field {
        name,
        shape,
        is_required: true,
    }
}

/// Returns a field that may be there.
pub(super) const fn may(name: &'static str, shape: &'static Shape) -> Field {
    Field {
        name,
        shape,
        is_required: false,
    }
}

/// Returns a kind with this first field.
pub(super) const fn kind(
    name: &'static str,
    shape: &'static Shape,
    others: &'static [Field],
) -> Kind {
    Kind {
        first: needed(name, shape),
        others,
    }
}
