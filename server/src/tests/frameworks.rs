//! The editor of frameworks, as browsers use it.

use reqwest::{
    Response,
    header::{CONTENT_TYPE, COOKIE, LOCATION, ORIGIN},
};
use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{DomainId, Framework, List, Part};
use visioncast_report::{framework_file, read_framework};

use super::server::Server;
use crate::{store::FrameworkVersion, templates};

/// A server with the IMA's framework copied, and somebody who edits it.
struct Editor {
    server: Server,
    session: String,
    id: Uuid,
}

impl Editor {
    async fn start() -> Self {
        let server = Server::start().await;
        let session = server.facilitator().await;
        let copy = [("do", "copy"), ("template", "ima")];
        let made = server.post(paths::FRAMEWORKS, &session, &copy).await;
        assert_eq!(made.status(), 303);
        let to = place(&made);
        let id = to.rsplit('/').next().and_then(|id| id.parse().ok()).expect("its id");
        Self { server, session, id }
    }

    fn path(&self) -> String {
        paths::framework(&self.id.to_string())
    }

    async fn last(&self) -> FrameworkVersion {
        let last = self.server.rooms.store.framework(self.id).await;
        last.expect("an answer").expect("it is there")
    }

    async fn framework(&self) -> Framework {
        self.last().await.framework
    }

    async fn page(&self) -> String {
        let page = self.server.get(&self.path(), &self.session).await;
        assert_eq!(page.status(), 200);
        page.text().await.expect("a page")
    }

    /// Sends the form as the page with that version would, with these fields changed.
    async fn send(&self, version: u32, fields: &[(&str, &str)]) -> Response {
        let version = version.to_string();
        let mut form = vec![("version", version.as_str())];
        form.extend_from_slice(fields);
        self.server.post(&self.path(), &self.session, &form).await
    }

    /// Sends what has to be taken.
    async fn saves(&self, version: u32, fields: &[(&str, &str)]) -> String {
        let sent = self.send(version, fields).await;
        assert_eq!(sent.status(), 303, "{fields:?}");
        place(&sent)
    }

    async fn upload(&self, path: &str, version: u32, file: &[u8]) -> Response {
        let mut body = format!(
            "--boundary\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n{version}\r\n\
             --boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.json\"\r\n\
             Content-Type: application/json\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--boundary--\r\n");
        let request = self.server.client.post(self.server.url(path));
        let request = request
            .header(COOKIE, &self.session)
            .header(ORIGIN, self.server.url(""))
            .header(CONTENT_TYPE, "multipart/form-data; boundary=boundary")
            .body(body);
        request.send().await.expect("the server answers")
    }
}

fn place(response: &Response) -> String {
    response.headers()[LOCATION].to_str().expect("text").to_owned()
}

fn ima() -> Framework {
    templates::framework("ima").expect("it is built in")
}

#[tokio::test]
async fn a_copy_is_edited_and_every_version_is_kept() {
    let editor = Editor::start().await;
    assert_eq!(editor.framework().await, ima());
    let page = editor.page().await;
    for words in [
        "setting standards",
        "“Business Case” data",
        "What became of the original ten",
        "None is recorded yet.",
    ] {
        assert!(page.contains(words), "{words}");
    }

    let to = editor
        .saves(
            1,
            &[
                ("do", "save"),
                ("domains-9", "data & evidence"),
                ("domains-3", " people "),
                ("new-offers", "A podcast"),
                ("want-6-0", "x"),
                ("new-want-6", "Volunteers"),
            ],
        )
        .await;
    assert!(to.contains("saved=4"), "three changes: {to}");
    let framework = editor.framework().await;
    assert_eq!(framework.entry(List::Domains, 9), Some("data & evidence"));
    assert_eq!(framework.entry(List::Offers, 6), Some("A podcast"));
    assert_eq!(framework.constituencies[5].wants, ["Volunteers"]);
    assert_eq!(
        editor.last().await.what,
        "changed “data” to “data & evidence”; added “A podcast” to the offers; added “Volunteers” to the wants of \
         “Not-for-Profit”"
    );

    // A button saves what was typed elsewhere, too.
    let merge = [("do", "merge-3"), ("into-3", "4"), ("vision", "to be\r\na resource")];
    editor.saves(4, &merge).await;
    let framework = editor.framework().await;
    assert_eq!(framework.vision, "to be\na resource");
    assert_eq!(framework.today(DomainId(3)), framework.domain(DomainId(4)));
    assert!(editor.page().await.contains("part of “connection &amp; community”"));

    editor.saves(6, &[("do", "restore-3")]).await;
    editor.saves(7, &[("do", "up-domains-3")]).await;
    assert_eq!(editor.framework().await.domains[8].id, DomainId(3));
    editor.saves(8, &[("do", "down-want-2-0")]).await;
    assert_eq!(
        editor.framework().await.constituencies[1].wants[1],
        "Training and development"
    );
    editor.saves(9, &[("do", "remove-traits-2")]).await;
    assert_eq!(editor.framework().await.entry(List::Traits, 2), None);
    let later = [
        ("do", "save"),
        ("steps", "shown"),
        ("later-6", "yes"),
        ("later-7", "yes"),
        ("later-8", "yes"),
    ];
    editor.saves(10, &later).await;
    let framework = editor.framework().await;
    assert_eq!(
        framework.steps.iter().filter(|step| step.later).count(),
        3,
        "the fifth was taken up"
    );
    assert_eq!(framework.version, 11);
}

