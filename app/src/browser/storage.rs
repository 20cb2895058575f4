//! What this device keeps of a page. Where the browser keeps nothing (a private window, a full disk), it is kept as long
//! as the page is open.

use std::cell::RefCell;

use leptos::prelude::window;
use web_sys::Storage;

thread_local! {
    static MEMORY: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// What is kept under a key.
#[must_use]
pub(crate) fn read(key: &str) -> Option<String> {
    MEMORY
        .with_borrow(|memory| {
            memory
                .iter()
                .find(|(known, _)| known == key)
                .map(|(_, value)| value.clone())
        })
        .or_else(|| device()?.get_item(key).ok().flatten())
}

/// Keeps a value; false where it is gone with the page.
pub(crate) fn write(key: &str, value: &str) -> bool {
    let durable = device().is_some_and(|device| device.set_item(key, value).is_ok());
    MEMORY.with_borrow_mut(|memory| {
        memory.retain(|(known, _)| known != key);
        if !durable {
            memory.push((key.to_owned(), value.to_owned()));
        }
    });
    durable
}

/// Forgets a key.
pub(crate) fn remove(key: &str) {
    MEMORY.with_borrow_mut(|memory| memory.retain(|(known, _)| known != key));
    if let Some(device) = device() {
        // Fails for nothing that could be written.
        let _ = device.remove_item(key);
    }
}

/// The keys that the device keeps and that begin like this.
#[must_use]
pub(crate) fn keys(prefix: &str) -> Vec<String> {
    let Some(device) = device() else {
        return Vec::new();
    };
    let keys = 0..device.length().unwrap_or_default();
    keys.filter_map(|index| device.key(index).ok().flatten())
        .filter(|key| key.starts_with(prefix))
        .collect()
}

fn device() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
