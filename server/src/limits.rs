//! Who may do how much. A hall shares one address: people are limited one by one once they have
//! joined, the address only for failures.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use visioncast_model::{PersonId, Rejection};

/// What one person may send: nobody taps faster for long, and an outbox that comes back after a
/// tunnel fits into the burst.
const PERSON_PER_SECOND: u32 = 30;
const PERSON_BURST: u32 = 120;
/// How many failures an address may have before all its look-ups are slowed down.
const FAILURES_BURST: u32 = 30;
const FAILURES_PER_MINUTE: u32 = 30;
/// How long an address is slowed down after a failure too many.
const SLOWED_FOR: Duration = Duration::from_secs(60);
/// How many look-ups a second an address over that gets: a hall of hundreds still joins within
/// seconds, while one of 387 million codes takes months to guess.
const SLOWED_PER_SECOND: u32 = 50;
const SLOWED_BURST: u32 = 50;
/// The longest that a slowed look-up waits before it is turned away.
const SLOWED_WAIT: Duration = Duration::from_secs(10);
/// How many of them wait at a time, over all addresses.
const SLOWED_WAITING: u32 = 2_000;
/// How many passwords are checked at a time: each takes 19 MiB and a good part of a core.
const PASSWORDS_AT_ONCE: usize = 2;

/// The limits of this node.
pub(crate) struct Limits {
    people: DefaultKeyedRateLimiter<PersonId>,
    failures: DefaultKeyedRateLimiter<IpAddr>,
    /// Addresses over their failures, and until when.
    over: Mutex<HashMap<IpAddr, Instant>>,
    slowed: DefaultKeyedRateLimiter<IpAddr>,
    waiting: AtomicU32,
    pub(crate) passwords: tokio::sync::Semaphore,
}

/// An address asked too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Busy;

impl Limits {
    pub(crate) fn new() -> Self {
        let failures = Quota::per_minute(number(FAILURES_PER_MINUTE)).allow_burst(number(FAILURES_BURST));
        Self {
            people: RateLimiter::keyed(Quota::per_second(number(PERSON_PER_SECOND)).allow_burst(number(PERSON_BURST))),
            failures: RateLimiter::keyed(failures),
            over: Mutex::default(),
            slowed: RateLimiter::keyed(Quota::per_second(number(SLOWED_PER_SECOND)).allow_burst(number(SLOWED_BURST))),
            waiting: AtomicU32::new(0),
            passwords: tokio::sync::Semaphore::new(PASSWORDS_AT_ONCE),
        }
    }

    /// Counts one command of a person.
    ///
    /// # Errors
    /// [`Rejection::TooFast`], which the phone waits out.
    pub(crate) fn person(&self, person: PersonId) -> Result<(), Rejection> {
        self.people.check_key(&person).map_err(|_| Rejection::TooFast)
    }

    /// Lets a look-up of a code, a key or a password through: at once as a rule, slowed down where
    /// its address has failed too often. Right or wrong makes no difference, or waiting would tell.
    ///
    /// # Errors
    /// [`Busy`] where it would have to wait too long.
    pub(crate) async fn look_up(&self, address: IpAddr) -> Result<(), Busy> {
        let address = network(address);
        let slowed = self.over().get(&address).is_some_and(|until| *until > Instant::now());
        if !slowed {
            return Ok(());
        }
        if self.waiting.fetch_add(1, Ordering::Relaxed) >= SLOWED_WAITING {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
            return Err(Busy);
        }
        let turn = self.slowed.until_key_ready(&address);
        let result = tokio::time::timeout(SLOWED_WAIT, turn).await.map_err(|_| Busy);
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        result
    }

    /// Counts a failed look-up against its address.
    pub(crate) fn failed(&self, address: IpAddr) {
        let address = network(address);
        if self.failures.check_key(&address).is_err() {
            self.over().insert(address, Instant::now() + SLOWED_FOR);
        }
    }

    fn over(&self) -> MutexGuard<'_, HashMap<IpAddr, Instant>> {
        self.over.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets whoever has been quiet.
    pub(crate) fn tidy(&self) {
        self.people.retain_recent();
        self.failures.retain_recent();
        self.slowed.retain_recent();
        self.over().retain(|_, until| *until > Instant::now());
    }
}

/// An address as it is counted: one household's or hall's IPv6 network is one.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        address => address,
    }
}

const fn number(count: u32) -> NonZeroU32 {
    match NonZeroU32::new(count) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALL: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 7));
    const ELSEWHERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 8));

    #[tokio::test]
    async fn guessing_slows_its_own_address_and_lets_everybody_through() {
        let limits = Limits::new();
        for _ in 0..=FAILURES_BURST {
            limits.failed(HALL);
        }
        assert_eq!(limits.look_up(HALL).await, Ok(()));
        assert_eq!(limits.look_up(ELSEWHERE).await, Ok(()));
        assert!(limits.over().contains_key(&HALL));
        assert!(!limits.over().contains_key(&ELSEWHERE));
    }

    #[test]
    fn one_person_is_limited_alone() {
        let limits = Limits::new();
        let (one, other) = (PersonId(uuid::Uuid::new_v4()), PersonId(uuid::Uuid::new_v4()));
        let sent = (0..1_000).filter(|_| limits.person(one).is_ok()).count();
        assert!((PERSON_BURST as usize..1_000).contains(&sent), "{sent} went through");
        assert_eq!(limits.person(other), Ok(()));
    }
}
