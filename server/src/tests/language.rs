//! Everybody is answered in their own language: by what they chose, else by what their browser asks for.

use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, LOCATION, ORIGIN, SET_COOKIE};
use reqwest::Response;
use visioncast_app::paths;

use super::server::Server;

const SPANISH: &str = "es-MX,es;q=0.9,en;q=0.5";

async fn get(server: &Server, path: &str, accepted: &str, cookie: &str) -> Response {
    let request = server.client.get(server.url(path)).header(COOKIE, cookie);
    let request = request.header(ACCEPT_LANGUAGE, accepted);
    request.send().await.expect("the server answers")
}

async fn text(response: Response) -> String {
    response.text().await.expect("a page")
}

#[tokio::test]
async fn a_page_speaks_as_the_browser_asks_unless_something_was_chosen() {
    let server = Server::start().await;
    for (accepted, cookie, query, language, title) in [
        ("", "", "", "en", "Join a panel"),
        ("fr", "", "", "en", "Join a panel"),
        (SPANISH, "", "", "es", "Entrar en un panel"),
        (SPANISH, "language=en", "", "en", "Join a panel"),
        ("en", "language=es", "", "es", "Entrar en un panel"),
        ("en", "language=klingon", "", "en", "Join a panel"),
        ("en", "language=en", "?lang=es", "es", "Entrar en un panel"),
    ] {
        let page = text(get(&server, &format!("/{query}"), accepted, cookie).await).await;
        let told = format!("{accepted} {cookie} {query}");
        assert!(
            page.contains(&format!("<html lang=\"{language}\" dir=\"ltr\">")),
            "{told}"
        );
        assert!(page.contains(&format!("<h1>{title}")), "{told}");
    }
}

#[tokio::test]
async fn a_language_is_chosen_by_a_link_that_leads_back() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let panel = paths::panel(stage.entry.code.as_str());
    let page = text(get(&server, &panel, "en", "").await).await;
    let link = paths::language("es", &panel);
    assert!(page.contains(&format!("href=\"{link}\"")), "the page offers Spanish");
    let chosen = get(&server, &link, "en", "").await;
    assert_eq!(chosen.status(), 303);
    assert_eq!(chosen.headers()[LOCATION], panel.as_str());
    let cookie = chosen.headers()[SET_COOKIE].to_str().expect("a cookie").to_owned();
    assert!(cookie.starts_with("language=es; "), "{cookie}");
    let page = text(get(&server, &panel, "en", "language=es").await).await;
    assert!(page.contains("¿Perteneces a la asociación?"));
    assert!(page.contains(&format!("href=\"{}\"", paths::language("en", &panel))));
}

#[tokio::test]
async fn choosing_a_language_leads_to_no_other_site_and_knows_no_other_language() {
    let server = Server::start().await;
    for next in [
        "//evil.example",
        "https://evil.example/",
        "/%5Cevil.example",
        "/a%0Ab",
        "",
    ] {
        let chosen = get(&server, &format!("/language/es?next={next}"), "en", "").await;
        assert_eq!(chosen.headers()[LOCATION], "/", "{next}");
    }
    let unknown = get(&server, "/language/xx?next=/sign-in", "en", "").await;
    assert_eq!(unknown.headers()[LOCATION], "/sign-in");
    assert!(!unknown.headers().contains_key(SET_COOKIE));
}

#[tokio::test]
async fn what_goes_wrong_is_said_in_ones_language_too() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let code = stage.entry.code.to_string();
    for (path, words) in [
        (
            "/find?code=22222O",
            "Esto no es del todo un código: ningún código contiene «O».",
        ),
        ("/find?code=222222", "Ningún panel tiene este código."),
        ("/nowhere", "Aquí no hay nada"),
        ("/screen/unknown", "Aquí no hay proyector"),
        ("/invite/unknown", "Esta invitación ya no sirve"),
        ("/board/unknown", "Este enlace no se conoce"),
    ] {
        let page = text(get(&server, path, SPANISH, "").await).await;
        assert!(page.contains(words), "{path}: {page}");
    }
    let post = async |origin: &str, path: &str, form: &[(&str, &str)]| {
        let request = server.client.post(server.url(path)).header(ORIGIN, origin).form(form);
        let answer = request.header(ACCEPT_LANGUAGE, SPANISH).send().await;
        text(answer.expect("the server answers")).await
    };
    let here = server.url("");
    let page = post(&here, &paths::answer(&code), &[("kind", "idea")]).await;
    assert!(page.contains("Primero entra en el panel"), "{page}");
    assert!(
        !page.contains("/language/"),
        "an answer to a form cannot be asked for again"
    );
    let page = post("https://evil.example", &paths::join(&code), &[]).await;
    assert!(page.contains("No desde otro sitio"), "{page}");
    let page = post(&here, paths::SIGN_IN, &[("name", "Nora"), ("password", "wrong")]).await;
    assert!(page.contains("El nombre y la contraseña no coinciden."), "{page}");
}

#[tokio::test]
async fn a_live_page_brings_the_texts_of_its_language_along_and_no_other() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let phone = server.join(&stage).await;
    let page = text(get(&server, &paths::panel(&phone.code), SPANISH, &phone.cookie).await).await;
    assert!(page.contains("<script type=\"text/plain\" id=\"texts\">es\n\n"));
    assert!(page.contains("Ya estás dentro") && !page.contains("You are in"));
    assert!(page.contains("Esta idea no te tocó."), "refusals are among them");
    let screen = text(get(&server, &paths::screen(&stage.entry.screen_key), SPANISH, "").await).await;
    assert!(screen.contains("Escaneen el código o vayan a") && !screen.contains("Scan the code"));
    assert!(
        !screen.contains("class=\"languages\""),
        "nothing on the wall is pressed"
    );
}
