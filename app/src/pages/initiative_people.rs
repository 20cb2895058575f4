use leptos::prelude::*;

use super::initiative::Desk;
use crate::language::Sheet;
use crate::page::{MemberRow, People};

/// See [`People`].
pub(super) fn people(desk: &Desk, tab: People) -> impl IntoView + use<> {
    let People {
        members,
        is_owner,
        invitation,
        log,
    } = tab;
    let rows: Vec<_> = members.into_iter().map(|member| row(desk, member, is_owner)).collect();
    let log: Vec<_> = log
        .into_iter()
        .map(|(day, sentence)| view! { <li><span class="quiet">{day}</span>" "{sentence}</li> })
        .collect();
    view! {
        <h1>{Sheet::WhoMayRunIt.text()}</h1>
        <p class="question">{Sheet::TheseAlone.text()}</p>
        {invitation.map(|link| view! {
            <div class="notice" role="status">
                <label class="labelled">
                    <span>{Sheet::InvitationOnce.text()}</span>
                    <input type="text" readonly value=link />
                </label>
            </div>
        })}
        <ul class="panels members">{rows}</ul>
        {is_owner.then(|| view! {
            <section class="together">
                <h2>{Sheet::AddSomebody.text()}</h2>
                <form method="post" action=desk.action.clone() class="pair">
                    {desk.hidden("add_member")}
                    <label class="labelled"><span>{Sheet::AccountName.text()}</span><input name="name" maxlength="60" required /></label>
                    <button type="submit">{Sheet::AddIt.text()}</button>
                </form>
                <form method="post" action=desk.action.clone()>
                    {desk.hidden("invite")}
                    <p>{Sheet::WhoeverHasNone.text()}</p>
                    <button type="submit">{Sheet::MakeAnInvitation.text()}</button>
                </form>
            </section>
        })}
        <details class="fold">
            <summary><h2>{Sheet::WhatWasDone.text()}</h2></summary>
            <ol class="history">{log}</ol>
        </details>
    }
}

fn row(desk: &Desk, member: MemberRow, is_owner: bool) -> impl IntoView + use<> {
    let MemberRow {
        account,
        name,
        owner,
        sees_volunteers,
        me,
    } = member;
    let role = match (owner, sees_volunteers) {
        (true, _) => Sheet::RoleOwner,
        (false, true) => Sheet::RoleSees,
        (false, false) => Sheet::RoleFacilitator,
    };
    let form = |what: &'static str, label: String, class: &'static str| {
        view! {
            <form method="post" action=desk.action.clone()>
                {desk.hidden(what)}
                <input type="hidden" name="account" value=account.clone() />
                <button type="submit" class=class>{label}</button>
            </form>
        }
    };
    let show = if sees_volunteers {
        "hide_volunteers"
    } else {
        "show_volunteers"
    };
    let show_label = if sees_volunteers {
        Sheet::HideContacts
    } else {
        Sheet::ShowContacts
    };
    let hand_over = Sheet::HandOverTo.with(&[("name", &name)]);
    let remove = Sheet::RemoveMember.with(&[("name", &name)]);
    view! {
        <li>
            <div>
                <p class="member-name">{name}{me.then(|| view! { " "<span class="tag">{Sheet::ThisIsYou.text()}</span> })}</p>
                <p class="quiet">{role.text()}</p>
            </div>
            {(is_owner && !owner).then(|| view! {
                <details class="menu">
                    <summary>{Sheet::ChangeMember.text()}</summary>
                    <div class="menu-list wide">
                        {form(show, show_label.owned(), "plain")}
                        {form("hand_over", hand_over, "plain")}
                        {form("remove_member", remove, "grave")}
                    </div>
                </details>
            })}
            {(me && !owner).then(|| form("remove_member", Sheet::LeaveInitiative.owned(), "plain"))}
        </li>
    }
}
