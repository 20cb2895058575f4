//! Just enough HTTP to talk to the server under test.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// An answer, its body as it was sent.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The first header of that name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The cookie that it hands out.
    pub(crate) fn cookie(&self) -> Option<String> {
        Some(self.header("set-cookie")?.split(';').next()?.to_owned())
    }
}

/// Asks for a page or file as a phone's browser does, compressed where the server likes.
pub(crate) fn get(authority: &str, path: &str, cookie: &str) -> Result<Answer> {
    let more = format!("accept-encoding: br, gzip\r\naccept: text/html,*/*\r\ncookie: {cookie}\r\n");
    send(authority, &format!("GET {path}"), &more, "")
}

/// Asks for a page as text.
pub(crate) fn get_text(authority: &str, path: &str, cookie: &str) -> Result<String> {
    let answer = send(authority, &format!("GET {path}"), &format!("cookie: {cookie}\r\n"), "")?;
    Ok(String::from_utf8_lossy(&answer.body).into_owned())
}

/// Sends a form; the values must need no escaping.
pub(crate) fn post(authority: &str, path: &str, form: &str) -> Result<Answer> {
    let more = format!(
        "content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n",
        form.len()
    );
    send(authority, &format!("POST {path}"), &more, form)
}

fn send(authority: &str, what: &str, more: &str, body: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(authority).with_context(|| format!("failed to reach {authority}"))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "{what} HTTP/1.1\r\nhost: {authority}\r\nconnection: close\r\n{more}\r\n{body}"
    )?;
    let mut bytes = Vec::new();
    stream
        .read_to_end(&mut bytes)
        .with_context(|| format!("failed to read the answer to {what}"))?;
    parse(&bytes).with_context(|| format!("failed to understand the answer to {what}"))
}

fn parse(bytes: &[u8]) -> Result<Answer> {
    let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else {
        bail!("it has no end of headers");
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines
        .next()
        .and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect();
    let mut answer = Answer {
        status: status.context("it has no status")?,
        headers,
        body: bytes[end + 4..].to_vec(),
    };
    if answer.header("transfer-encoding") == Some("chunked") {
        answer.body = unchunked(&answer.body)?;
    }
    Ok(answer)
}

fn unchunked(mut chunks: &[u8]) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = chunks
            .windows(2)
            .position(|window| window == b"\r\n")
            .context("a chunk is cut off")?;
        let size = usize::from_str_radix(std::str::from_utf8(&chunks[..line])?.trim(), 16)?;
        if size == 0 {
            return Ok(body);
        }
        let begin = line + 2;
        body.extend_from_slice(chunks.get(begin..begin + size).context("a chunk is cut off")?);
        chunks = chunks.get(begin + size + 2..).context("a chunk is cut off")?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_taken_apart() {
        let text = b"HTTP/1.1 303 See Other\r\nSet-Cookie: seat=1; Path=/\r\nTransfer-Encoding: chunked\r\n\r\n\
                     3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
        let answer = parse(text).expect("this is an answer");
        assert_eq!((answer.status, answer.body.as_slice()), (303, b"abcde".as_slice()));
        assert_eq!(answer.cookie().as_deref(), Some("seat=1"));
    }
}
