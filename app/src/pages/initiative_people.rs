use leptos::prelude::*;

use super::initiative::Desk;
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
        <h1>"Who may run it"</h1>
        <p class="question">"Its panels, board and wins can be seen and led by these people alone."</p>
        {invitation.map(|link| view! {
            <div class="notice" role="status">
                <label class="labelled">
                    <span>"The invitation: pass this link on. It works once, within three days, and is shown only now."</span>
                    <input type="text" readonly value=link />
                </label>
            </div>
        })}
        <ul class="panels members">{rows}</ul>
        {is_owner.then(|| view! {
            <section class="together">
                <h2>"Add somebody"</h2>
                <form method="post" action=desk.action.clone() class="pair">
                    {desk.hidden("add_member")}
                    <label class="labelled"><span>"Whoever has an account here: their name"</span><input name="name" maxlength="60" required /></label>
                    <button type="submit">"Add"</button>
                </form>
                <form method="post" action=desk.action.clone()>
                    {desk.hidden("invite")}
                    <p>"Whoever has none makes one by a link that works once."</p>
                    <button type="submit">"Make an invitation"</button>
                </form>
            </section>
        })}
        <details class="fold">
            <summary><h2>"What was done"</h2></summary>
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
        (true, _) => "Owner: decides who else may run it, and sees the volunteers’ contacts",
        (false, true) => "Facilitator, sees the volunteers’ contacts",
        (false, false) => "Facilitator",
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
        "No longer show the volunteers’ contacts"
    } else {
        "Show the volunteers’ contacts"
    };
    let hand_over = format!("Hand the initiative over to {name}");
    let remove = format!("Remove {name}");
    view! {
        <li>
            <div>
                <p class="member-name">{name}{me.then(|| view! { " "<span class="tag">"You"</span> })}</p>
                <p class="quiet">{role}</p>
            </div>
            {(is_owner && !owner).then(|| view! {
                <details class="menu">
                    <summary>"Change"</summary>
                    <div class="menu-list wide">
                        {form(show, show_label.to_owned(), "plain")}
                        {form("hand_over", hand_over, "plain")}
                        {form("remove_member", remove, "grave")}
                    </div>
                </details>
            })}
            {(me && !owner).then(|| form("remove_member", "Leave".to_owned(), "plain"))}
        </li>
    }
}
