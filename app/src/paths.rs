//! Every address of the site, in one place: links and forms here, routes in the server.

/// Where a code is typed.
pub const WELCOME: &str = "/";
/// Where the typed code goes (`?code=`); leads on to [`panel`].
pub const FIND: &str = "/find";
/// Where a typed ticket goes (`?ticket=`); leads on to [`ticket`].
pub const TICKET: &str = "/t";
/// Facilitators sign in (GET a form, POST it: `name`, `password`).
pub const SIGN_IN: &str = "/sign-in";
/// Facilitators sign out (POST).
pub const SIGN_OUT: &str = "/sign-out";
/// A facilitator's panels (GET); a new one (POST: `title`, `template`, `integrity`, `rehearsal`).
pub const PANELS: &str = "/console";
/// All frameworks (GET); a new one (POST: `do` = copy|blank and what it needs).
pub const FRAMEWORKS: &str = "/console/framework";
/// A new framework out of a file (POST, multipart: `file`).
pub const FRAMEWORK_UPLOAD: &str = "/console/framework/upload";
/// The socket; `?panel=CODE` for phones, `?console=CODE` for consoles, `?screen=KEY` for projectors, `?panelist=TOKEN` and
/// `?along=CODE` for whoever reads along.
pub const SOCKET: &str = "/ws";
/// Where assets are.
pub const ASSETS: &str = "/assets/";

/// Another language from now on (`/language/{tag}`).
pub const LANGUAGE: &str = "/language/";

/// Another language from now on (GET); leads back to `next`, a path of this site.
#[must_use]
pub fn language(tag: &str, next: &str) -> String {
    let mut address = format!("{LANGUAGE}{tag}?next=");
    for sign in next.chars() {
        match sign {
            '%' => address.push_str("%25"),
            '&' => address.push_str("%26"),
            '#' => address.push_str("%23"),
            '+' => address.push_str("%2B"),
            _ => address.push(sign),
        }
    }
    address
}

/// An initiative (GET its events; POST to any of its pages: `id`, `do` and what it needs).
#[must_use]
pub fn initiative(id: &str) -> String {
    format!("/console/initiative/{id}")
}

/// Another page of an initiative: `carry`, `comparison`, `board`, `wins`, `people` or `keeping`.
#[must_use]
pub fn initiative_tab(id: &str, tab: &str) -> String {
    format!("/console/initiative/{id}/{tab}")
}

/// The report over all events of an initiative, in a format (GET).
#[must_use]
pub fn initiative_report(id: &str, format: &str) -> String {
    format!("/console/initiative/{id}/report/{format}")
}

/// What became of the input of whoever holds this phone (GET; POST: `do` and what it needs).
#[must_use]
pub fn mine(code: &str) -> String {
    format!("/p/{code}/mine")
}

/// The same on another device, by one's own link.
#[must_use]
pub fn own_link(token: &str) -> String {
    format!("/mine/{token}")
}

/// Join those who help, or leave them again (GET, POST).
#[must_use]
pub fn volunteer(code: &str) -> String {
    format!("/p/{code}/volunteer")
}

/// A panel on a phone; before joining, how to join it. This is what the QR code says.
#[must_use]
pub fn panel(code: &str) -> String {
    format!("/p/{code}")
}

/// The same at one of its activities.
#[must_use]
pub fn at(code: &str, activity: &str) -> String {
    format!("/p/{code}?at={activity}")
}

/// The forms of an activity, as a piece of HTML.
#[must_use]
pub fn form(code: &str, activity: &str) -> String {
    format!("/p/{code}/form/{activity}")
}

/// The room for whoever reads along without a ticket.
#[must_use]
pub fn along(code: &str) -> String {
    format!("/p/{code}/along")
}

/// Where a ticket leads: this is what the QR code of a card says.
#[must_use]
pub fn ticket(ticket: &str) -> String {
    format!("/t/{ticket}")
}

/// Joining (POST: `ticket` where one is asked for, `constituency` any number of times, `affiliation`).
#[must_use]
pub fn join(code: &str) -> String {
    format!("/p/{code}/join")
}

/// An answer without a socket (POST: `id`, `kind` and what the kind needs).
#[must_use]
pub fn answer(code: &str) -> String {
    format!("/p/{code}/answer")
}

/// The QR code of a panel, as SVG.
#[must_use]
pub fn qr(code: &str) -> String {
    format!("/p/{code}/qr.svg")
}

/// The projector; its key is no secret to the room, but not guessable either.
#[must_use]
pub fn screen(key: &str) -> String {
    format!("/screen/{key}")
}

/// Where somebody with an invitation makes an account (GET a form, POST it: `name`, `password`).
#[must_use]
pub fn invitation(token: &str) -> String {
    format!("/invite/{token}")
}

/// A panel's console.
#[must_use]
pub fn console(code: &str) -> String {
    format!("/console/{code}")
}

/// A panel's report as it is now, or as the edition `?edition=N` (GET).
#[must_use]
pub fn report(code: &str) -> String {
    format!("/console/{code}/report")
}

/// The same as a file: pdf, docx, html, md, xlsx, csv or json.
#[must_use]
pub fn report_file(code: &str, format: &str) -> String {
    format!("/console/{code}/report/{format}")
}

/// The editions of a panel's report, and what the board said to them (GET; POST: `id`, `do` = freeze|erase, `entry`).
#[must_use]
pub fn editions(code: &str) -> String {
    format!("/console/{code}/editions")
}

