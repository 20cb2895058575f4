//! The pieces that a screen is made of, each of one type for all: the browser loads the code around a piece once, not
//! once for every closure and every view.

use leptos::{
    prelude::*,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        view::{Position, PositionState, RenderHtml, add_attr::AddAnyAttr},
    },
};

/// Something on screen that follows what it reads.
pub(super) type Part = Box<dyn FnMut() -> AnyView + Send>;

/// A piece that may change its kind.
pub(super) fn part(view: impl FnMut() -> AnyView + Send + 'static) -> Part {
    Box::new(view)
}

/// Text that changes.
pub(super) fn text(text: impl FnMut() -> String + Send + 'static) -> Box<dyn FnMut() -> String + Send> {
    Box::new(text)
}

/// An attribute that is there or not.
pub(super) fn flag(flag: impl FnMut() -> bool + Send + 'static) -> Box<dyn FnMut() -> bool + Send> {
    Box::new(flag)
}

/// What happens on an event.
pub(super) fn on<E>(event: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(event)
}

/// A value that is made anew when what it reads changes, and tells of it only where it differs.
pub(super) fn memo<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let value: Box<dyn Fn(Option<&T>) -> T + Send + Sync> = Box::new(move |_| value());
    Memo::new(value)
}

/// A view as a piece.
pub(super) fn any<V: RenderHtml + Send + 'static>(view: V) -> AnyView {
    Whole(view).into_any()
}

/// Nothing.
pub(super) fn nothing() -> AnyView {
    any(())
}

/// A view that has nothing to wait for. A plain `AnyView` brings the code along that hydrates it step by step while
/// parts of it are still loading, which is as much again as all the rest.
struct Whole<V>(V);

impl<V: Render> Render for Whole<V> {
    type State = V::State;

    fn build(self) -> Self::State {
        self.0.build()
    }

    fn rebuild(self, state: &mut Self::State) {
        self.0.rebuild(state);
    }
}

impl<V: RenderHtml + Send + 'static> AddAnyAttr for Whole<V> {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self::Output<A> {
        self
    }
}

impl<V: RenderHtml + Send + 'static> RenderHtml for Whole<V> {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = V::MIN_LENGTH;
    const EXISTS: bool = V::EXISTS;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn html_len(&self) -> usize {
        self.0.html_len()
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        self.0.to_html_with_buf(html, position, escape, mark_branches, attributes);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        self.0.hydrate::<FROM_SERVER>(cursor, position)
    }

    fn into_owned(self) -> Self {
        self
    }
}
