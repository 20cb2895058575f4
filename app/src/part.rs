//! The pieces that a screen is made of, each of one type for all: the browser loads the code around a piece once, not
//! once for every closure and every view.

use std::any::{Any, TypeId};

use leptos::{
    prelude::*,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::types::{Element, Node},
        view::{Position, PositionState, add_attr::AddAnyAttr},
    },
};

/// A view of any kind. It does less than an `AnyView`, which brings code along for views that are still loading, about
/// as much again as the phone is made of.
pub(crate) struct Piece {
    kind: TypeId,
    view: Box<dyn Shape>,
}

/// Something on screen that follows what it reads.
pub(crate) type Part = Box<dyn FnMut() -> Piece + Send>;

/// A view as a piece.
pub(crate) fn any<V>(view: V) -> Piece
where
    V: RenderHtml + Send + 'static,
    V::State: 'static,
{
    Piece {
        kind: TypeId::of::<V>(),
        view: Box::new(view),
    }
}

/// Nothing.
pub(crate) fn nothing() -> Piece {
    any(())
}

/// A piece that may change its kind.
pub(crate) fn part(view: impl FnMut() -> Piece + Send + 'static) -> Part {
    Box::new(view)
}

/// Text that changes.
pub(crate) fn text(text: impl FnMut() -> String + Send + 'static) -> Box<dyn FnMut() -> String + Send> {
    Box::new(text)
}

/// An attribute that is there or not.
pub(crate) fn flag(flag: impl FnMut() -> bool + Send + 'static) -> Box<dyn FnMut() -> bool + Send> {
    Box::new(flag)
}

/// What happens on an event.
pub(crate) fn on<E>(event: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(event)
}

/// What runs once the page is alive, and again when what it reads changes.
pub(crate) fn effect(effect: impl FnMut() + 'static) {
    let effect: Box<dyn FnMut()> = Box::new(effect);
    Effect::new(effect);
}

/// A value that is made anew when what it reads changes, and tells of it only where it differs.
pub(crate) fn memo<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let value: Box<dyn Fn(Option<&T>) -> T + Send + Sync> = Box::new(move |_| value());
    Memo::new(value)
}

/// What a piece can do, whatever it is.
trait Shape: Send {
    fn build(self: Box<Self>) -> Box<dyn Shown>;
    fn rebuild(self: Box<Self>, shown: &mut dyn Any);
    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Shown>;
    #[cfg(feature = "ssr")]
    fn html(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool, mark_branches: bool);
}

impl<V> Shape for V
where
    V: RenderHtml + Send + 'static,
    V::State: 'static,
{
    fn build(self: Box<Self>) -> Box<dyn Shown> {
        Box::new(Render::build(*self))
    }

    fn rebuild(self: Box<Self>, shown: &mut dyn Any) {
        if let Some(shown) = shown.downcast_mut() {
            Render::rebuild(*self, shown);
        }
    }

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Shown> {
        Box::new(RenderHtml::hydrate::<true>(*self, cursor, position))
    }

    #[cfg(feature = "ssr")]
    fn html(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool, mark_branches: bool) {
        self.to_html_with_buf(html, position, escape, mark_branches, Vec::new());
    }
}

/// What a piece on screen can do, whatever it is.
trait Shown {
    fn unmount(&mut self);
    fn mount(&mut self, parent: &Element, marker: Option<&Node>);
    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool;
    fn as_any(&mut self) -> &mut dyn Any;
}

impl<S: Mountable + 'static> Shown for S {
    fn unmount(&mut self) {
        Mountable::unmount(self);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Mountable::mount(self, parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        Mountable::insert_before_this(self, child)
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

/// A piece on screen.
pub(crate) struct PieceState {
    kind: TypeId,
    shown: Box<dyn Shown>,
}

impl Mountable for PieceState {
    fn unmount(&mut self) {
        self.shown.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.shown.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.shown.insert_before_this(child)
    }

    /// Asked for only to spread attributes, which a piece does not take.
    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}

impl Render for Piece {
    type State = PieceState;

    fn build(self) -> PieceState {
        PieceState {
            kind: self.kind,
            shown: self.view.build(),
        }
    }

    fn rebuild(self, state: &mut PieceState) {
        if self.kind == state.kind {
            self.view.rebuild(state.shown.as_any());
        } else {
            let mut next = self.build();
            state.shown.insert_before_this(&mut next);
            state.shown.unmount();
            *state = next;
        }
    }
}

impl AddAnyAttr for Piece {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self::Output<A> {
        self
    }
}

impl RenderHtml for Piece {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    #[cfg_attr(
        not(feature = "ssr"),
        expect(unused_variables, reason = "only the server writes HTML")
    )]
    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        _: Vec<AnyAttribute>,
    ) {
        #[cfg(feature = "ssr")]
        self.view.html(html, position, escape, mark_branches);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> PieceState {
        PieceState {
            kind: self.kind,
            shown: self.view.hydrate(cursor, position),
        }
    }

    fn into_owned(self) -> Self {
        self
    }
}