#[tokio::test]
async fn the_last_change_is_undone_and_done_again() {
    let editor = Editor::start().await;
    editor.saves(1, &[("do", "undo")]).await;
    assert_eq!(editor.framework().await, ima(), "there is nothing to undo");
    editor
        .saves(1, &[("do", "save"), ("domains-1", "means"), ("new-traits", "kind")])
        .await;
    for _ in 0..2 {
        // A second tap on the button does not do it again.
        editor.saves(3, &[("do", "undo")]).await;
    }
    let undone = editor.framework().await;
    assert_eq!(undone.version, 4);
    assert_eq!(undone.domains, ima().domains);
    assert_eq!(undone.traits, ima().traits);
    assert!(editor.last().await.what.starts_with("undid: changed “resources”"));
    editor.saves(4, &[("do", "undo")]).await;
    assert_eq!(editor.framework().await.entry(List::Domains, 1), Some("means"));
    assert!(editor.last().await.what.starts_with("did again: changed"));
}

#[tokio::test]
async fn two_people_never_write_over_each_other() {
    let editor = Editor::start().await;
    editor
        .saves(1, &[("do", "save"), ("domains-9", "data & evidence")])
        .await;

    // Another part of the same version is no conflict.
    editor
        .saves(1, &[("do", "save"), ("domains-1", "means"), ("domains-9", "data")])
        .await;
    let framework = editor.framework().await;
    assert_eq!(framework.entry(List::Domains, 1), Some("means"));
    assert_eq!(framework.entry(List::Domains, 9), Some("data & evidence"));

    // The same one is: both wordings are shown, and all else is saved.
    let late = [("do", "save"), ("domains-9", "figures"), ("home", "Nowhere")];
    let sent = editor.send(1, &late).await;
    assert_eq!(sent.status(), 409);
    let page = sent.text().await.expect("a page");
    assert!(page.contains("value=\"figures\""), "what was typed stands in its field");
    assert!(page.contains("Somebody else changed this meanwhile"));
    assert!(
        page.contains(">data &amp; evidence</q>"),
        "the newer words stand beside it"
    );
    assert!(page.contains("The rest was saved."));
    let framework = editor.framework().await;
    assert_eq!(framework.entry(List::Domains, 9), Some("data & evidence"));
    assert_eq!(framework.home, "Nowhere");
    // The page that said so is of the newest version: saving it again means it.
    assert!(page.contains("name=\"version\" value=\"4\""));
    editor.saves(4, &[("do", "save"), ("domains-9", "figures")]).await;
    assert_eq!(editor.framework().await.entry(List::Domains, 9), Some("figures"));

    // What was merged meanwhile: the words are not lost.
    editor.saves(5, &[("do", "merge-9"), ("into-9", "8")]).await;
    let gone = editor.send(5, &[("do", "save"), ("domains-9", "numbers")]).await;
    assert_eq!(gone.status(), 409);
    assert!(
        gone.text()
            .await
            .expect("a page")
            .contains("You had written: “numbers”")
    );
    let undo = editor.send(5, &[("do", "undo")]).await;
    assert_eq!(undo.status(), 409, "it would take back what somebody else did");
    assert_eq!(editor.framework().await.version, 6);
}

#[tokio::test]
async fn a_second_tap_adds_nothing() {
    let editor = Editor::start().await;
    for _ in 0..2 {
        let to = editor.saves(1, &[("do", "save"), ("new-domains", "policy")]).await;
        assert!(to.ends_with("saved=2&at=new-domains"), "{to}");
    }
    assert_eq!(editor.framework().await.domains.len(), 11);
    assert!(editor.page().await.contains("value=\"policy\""));
}

