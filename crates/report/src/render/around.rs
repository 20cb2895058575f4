use super::escape::Text;

/// What stands around a report where it is read: ways to have it, and ways on. No file of it has that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// What it is called by whoever cannot see it.
    pub title: String,
    /// What is said first; may be empty.
    pub note: String,
    /// A way to go on that stands out.
    pub first: Option<Link>,
    /// A form of one button.
    pub button: Option<Button>,
    /// Rows of links, each behind what it is called.
    pub rows: Vec<(String, Vec<Link>)>,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub text: String,
    /// Where it leads; none where one is there already.
    pub to: Option<String>,
}

/// A form of one button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub text: String,
    /// Where it goes.
    pub to: String,
    /// What it brings.
    pub fields: Vec<(String, String)>,
}

pub(super) fn above(around: &Around) -> String {
    let mut html = format!("<nav class=\"around\" aria-label=\"{}\">\n", Text(&around.title));
    if !around.note.is_empty() {
        html += &format!("<p class=\"note\">{}</p>\n", Text(&around.note));
    }
    if around.first.is_some() || around.button.is_some() {
        html += "<div class=\"ways\">";
        html += &around.first.as_ref().map(link).unwrap_or_default();
        html += &around.button.as_ref().map(button).unwrap_or_default();
        html += "</div>\n";
    }
    for (name, links) in &around.rows {
        let links: Vec<String> = links.iter().map(link).collect();
        html += &format!(
            "<p class=\"row\"><span class=\"name\">{}</span> {}</p>\n",
            Text(name),
            links.join(" ")
        );
    }
    html + "</nav>\n"
}

fn link(link: &Link) -> String {
    match &link.to {
        Some(to) => format!("<a href=\"{}\">{}</a>", Text(to), Text(&link.text)),
        None => format!("<span aria-current=\"page\">{}</span>", Text(&link.text)),
    }
}

fn button(button: &Button) -> String {
    let fields = button.fields.iter().map(|(name, value)| {
        format!(
            "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
            Text(name),
            Text(value)
        )
    });
    format!(
        "<form method=\"post\" action=\"{}\">{}<button type=\"submit\">{}</button></form>",
        Text(&button.to),
        fields.collect::<String>(),
        Text(&button.text)
    )
}
