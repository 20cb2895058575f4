//! What Polis itself computed of a real conversation, from its votes and groups.

use std::{
    fs,
    io::{self, Write},
};

use serde_json::Value;
use visioncast_model::Choice;

use crate::{
    Generator, OpinionGroups, Reason, Representation, Votes, group_informed_consensus, opinion_groups::places,
    representative,
};

const DATA: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../shared/data/polis-math/below-100-ptpts"
);

struct Conversation {
    math: Value,
    votes: Votes,
    groups: Vec<Vec<usize>>,
}

fn number(value: &Value) -> usize {
    value.as_u64().expect("a number") as usize
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn conversation() -> Option<Conversation> {
    let Ok(math) = fs::read(format!("{DATA}/math-pca2.json")) else {
        // Past the test harness, which keeps to itself what a passing test prints.
        let _ = writeln!(io::stderr(), "skipped: ../shared/data is not beside this checkout");
        return None;
    };
    let votes = fs::read(format!("{DATA}/votes.json")).expect("votes");
    let (math, votes): (Value, Value) = (
        serde_json::from_slice(&math).expect("JSON"),
        serde_json::from_slice(&votes).expect("JSON"),
    );
    let ballots: Vec<_> = list(&votes)
        .iter()
        .map(|vote| {
            let choice = match vote["vote"].as_i64() {
                Some(1) => Choice::Agree,
                Some(-1) => Choice::Disagree,
                _ => Choice::Pass,
            };
            (number(&vote["pid"]), number(&vote["tid"]), choice)
        })
        .collect();
    // Groups hold people by way of base clusters.
    let base = &math["base-clusters"];
    let people_of = |cluster: &Value| {
        let place = list(&base["id"])
            .iter()
            .position(|id| id == cluster)
            .expect("a cluster");
        list(&base["members"][place]).iter().map(number).collect::<Vec<_>>()
    };
    let groups = list(&math["group-clusters"])
        .iter()
        .map(|group| list(&group["members"]).iter().flat_map(people_of).collect())
        .collect();
    Some(Conversation {
        votes: Votes::of(number(&math["n"]), number(&math["n-cmts"]), &ballots),
        groups,
        math,
    })
}

#[test]
fn group_aware_consensus_is_that_of_polis() {
    let Some(Conversation { math, votes, groups }) = conversation() else {
        return;
    };
    let tallies = votes.tallies_by_group(&groups);
    assert_eq!(tallies.len(), 44);
    for (statement, groups) in tallies.iter().enumerate() {
        let wanted = math["group-aware-consensus"][statement.to_string()]
            .as_f64()
            .expect("a share");
        let consensus = group_informed_consensus(groups).expect("groups");
        assert!((consensus - wanted).abs() < 1e-12, "{statement}: {consensus}, {wanted}");
    }
}

#[test]
fn representative_statements_are_those_of_polis() {
    let Some(Conversation { math, votes, groups }) = conversation() else {
        return;
    };
    let mut compared = 0;
    for (group, people) in groups.iter().enumerate() {
        let wanted = list(&math["repness"][group.to_string()]);
        let others: Vec<usize> = groups
            .iter()
            .filter(|other| *other != people)
            .flatten()
            .copied()
            .collect();
        let (inside, outside) = (votes.tallies_of(people), votes.tallies_of(&others));
        let found = representative(&inside, &outside);
        for listed in wanted {
            let statement = number(&listed["tid"]);
            let computed = Representation::of(inside[statement], outside[statement]);
            let choice = match listed["repful-for"].as_str() {
                Some("agree") => Choice::Agree,
                _ => Choice::Disagree,
            };
            assert_eq!(computed.choice, choice, "{listed}");
            assert_eq!(
                u64::from(computed.hits),
                listed["n-success"].as_u64().expect("hits"),
                "{listed}"
            );
            assert_eq!(
                u64::from(computed.n),
                listed["n-trials"].as_u64().expect("votes"),
                "{listed}"
            );
            for (computed, name) in [
                (computed.share, "p-success"),
                (computed.share_z, "p-test"),
                (computed.ratio, "repness"),
                (computed.ratio_z, "repness-test"),
            ] {
                let wanted = listed[name].as_f64().expect("a number");
                // Polis keeps one of them in single precision.
                assert!((computed - wanted).abs() < 1e-6, "{name}: {computed}, {listed}");
            }
            // Where nothing is representative, Polis lists the best of the rest; we list nothing.
            let lists = found.iter().any(|(found, _)| *found == statement);
            assert_eq!(lists, computed.is_representative(), "{listed}");
            compared += 1;
        }
        let representative = found
            .iter()
            .all(|(statement, _)| wanted.iter().any(|listed| number(&listed["tid"]) == *statement));
        assert!(representative, "group {group}: {found:?}");
    }
    assert_eq!(compared, 11);
}

#[test]
fn so_few_people_have_no_groups_here() {
    let Some(Conversation { votes, math, .. }) = conversation() else {
        return;
    };
    let people = list(&math["in-conv"]).len();
    let found = OpinionGroups::of(&votes, &[], 1);
    assert!(
        matches!(found, OpinionGroups::Undetectable(Reason::FewPeople(few)) if few <= people),
        "{found:?}"
    );
}

/// Polis counts the statements that it moderated out as voted on by everybody.
#[test]
fn people_stand_where_polis_has_them() {
    let Some(Conversation { votes, math, .. }) = conversation() else {
        return;
    };
    let out: Vec<usize> = list(&math["mod-out"]).iter().map(number).collect();
    let everybody: Vec<usize> = (0..votes.people()).collect();
    let votes = votes.among(&everybody, |statement| !out.contains(&statement));
    let shown = votes.statements() - out.len();
    let places = places(&votes, shown, &everybody, &mut Generator::new(1));
    let base = &math["base-clusters"];
    let members = list(&base["members"]);
    assert_eq!(members.len(), 23);
    // Which way an axis points says nothing.
    let mut ways = [0.0; 2];
    for (cluster, person) in members.iter().map(|members| number(&members[0])).enumerate() {
        let said = votes.of_person(person).len() as f64;
        let theirs = votes.statements() as f64 / (said + out.len() as f64);
        let stretch = (theirs / (shown as f64 / said)).sqrt();
        for (axis, name) in ["x", "y"].into_iter().enumerate() {
            let ours = places[person][axis] * stretch;
            let theirs = base[name][cluster].as_f64().expect("a place");
            if ways[axis] == 0.0 {
                ways[axis] = (ours * theirs).signum();
            }
            assert!(
                (ours * ways[axis] - theirs).abs() < 1e-5,
                "{person}, {name}: {ours}, {theirs}"
            );
        }
    }
}