#[tokio::test]
async fn at_once_from_many_sides_nothing_is_lost() {
    let editor = Editor::start().await;
    let sent = (1..=6).map(|id| {
        let (key, words) = (format!("domains-{id}"), format!("domain {id}"));
        let editor = &editor;
        async move { editor.send(1, &[("do", "save"), (&key, &words)]).await.status() }
    });
    let answers = futures::future::join_all(sent).await;
    assert!(answers.iter().all(|status| *status == 303), "{answers:?}");
    let framework = editor.framework().await;
    for id in 1..=6 {
        assert_eq!(
            framework.entry(List::Domains, id),
            Some(format!("domain {id}").as_str())
        );
    }
    assert_eq!(framework.version, 7);
}

#[tokio::test]
async fn what_cannot_be_stays_in_its_field() {
    let editor = Editor::start().await;
    let sent = editor
        .send(
            1,
            &[
                ("do", "save"),
                ("domains-1", "PEOPLE"),
                ("name", " "),
                ("mission", "<b>to try</b>"),
            ],
        )
        .await;
    assert_eq!(sent.status(), 422);
    let page = sent.text().await.expect("a page");
    assert!(
        page.contains("value=\"PEOPLE\"") && page.contains("“people” is there already"),
        "{page}"
    );
    assert!(page.contains("Nothing is written here"));
    assert!(page.contains("2 entries below were not taken"));
    assert_eq!(
        editor.framework().await.part(Part::Mission),
        "<b>to try</b>",
        "the rest was saved"
    );
    assert!(editor.page().await.contains("&lt;b>to try"), "words are shown, not run");
    let merge = editor.send(2, &[("do", "merge-1"), ("into-1", "")]).await;
    assert_eq!(merge.status(), 422);
    assert!(
        merge
            .text()
            .await
            .expect("a page")
            .contains("Choose the domain that this one goes into")
    );
    let known = editor.send(2, &[("do", "up-nonsense-1")]).await;
    assert_eq!(known.status(), 303, "an unknown button saves, and does nothing");
    assert_eq!(editor.framework().await.version, 2);
}

#[tokio::test]
async fn files_come_and_go() {
    let editor = Editor::start().await;
    let file = editor
        .server
        .get(&paths::framework_file(&editor.id.to_string()), &editor.session)
        .await;
    let saved_as = file.headers()["content-disposition"].to_str().expect("text").to_owned();
    assert_eq!(
        saved_as,
        "attachment; filename=\"international-mentoring-association-1.json\""
    );
    let bytes = file.bytes().await.expect("a file");
    assert_eq!(read_framework(&bytes).expect("no fault").framework, ima());

    let mut other = ima();
    other.name = "Another association".to_owned();
    other.domains.pop();
    let changed = framework_file(&other).expect("written");
    let made = editor.upload(paths::FRAMEWORK_UPLOAD, 0, &changed).await;
    assert_eq!(made.status(), 303);
    let page = editor.server.get(&place(&made), &editor.session).await.text().await;
    assert!(page.expect("a page").contains("Another association"));
    let again = editor.upload(paths::FRAMEWORK_UPLOAD, 0, &changed).await;
    assert_eq!(again.status(), 422);
    assert!(
        again
            .text()
            .await
            .expect("a page")
            .contains("There is a framework named “Another association” already")
    );

    let path = paths::framework_file(&editor.id.to_string());
    let replaced = editor.upload(&path, 1, &changed).await;
    assert_eq!(replaced.status(), 303);
    let framework = editor.framework().await;
    assert_eq!((framework.version, framework.domains.len()), (2, 9));
    assert!(framework.fates().len() == 10, "the tenth is on record");
    let late = editor.upload(&path, 1, &changed).await;
    assert_eq!(late.status(), 409);
    assert!(
        late.text()
            .await
            .expect("a page")
            .contains("Somebody changed the framework meanwhile")
    );
}