/// A panel's agenda (GET a form; POST: `id`, `do` and what it needs).
#[must_use]
pub fn agenda(code: &str) -> String {
    format!("/console/{code}/agenda")
}

/// The same with one of its items unfolded, to be changed.
#[must_use]
pub fn agenda_item(code: &str, item: &str) -> String {
    format!("/console/{code}/agenda?item={item}#item-{item}")
}

/// A panel's agenda to print, with the time of each item (`?start=HH:MM`).
#[must_use]
pub fn run_sheet(code: &str) -> String {
    format!("/console/{code}/run-sheet")
}

/// Wiping a rehearsal and beginning the real panel (POST: `sure`).
#[must_use]
pub fn wipe(code: &str) -> String {
    format!("/console/{code}/wipe")
}

/// A framework, to edit (GET a form; POST: `version`, `do` and all that the form holds).
#[must_use]
pub fn framework(id: &str) -> String {
    format!("/console/framework/{id}")
}

/// A framework as a file (GET); a file in its place (POST, multipart: `file`, `version`).
#[must_use]
pub fn framework_file(id: &str) -> String {
    format!("/console/framework/{id}/file")
}

/// A framework is removed (POST: `sure`).
#[must_use]
pub fn framework_removal(id: &str) -> String {
    format!("/console/framework/{id}/removal")
}

/// All ideas of a panel, and the forms for what was spoken or written on paper (GET, POST).
#[must_use]
pub fn ideas(code: &str) -> String {
    format!("/console/{code}/ideas")
}

/// What moderation did in a panel, newest first (GET: `?page`).
#[must_use]
pub fn moderation(code: &str) -> String {
    format!("/console/{code}/moderation")
}

/// What a panel holds back, for everybody to read.
#[must_use]
pub fn policy(code: &str) -> String {
    format!("/p/{code}/policy")
}

/// The themes of a panel's ideas (GET: `?prompt`; POST: `do` and what it needs).
#[must_use]
pub fn themes(code: &str) -> String {
    format!("/console/{code}/themes")
}

/// What the piles of those who sort by themselves add up to (GET: `?prompt`; POST: `do` and what it needs).
#[must_use]
pub fn theme_proposals(code: &str) -> String {
    format!("/console/{code}/themes/proposals")
}

/// How the themes of a panel's ideas came about (GET: `?prompt`, `step`, `play`).
#[must_use]
pub fn theme_replay(code: &str) -> String {
    format!("/console/{code}/themes/replay")
}

/// What looks alike among a panel's ideas (GET: `?prompt`; POST: `do` and what it needs).
#[must_use]
pub fn suggestions(code: &str) -> String {
    format!("/console/{code}/themes/alike")
}

/// The same at a panelist's desk.
#[must_use]
pub fn panelist_suggestions(token: &str) -> String {
    format!("{}/alike", panelist_themes(token))
}

/// What the panel holds, to take away: `json`, `csv` (zipped) or `polis` (zipped).
#[must_use]
pub fn export(code: &str, format: &str) -> String {
    format!("/console/{code}/export/{format}")
}

/// How people get their ballot: the way, the roll (GET; POST `do` and what it needs).
#[must_use]
pub fn ballots(code: &str) -> String {
    format!("/console/{code}/ballots")
}

/// Tickets to print (POST: `id`, `count`, `paper`); shows them once.
#[must_use]
pub fn tickets(code: &str) -> String {
    format!("/console/{code}/tickets")
}

/// The door, where names are checked and tickets handed out (GET `?search=`; POST `do` and what it needs).
#[must_use]
pub fn door(code: &str) -> String {
    format!("/console/{code}/door")
}

/// Links for panelists and the board (GET; POST `do` = make|revoke and what it needs); shows each once.
#[must_use]
pub fn links(code: &str) -> String {
    format!("/console/{code}/links")
}

/// A panelist's own page (GET), and what they bring in (POST: `id`, `activity`, `words` and so on).
#[must_use]
pub fn panelist(token: &str) -> String {
    format!("/panelist/{token}")
}

/// The themes of a panel's ideas, as a panelist groups them (GET: `?prompt`; POST: as at [`themes`]).
#[must_use]
pub fn panelist_themes(token: &str) -> String {
    format!("/panelist/{token}/themes")
}

/// The themes of a panel's ideas, as somebody in the room groups them (GET: `?prompt`; POST: as at [`themes`]).
#[must_use]
pub fn room_themes(code: &str) -> String {
    format!("/p/{code}/themes")
}

/// A panelist takes their seat on a device (POST); leads on to [`panel`].
#[must_use]
pub fn panelist_seat(token: &str) -> String {
    format!("/panelist/{token}/seat")
}

/// The newest edition of the report as the board reads it, without an account; another one with `?edition=N` (GET).
#[must_use]
pub fn board(token: &str) -> String {
    format!("/board/{token}")
}

/// The same as a file: pdf, docx, html, md, xlsx, csv or json.
#[must_use]
pub fn board_file(token: &str, format: &str) -> String {
    format!("/board/{token}/file/{format}")
}

/// What the board says to what the report recommends (GET; POST: `id`, `edition`, `recommendation`, `ruling`, `owner`,
/// `horizon`, `comment`, `speaker`, `seen`).
#[must_use]
pub fn review(token: &str) -> String {
    format!("/board/{token}/review")
}