#[tokio::test]
async fn a_faulty_file_is_told_where() {
    let editor = Editor::start().await;
    let text = String::from_utf8(framework_file(&ima()).expect("written")).expect("text");
    let faulty = text.replace("\"Data sets\"", "7").replace("\"scope\"", "\"scopes\"");
    for path in [
        paths::FRAMEWORK_UPLOAD.to_owned(),
        paths::framework_file(&editor.id.to_string()),
    ] {
        let sent = editor.upload(&path, 1, faulty.as_bytes()).await;
        assert_eq!(sent.status(), 422);
        let page = sent.text().await.expect("a page");
        assert!(page.contains("3 things in this file are wrong"), "{page}");
        assert!(page.contains("<code>constituencies[0].wants[0]</code>"));
        assert!(page.contains("<code>scopes</code>") && page.contains("<code>scope</code>"));
    }
    let none = editor.upload(paths::FRAMEWORK_UPLOAD, 0, b"").await;
    assert!(none.text().await.expect("a page").contains("No file was chosen"));
    let large = editor
        .upload(paths::FRAMEWORK_UPLOAD, 0, &vec![b' '; 2 * 1024 * 1024])
        .await;
    assert_eq!(large.status(), 422);
    assert!(large.text().await.expect("a page").contains("too large"));
    assert_eq!(editor.framework().await, ima());
}

#[tokio::test]
async fn a_panel_keeps_its_copy_and_takes_a_newer_one_until_people_come() {
    let editor = Editor::start().await;
    editor.saves(1, &[("do", "save"), ("domains-1", "means")]).await;
    let id = editor.id.to_string();
    let begin = [
        ("title", "A panel"),
        ("template", "ima-panel"),
        ("framework", id.as_str()),
    ];
    let made = editor.server.post(paths::PANELS, &editor.session, &begin).await;
    assert_eq!(made.status(), 303);
    let code = place(&made).rsplit('/').next().expect("a code").to_owned();
    let agenda = paths::agenda(&code);
    let entry = editor.server.rooms.store.find(code.parse().expect("a code")).await;
    let entry = entry.expect("an answer").expect("it is there");
    let room = editor.server.rooms.open(entry).await.expect("it opens");
    let has = async || room.look(|panel| panel.framework().clone()).await.expect("it is there");
    assert_eq!(has().await, editor.framework().await);

    editor.saves(2, &[("do", "merge-1"), ("into-1", "2")]).await;
    assert_eq!(has().await.version, 2, "the panel has a copy of its own");
    let page = editor
        .server
        .get(&agenda, &editor.session)
        .await
        .text()
        .await
        .expect("a page");
    assert!(
        page.contains("Use the newer framework") && page.contains("version 2"),
        "{page}"
    );
    let command = Uuid::new_v4().to_string();
    let adopt = [("id", command.as_str()), ("do", "adopt"), ("framework", id.as_str())];
    for _ in 0..2 {
        assert_eq!(editor.server.post(&agenda, &editor.session, &adopt).await.status(), 303);
    }
    assert_eq!(has().await, editor.framework().await);

    editor.saves(3, &[("do", "remove-domains-4")]).await;
    assert_eq!(editor.server.post(&paths::join(&code), "", &[]).await.status(), 303);
    let page = editor
        .server
        .get(&agenda, &editor.session)
        .await
        .text()
        .await
        .expect("a page");
    assert!(page.contains("People have come, so the panel keeps"));
    let command = Uuid::new_v4().to_string();
    let late = [("id", command.as_str()), ("do", "adopt"), ("framework", id.as_str())];
    let refused = editor.server.post(&agenda, &editor.session, &late).await;
    assert_eq!(refused.status(), 422);
    assert!(
        refused
            .text()
            .await
            .expect("a page")
            .contains("keeps the framework that it began with")
    );
    assert_eq!(has().await.version, 3);

    let removal = paths::framework_removal(&id);
    editor.server.post(&removal, &editor.session, &[]).await;
    assert_eq!(editor.framework().await.version, 4, "not without a tick");
    editor.server.post(&removal, &editor.session, &[("sure", "yes")]).await;
    assert_eq!(editor.server.get(&editor.path(), &editor.session).await.status(), 404);
    assert_eq!(has().await.version, 3);
}

#[tokio::test]
async fn only_facilitators_come_in() {
    let editor = Editor::start().await;
    let id = editor.id.to_string();
    for path in [paths::FRAMEWORKS.to_owned(), editor.path(), paths::framework_file(&id)] {
        let sent = editor.server.get(&path, "").await;
        assert_eq!(sent.status(), 303);
        assert!(place(&sent).starts_with(paths::SIGN_IN));
    }
    for path in [
        paths::FRAMEWORKS.to_owned(),
        editor.path(),
        paths::framework_removal(&id),
    ] {
        let sent = editor
            .server
            .post(&path, "", &[("do", "save"), ("name", "x"), ("sure", "yes")])
            .await;
        assert!(place(&sent).starts_with(paths::SIGN_IN), "{path}");
    }
    assert_eq!(editor.framework().await, ima());
}
